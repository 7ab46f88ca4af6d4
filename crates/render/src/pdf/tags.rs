//! The structure of the document for those who hear it read: which text is a heading, a clause or a cell.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What an element is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Division,
    Section,
    Heading(NonZeroU16, String),
    Paragraph,
    Numbers,
    List,
    ListItem,
    Label,
    ListBody,
    Table(String),
    TableHead,
    TableBody,
    Row,
    HeaderCell,
    Cell,
}

impl Role {
    fn kind(&self) -> TagKind {
        match self {
            Self::Division => Tag::Div.into(),
            Self::Section => Tag::Section.into(),
            Self::Heading(level, title) => Tag::Hn(*level, Some(title.clone())).into(),
            Self::Paragraph => Tag::P.into(),
            Self::Numbers => Tag::L(ListNumbering::Decimal).into(),
            Self::List => Tag::L(ListNumbering::None).into(),
            Self::ListItem => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::ListBody => Tag::LBody.into(),
            Self::Table(summary) => Tag::Table.with_summary(Some(summary.clone())).into(),
            Self::TableHead => Tag::THead.into(),
            Self::TableBody => Tag::TBody.into(),
            Self::Row => Tag::TR.into(),
            Self::HeaderCell => Tag::TH(TableHeaderScope::Column).into(),
            Self::Cell => Tag::TD.into(),
        }
    }
}

enum Child {
    Element(usize),
    Content(Identifier),
}

/// The elements, in the order of reading; an element is known by its index.
#[derive(Default)]
pub struct Tags {
    elements: Vec<(Role, Vec<Child>)>,
    roots: Vec<usize>,
}

impl Tags {
    /// Adds an element to the document itself.
    pub fn root(&mut self, role: Role) -> usize {
        let index = self.add(role);
        self.roots.push(index);
        index
    }

    /// Adds an element inside another.
    pub fn inside(&mut self, parent: usize, role: Role) -> usize {
        let index = self.add(role);
        if let Some((_, children)) = self.elements.get_mut(parent) {
            children.push(Child::Element(index));
        }
        index
    }

    /// Says that a piece of a page belongs to an element.
    pub fn content(&mut self, element: usize, identifier: Identifier) {
        if let Some((_, children)) = self.elements.get_mut(element) {
            children.push(Child::Content(identifier));
        }
    }

    /// The whole tree, for the PDF.
    pub fn tree(&self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for node in self.roots.iter().filter_map(|root| self.node(*root)) {
            tree.push(node);
        }
        tree
    }

    fn add(&mut self, role: Role) -> usize {
        self.elements.push((role, Vec::new()));
        self.elements.len() - 1
    }

    fn node(&self, index: usize) -> Option<Node> {
        let (role, children) = self.elements.get(index)?;
        let children: Vec<Node> = children
            .iter()
            .filter_map(|child| match child {
                Child::Element(index) => self.node(*index),
                Child::Content(identifier) => Some(Node::Leaf(*identifier)),
            })
            .collect();
        (!children.is_empty()).then(|| Node::Group(TagGroup::with_children(role.kind(), children)))
    }
}
