//! Searches in the process, beside the rivals, interleaved.

use crate::Outcome;
use crate::figures::{Times, middle};
use crate::queries::{Drawn, Kind};
use crate::report::Report;
use crate::rivals::Rivals;
use sanviec_domain::query::Facet;
use sanviec_exchange::Exchange;
use sanviec_search::PageRequest;
use std::time::{Duration, Instant};

/// One engine's times by kind of query, and how much it found.
pub struct Engine {
    pub name: String,
    pub kinds: Vec<(Kind, Times)>,
    pub found: f64,
}

impl Engine {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            kinds: Kind::ALL.map(|kind| (kind, Times::default())).to_vec(),
            found: 0.0,
        }
    }

    fn add(&mut self, kind: Kind, times: [Duration; 3], found: f64) {
        if let Some((_, of_kind)) = self.kinds.iter_mut().find(|(known, _)| *known == kind) {
            of_kind.add(middle(times));
        }
        self.found += found;
    }

    pub fn all(&self) -> Times {
        let mut all = Times::default();
        for (_, times) in &self.kinds {
            all.extend(times);
        }
        all
    }
}

pub async fn run(exchange: &Exchange, rivals: &Rivals, queries: &[Drawn], report: &mut Report) -> Outcome<()> {
    let names = ["sanviec", "sanviec + facets"].into_iter().chain(rivals.0.iter().map(|rival| rival.name));
    let mut engines: Vec<Engine> = names.map(Engine::new).collect();
    let page = PageRequest::first(20);
    // Once for nothing, so that nobody pays for the first look.
    for asked in queries.iter().step_by(10) {
        exchange.index.search(&asked.query, &page, &Facet::ALL)?;
        for rival in &rivals.0 {
            rival.search(asked).await?;
        }
    }
    // The kinds take turns, too.
    let each = queries.len() / Kind::ALL.len();
    for at in (0..each).flat_map(|at| (0..Kind::ALL.len()).map(move |kind| kind * each + at)) {
        let Some(asked) = queries.get(at) else { continue };
        let mut times = vec![[Duration::ZERO; 3]; engines.len()];
        let mut found = vec![0.0; engines.len()];
        #[expect(clippy::needless_range_loop, reason = "the round is a column of several rows")]
        for round in 0..3 {
            for (engine, facets) in [&[][..], &Facet::ALL[..]].into_iter().enumerate() {
                let began = Instant::now();
                let answer = exchange.index.search(&asked.query, &page, facets)?;
                times[engine][round] = began.elapsed();
                found[engine] = answer.total as f64;
            }
            for (rival, engine) in rivals.0.iter().zip(2..) {
                let began = Instant::now();
                let (_, total) = rival.search(asked).await?;
                times[engine][round] = began.elapsed();
                found[engine] = total as f64;
            }
        }
        for ((engine, times), found) in engines.iter_mut().zip(times).zip(found) {
            engine.add(asked.kind, times, found / queries.len() as f64);
        }
    }
    report.searches(&engines);
    Ok(())
}
