//! What the public page of a vacancy shows, remembered for a moment: an address that goes round in a
//! group chat is opened by hundreds of people within the minute, and each would ask the same of the
//! store and of the index.

use super::{find, read};
use crate::Exchange;
use crate::vacancies::read::VacancyView;
use chrono::TimeDelta;
use sanviec_domain::ids::VacancyNumber;
use sanviec_domain::language::Locale;
use sanviec_domain::text::slug;
use sanviec_domain::time::Instant;
use sanviec_render::card::{VacancyCard, vacancy_path};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// How long another process's change may stay unseen: what is taken down is gone within a second.
const KEPT: TimeDelta = TimeDelta::seconds(1);
/// Pages remembered at once; each is some ten kilobytes.
const MOST: usize = 1_000;
/// Vacancies shown as similar.
const SIMILAR: usize = 4;

/// What the page shows.
pub struct Shown {
    /// The vacancy and its employer.
    pub view: VacancyView,
    /// The page's address without the language.
    pub path: String,
    /// How many open vacancies the employer has.
    pub open_vacancies: u64,
    /// Open vacancies like it; empty while the index can't say.
    pub similar: Vec<VacancyCard>,
    /// The page as people see it who bring nothing along (no session, no query), by language.
    pages: [OnceLock<Arc<[u8]>>; Locale::ALL.len()],
}

impl Shown {
    /// The page for people who bring nothing along, made by the first of them.
    pub fn page<E>(&self, locale: Locale, make: impl FnOnce() -> Result<String, E>) -> Result<Arc<[u8]>, E> {
        let place = Locale::ALL.iter().position(|other| *other == locale).unwrap_or_default();
        if let Some(page) = self.pages[place].get() {
            return Ok(page.clone());
        }
        let made: Arc<[u8]> = make()?.into_bytes().into();
        Ok(self.pages[place].get_or_init(|| made).clone())
    }
}

struct Kept {
    shown: Arc<Shown>,
    /// The last change that this process had made when it was read.
    change: u64,
    at: Instant,
}

/// The pages remembered.
#[derive(Default)]
pub(crate) struct Remembered(Mutex<HashMap<VacancyNumber, Kept>>);

impl Remembered {
    /// Only what no change of this process and no moved clock has made old.
    fn get(&self, number: VacancyNumber, change: u64, now: Instant) -> Option<Arc<Shown>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.get(&number)?;
        let fresh = known.change == change && (now - known.at).abs() < KEPT;
        fresh.then(|| known.shown.clone())
    }

    fn put(&self, number: VacancyNumber, known: Kept) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            let now = known.at;
            kept.retain(|_, other| (now - other.at).abs() < KEPT);
            if kept.len() >= MOST {
                kept.clear();
            }
        }
        kept.insert(number, known);
    }
}

/// The public page of a vacancy.
///
/// # Errors
/// As [`read::public`]; what isn't there is never remembered.
pub async fn shown(exchange: &Exchange, number: VacancyNumber) -> crate::error::Result<Arc<Shown>> {
    // Before the reading, so that a change meanwhile makes it old.
    let (change, at) = (exchange.store.last_change_here(), exchange.now());
    if let Some(known) = exchange.remembered().get(number, change, at) {
        return Ok(known);
    }
    let view = read::public(exchange, number).await?;
    let shown = Arc::new(Shown {
        path: vacancy_path(view.vacancy.number, &slug(&view.vacancy.content.title)),
        open_vacancies: find::count_of_employer(exchange, view.employer.id)?,
        similar: find::similar(exchange, view.vacancy.id, SIMILAR).unwrap_or_default(),
        view,
        pages: Default::default(),
    });
    exchange.remembered().put(number, Kept { shown: shown.clone(), change, at });
    Ok(shown)
}
