//! `/viec-lam`: the search and its results.

use crate::Chrome;
use crate::card::VacancyCard;
use crate::pages::Pager;
use askama::Template;
use sanviec_domain::query::Facet;
use sanviec_domain::vocabulary::Vocabulary;

/// A filter in force, to be taken away.
#[derive(Clone, Debug)]
pub struct Chip {
    /// "Ca ngày".
    pub label: String,
    /// The search without it.
    pub href: String,
}

/// A value to filter by.
#[derive(Clone, Debug)]
pub struct FacetOption {
    /// As it stands in the address.
    pub value: String,
    /// "KCN Liên Hà Thái".
    pub label: String,
    /// How many vacancies there would be.
    pub count: u64,
    /// Whether it is chosen.
    pub selected: bool,
}

/// A kind of filter.
#[derive(Clone, Debug)]
pub struct FacetGroup {
    /// Which.
    pub facet: Facet,
    /// Its values, in the order shown; those after the eighth lie under "more".
    pub options: Vec<FacetOption>,
}

/// An order of the results.
#[derive(Clone, Debug)]
pub struct SortLink {
    /// "Mới nhất".
    pub label: &'static str,
    /// The search in this order.
    pub href: String,
    /// Whether it is the one in force.
    pub current: bool,
}

/// The words were taken for others: a typo.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// What was searched for.
    pub shown: String,
    /// The search for exactly what was typed, where there is one.
    pub exact_href: Option<String>,
}

/// The search without one of its parts, where there is nothing with all of them.
#[derive(Clone, Debug)]
pub struct Widen {
    /// The part left out: "Ca đêm".
    pub without: String,
    /// The search without it.
    pub href: String,
    /// How many vacancies it finds.
    pub count: u64,
}

/// The names of the filters in the address.
pub fn parameter(facet: Facet) -> &'static str {
    match facet {
        Facet::Park => "kcn",
        Facet::Commune => "xa",
        Facet::Province => "tinh",
        Facet::Occupation => "nghe",
        Facet::Wage => "luong",
        Facet::Shift => "ca",
        Facet::Contract => "hd",
        Facet::Benefit => "pl",
        Facet::Experience => "kn",
        Facet::WorkTime => "tg",
    }
}

impl FacetGroup {
    fn name(&self) -> &'static str {
        parameter(self.facet)
    }

    fn title<'a>(&self, t: &'a crate::Texts) -> &'a str {
        match self.facet {
            Facet::Park => t.get("facet-park"),
            Facet::Commune => t.get("facet-commune"),
            Facet::Province => t.get("facet-province"),
            Facet::Occupation => t.get("facet-occupation"),
            Facet::Wage => t.get("facet-wage"),
            Facet::Shift => t.get("facet-shift"),
            Facet::Contract => t.get("facet-contract"),
            Facet::Benefit => t.get("facet-benefit"),
            Facet::Experience => t.get("facet-experience"),
            Facet::WorkTime => t.get("facet-work-time"),
        }
    }

    /// "Wage from" is one step; of everything else there may be several.
    fn single(&self) -> bool {
        self.facet == Facet::Wage
    }

    fn any_selected(&self) -> bool {
        self.options.iter().any(|option| option.selected)
    }

    fn rest_selected(&self) -> bool {
        self.rest().iter().any(|option| option.selected)
    }

    /// What workers look at first stands open, and what is in use.
    fn open(&self) -> bool {
        matches!(self.facet, Facet::Park | Facet::Wage | Facet::Shift) || self.any_selected()
    }

    fn first(&self) -> &[FacetOption] {
        &self.options[..self.options.len().min(SHOWN)]
    }

    fn rest(&self) -> &[FacetOption] {
        self.options.get(SHOWN..).unwrap_or_default()
    }
}

/// Values of a filter shown at once.
const SHOWN: usize = 8;

/// The search page.
#[derive(Template)]
#[template(path = "public/search.html")]
pub struct SearchPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The words (`q`).
    pub text: &'a str,
    /// The place as typed (`noi`).
    pub place: &'a str,
    /// How many vacancies were found.
    pub total: u64,
    /// Whether anything is asked at all; else the page is the list of everything.
    pub asked: bool,
    /// The place or trade that the address itself names: "KCN Liên Hà Thái". Such a page may be indexed.
    pub scope: Option<&'a str>,
    /// The rows of this page.
    pub rows: &'a [VacancyCard],
    /// The filters in force.
    pub chips: &'a [Chip],
    /// The search without any filter.
    pub clear_href: &'a str,
    /// The filters on offer.
    pub facets: &'a [FacetGroup],
    /// The orders on offer.
    pub sorts: &'a [SortLink],
    /// The order's key as the address names it (`sx`), where it was chosen.
    pub sort: Option<&'a str>,
    /// The pages.
    pub pager: &'a Pager,
    /// Whether the words were taken for others.
    pub corrected: Option<Corrected>,
    /// What would be found without one of the filters; for a search that finds nothing.
    pub widen: &'a [Widen],
    /// Names offered in the place field.
    pub places: &'a [String],
}

crate::html_pages!(SearchPage);

/// Rows of one page.
pub const PER_PAGE: u64 = 20;

impl SearchPage<'_> {
    fn first_number(&self) -> u64 {
        (self.pager.page - 1) * PER_PAGE + 1
    }

    fn heading(&self) -> String {
        let t = self.chrome.t;
        match (self.scope, self.asked) {
            (Some(scope), _) => t.with("jobs-in", &[("n", self.total.into()), ("scope", scope.into())]),
            (None, true) => t.count("jobs-found", self.total),
            (None, false) => t.count("jobs-open", self.total),
        }
    }
}
