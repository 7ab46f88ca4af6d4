//! `serve` and `work`.

use crate::config::Config;
use crate::{App, boot, server};
use sanviec_exchange::{indexing, jobs};
use std::process::ExitCode;

/// Serves the site until it is told to stop.
pub(super) async fn serve(config: &Config) -> anyhow::Result<ExitCode> {
    let (clock, ids) = boot::system();
    let exchange = boot::exchange(config, clock, ids).await?;
    let app = App::new(exchange, config.clone(), None);
    server::serve(app, server::until_told(), |address| println!("http://{address}/")).await?;
    Ok(ExitCode::SUCCESS)
}

/// Does jobs until it is told to stop.
pub(super) async fn work(config: &Config) -> anyhow::Result<ExitCode> {
    let (clock, ids) = boot::system();
    let exchange = boot::open(config, clock, ids).await?;
    // The index belongs to whoever serves it, and is mended there.
    if indexing::is_ahead(&exchange).await? {
        tracing::warn!("the search index is newer than the database, as after a restore: start `sanviec serve`, which builds it anew, or run `sanviec reindex`");
    }
    let cancel = server::until_told();
    jobs::work(exchange, format!("work-{}", std::process::id()), cancel).await;
    Ok(ExitCode::SUCCESS)
}
