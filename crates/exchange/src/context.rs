//! What every use case needs: the store, the index, the reference lists, the clock.

use crate::accounts::hashing::Hasher;
use crate::accounts::providers::Providers;
use crate::accounts::vault::Vault;
use crate::error::Result;
use crate::files::Files;
use crate::messages::Channels;
use crate::vacancies::shown::Remembered;
use sanviec_domain::access::Actor;
use sanviec_domain::reference::Reference;
use sanviec_domain::time::{Clock, Instant, SharedClock, SharedIds};
use sanviec_render::Site;
use sanviec_search::VacancyIndex;
use sanviec_store::{Database, Unit};
use std::ops::Deref;
use std::sync::Arc;

/// What the centre configures and use cases need.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Names, addresses, telephone of the centre.
    pub site: Site,
    /// Months after which the data of a person who was not hired is deleted (law 91/2025 art. 25).
    pub retention_months: u32,
    /// One in so many of what trusted employers publish is looked at afterwards.
    pub sample_every: u32,
    /// How often somebody may ask for the same.
    pub rates: crate::limits::Rates,
    /// Seals the secrets of second factors.
    pub vault: Vault,
    /// Through whom one may sign in besides.
    pub providers: Providers,
    /// How much each part of a match counts, and from when.
    pub weights: Vec<sanviec_domain::matching::Weights>,
    /// What the allocation over the province rewards besides fits.
    pub fairness: crate::matching::province::Fairness,
    /// How employers' own systems are told.
    pub webhooks: crate::program::webhooks::Sender,
}

/// The exchange as a program runs it. Cheap to clone.
#[derive(Clone)]
pub struct Exchange(Arc<Inner>);

struct Inner {
    parts: Parts,
    remembered: Remembered,
    announced: crate::announcements::Known,
    lumps: crate::limits::Lumps,
    hasher: Hasher,
}

/// The parts of an [`Exchange`].
pub struct Parts {
    /// The truth.
    pub store: Database,
    /// What is found.
    pub index: VacancyIndex,
    /// The official lists.
    pub reference: Arc<Reference>,
    /// What time it is.
    pub clock: SharedClock,
    /// New ids and secrets.
    pub ids: SharedIds,
    /// What the centre configures.
    pub settings: Settings,
    /// Where messages go out.
    pub channels: Channels,
    /// Where the files lie that people hand in.
    pub files: Files,
}

impl Deref for Exchange {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}

impl Exchange {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Inner {
            parts,
            remembered: Remembered::default(),
            announced: crate::announcements::Known::default(),
            lumps: crate::limits::Lumps::default(),
            hasher: Hasher::default(),
        }))
    }

    /// The announcements read a moment ago.
    pub(crate) fn announced(&self) -> &crate::announcements::Known {
        &self.0.announced
    }

    /// The counts that are not written yet.
    pub(crate) fn lumps(&self) -> &crate::limits::Lumps {
        &self.0.lumps
    }

    /// The public pages that were shown a moment ago.
    pub(crate) fn remembered(&self) -> &Remembered {
        &self.0.remembered
    }

    /// Hashes passwords, a few at a time.
    pub(crate) fn hasher(&self) -> &Hasher {
        &self.0.hasher
    }

    /// Begins a unit of work for an actor. Dropping it undoes it.
    pub async fn begin(&self, actor: &Actor) -> Result<Unit> {
        Ok(self.store.begin(self.clock.clone(), self.ids.clone(), actor.clone()).await?)
    }

    /// Now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Whether a day is a public holiday.
    pub fn is_holiday(&self) -> impl Fn(chrono::NaiveDate) -> bool + '_ {
        |day| self.reference.is_holiday(day)
    }
}

/// A clock that can be moved: the demo's and the tests'.
pub struct MovableClock {
    real: SharedClock,
    shift_seconds: std::sync::atomic::AtomicI64,
}

impl MovableClock {
    /// A clock that shows `real` until it is moved.
    pub fn new(real: SharedClock) -> Self {
        Self {
            real,
            shift_seconds: std::sync::atomic::AtomicI64::new(0),
        }
    }

    /// Moves the clock by so much, forward or back.
    pub fn advance(&self, by: chrono::TimeDelta) {
        self.shift_seconds.fetch_add(by.num_seconds(), std::sync::atomic::Ordering::SeqCst);
    }

    /// Back to the real time.
    pub fn reset(&self) {
        self.shift_seconds.store(0, std::sync::atomic::Ordering::SeqCst);
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Instant {
        self.real.now() + chrono::TimeDelta::seconds(self.shift_seconds.load(std::sync::atomic::Ordering::SeqCst))
    }
}
