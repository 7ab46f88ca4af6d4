//! Numbered pages of a list.

/// Where a list is, and how its pages are addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pager {
    /// The page shown, from 1.
    pub page: u64,
    /// How many there are.
    pub pages: u64,
    /// The address up to `trang=`'s value's name: ends in `?` or `&`.
    pub base: String,
}

impl Pager {
    /// The only page there is.
    pub fn single() -> Self {
        Self {
            page: 1,
            pages: 1,
            base: String::new(),
        }
    }

    /// Pages of so many rows; a page past the end becomes the last. `path_and_query` has no `trang`.
    pub fn new(page: u64, total: u64, per_page: u64, path_and_query: &str) -> Self {
        let pages = total.div_ceil(per_page.max(1)).max(1);
        let joint = if path_and_query.contains('?') { '&' } else { '?' };
        Self {
            page: page.clamp(1, pages),
            pages,
            base: format!("{path_and_query}{joint}"),
        }
    }

    /// The address of a page.
    pub fn href(&self, page: &u64) -> String {
        if *page == 1 {
            self.base.trim_end_matches(['?', '&']).to_owned()
        } else {
            format!("{}trang={page}", self.base)
        }
    }

    /// The address of the page before.
    pub fn previous(&self) -> String {
        self.href(&self.page.saturating_sub(1).max(1))
    }

    /// The address of the page after.
    pub fn following(&self) -> String {
        self.href(&(self.page + 1))
    }

    /// Whether it is the page shown.
    pub fn is_current(&self, page: &u64) -> bool {
        self.page == *page
    }

    /// The numbers shown: the first, the last, the page and its neighbours; `None` is a gap.
    pub fn steps(&self) -> Vec<Option<u64>> {
        let mut steps = Vec::with_capacity(7);
        let mut last = 0;
        for page in [1, self.page.saturating_sub(1), self.page, self.page + 1, self.pages] {
            if page <= last || page > self.pages {
                continue;
            }
            match page - last {
                1 => {}
                2 => steps.push(Some(page - 1)),
                _ => steps.push(None),
            }
            steps.push(Some(page));
            last = page;
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(page: u64, last: u64) -> String {
        let of = Pager {
            page,
            pages: last,
            base: "/viec-lam?".to_owned(),
        };
        of.steps()
            .iter()
            .map(|step| step.map_or("…".to_owned(), |page| page.to_string()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn numbers_round_the_page() {
        assert_eq!(steps(1, 1), "1");
        assert_eq!(steps(1, 3), "1 2 3");
        assert_eq!(steps(1, 65), "1 2 … 65");
        assert_eq!(steps(3, 65), "1 2 3 4 … 65");
        assert_eq!(steps(4, 65), "1 2 3 4 5 … 65");
        assert_eq!(steps(30, 65), "1 … 29 30 31 … 65");
        assert_eq!(steps(65, 65), "1 … 64 65");
    }

    #[test]
    fn addresses() {
        let pager = Pager::new(9, 41, 20, "/viec-lam?q=may");
        assert_eq!((pager.page, pager.pages), (3, 3));
        assert_eq!(pager.href(&2), "/viec-lam?q=may&trang=2");
        assert_eq!(pager.href(&1), "/viec-lam?q=may");
        assert_eq!(Pager::new(1, 100, 20, "/viec-lam").href(&1), "/viec-lam");
        assert_eq!(Pager::new(1, 0, 20, "/viec-lam").pages, 1);
    }
}
