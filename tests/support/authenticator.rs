//! A telephone with an authenticator app.

use crate::app::TestApp;
use totp_rs::{Builder, Secret, Totp};

/// A telephone with an authenticator app, set up for one account.
pub struct Authenticator {
    totp: Totp,
    /// What was printed beside it.
    pub recovery_codes: Vec<String>,
}

impl Authenticator {
    /// Set up by typing the secret.
    pub fn new(secret: &str) -> Self {
        let letters: String = secret.split_whitespace().collect();
        let secret = Secret::try_from_base32(&letters).unwrap_or_else(|error| panic!("“{letters}” is no secret: {error:?}"));
        Self {
            totp: Builder::new().with_secret(secret).build().expect("a secret of a usual length"),
            recovery_codes: Vec::new(),
        }
    }

    /// What it shows now.
    pub fn code(&self, app: &TestApp) -> String {
        self.totp.generate(app.exchange().now().timestamp().unsigned_abs()).to_string()
    }
}
