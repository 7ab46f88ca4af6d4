//! The names of the list, compared with a title by their syllables and pairs of syllables, the rarer the
//! weightier (cosine of tf-idf, Salton and Buckley 1988).

use super::terms::{self, exact, folded};
use super::title::Title;
use crate::reference::read::Lists;
use std::collections::HashMap;

/// A name of the list less like the title than this says nothing.
const NEAR: f32 = 0.3;

/// A name of the list, ready to be compared.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) code: String,
    pub(super) text: String,
    /// Length of its vector of weights, with marks and without.
    norm: [f32; 2],
}

/// All names of four-digit occupations and their finer titles.
#[derive(Debug)]
pub(super) struct Names {
    names: Vec<Name>,
    /// For terms with marks and for folded ones: the weight and the names that have it.
    postings: [HashMap<String, (f32, Vec<u32>)>; 2],
}

impl Names {
    pub(super) fn new(lists: &Lists) -> Self {
        let from_list = lists
            .occupations
            .iter()
            .filter(|occupation| occupation.level == 4)
            .map(|occupation| (&occupation.code, &occupation.name));
        let finer = lists.occupation_titles.iter().map(|title| (&title.code4, &title.title));
        let mut names: Vec<Name> = from_list
            .chain(finer)
            .map(|(code, text)| Name {
                code: code.clone(),
                text: text.clone(),
                norm: [0.0; 2],
            })
            .collect();
        let postings = [0, 1].map(|layer| {
            let mut postings: HashMap<String, (f32, Vec<u32>)> = HashMap::new();
            for (position, name) in names.iter().enumerate() {
                let key = if layer == 0 { exact(&name.text) } else { folded(&name.text) };
                let mut all = terms::terms(&key);
                all.sort_unstable();
                all.dedup();
                for term in all {
                    postings.entry(term).or_default().1.push(position as u32);
                }
            }
            let count = names.len() as f32;
            let mut squares = vec![0.0_f32; names.len()];
            for (weight, holders) in postings.values_mut() {
                *weight = (count / holders.len() as f32).ln() + 0.1;
                for holder in holders.iter() {
                    squares[*holder as usize] += *weight * *weight;
                }
            }
            for (name, square) in names.iter_mut().zip(squares) {
                name.norm[layer] = square.sqrt();
            }
            postings
        });
        Self { names, postings }
    }

    /// The names that are near a title, and how near.
    pub(super) fn near(&self, title: &Title) -> Vec<(&Name, f32)> {
        let layer = usize::from(!title.marked);
        let key = if title.marked { &title.exact } else { &title.folded };
        let mut dots = vec![0.0_f32; self.names.len()];
        let mut square = 0.0;
        for term in terms::terms(&key.join(" ")) {
            if let Some((weight, holders)) = self.postings[layer].get(&term) {
                square += weight * weight;
                for holder in holders {
                    dots[*holder as usize] += weight * weight;
                }
            }
        }
        let length = f32::max(square.sqrt(), 1.0);
        let scored = dots.into_iter().zip(&self.names).map(|(dot, name)| (name, dot / (length * name.norm[layer])));
        scored.filter(|(_, score)| *score > NEAR).collect()
    }
}
