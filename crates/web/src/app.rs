//! What every handler is given.

use crate::config::{Config, Environment};
use sanviec_exchange::Exchange;
use sanviec_exchange::context::MovableClock;
use std::ops::Deref;
use std::sync::Arc;

/// The running site. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of an [`App`].
pub struct Parts {
    /// The use cases.
    pub exchange: Exchange,
    /// The configuration.
    pub config: Config,
    /// The demo's clock, where there is a demo bar.
    pub clock: Option<Arc<MovableClock>>,
}

impl App {
    /// Puts the parts together. The movable clock is only ever there outside production.
    pub fn new(exchange: Exchange, config: Config, clock: Option<Arc<MovableClock>>) -> Self {
        let clock = clock.filter(|_| config.demo.bar && config.environment != Environment::Production);
        Self(Arc::new(Parts { exchange, config, clock }))
    }

    /// Whether the demo bar is there.
    pub fn has_demo_bar(&self) -> bool {
        self.clock.is_some()
    }

    /// Whether people reach the site over TLS, so that cookies can insist on it.
    pub fn is_secure(&self) -> bool {
        self.config.server.base_url.starts_with("https://")
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
