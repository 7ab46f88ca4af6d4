//! What speaks to others over HTTP: gateways, providers, employers' own systems.

use std::time::Duration;

/// A client that gives up after a time and is led nowhere: a redirect would take what is sent where nobody
/// meant it to go, into the house too.
pub(crate) fn client(timeout: Duration) -> reqwest::ClientBuilder {
    reqwest::Client::builder().timeout(timeout).redirect(reqwest::redirect::Policy::none())
}
