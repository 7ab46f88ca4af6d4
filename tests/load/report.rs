//! The table, the goals, the JSON.

use crate::client::{CLIENTS, Load};
use crate::figures::Times;
use crate::searches::Engine;
use serde_json::{Value, json};
use std::fmt;
use std::time::Duration;

pub const INDEX_BUILD: &str = "Index build, analysis and all";
pub const FTS5_BUILD: &str = "FTS5 build, folding and all";
pub const POSTGRES_BUILD: &str = "PostgreSQL tsvector + GIN build, folding and all";

struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
}

struct Goal {
    name: String,
    value: f64,
    /// The least or the most it may be.
    bound: f64,
    at_least: bool,
    unit: &'static str,
}

impl Goal {
    fn is_met(&self) -> bool {
        if self.at_least { self.value >= self.bound } else { self.value <= self.bound }
    }
}

/// Everything that was measured.
pub struct Report {
    size: u64,
    figures: Vec<Figure>,
    goals: Vec<Goal>,
    searches: Vec<Search>,
    notes: Vec<String>,
}

/// A line of the table of searches; microseconds.
struct Search {
    engine: String,
    kind: &'static str,
    p50: f64,
    p95: f64,
    p99: f64,
}

impl Search {
    fn new(engine: &str, kind: &'static str, times: &Times) -> Self {
        Self {
            engine: engine.to_owned(),
            kind,
            p50: times.quantile(0.5),
            p95: times.quantile(0.95),
            p99: times.quantile(0.99),
        }
    }
}

impl Report {
    pub fn new(size: u64) -> Self {
        Self {
            size,
            figures: Vec::new(),
            goals: Vec::new(),
            searches: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub fn note(&mut self, note: &str) {
        eprintln!("{note}");
        self.notes.push(note.to_owned());
    }

    pub fn figure(&mut self, name: &str, value: f64, unit: &'static str) {
        eprintln!("{name}: {} {unit}", number(value));
        self.figures.push(Figure {
            name: name.to_owned(),
            value,
            unit,
        });
    }

    pub fn rate(&mut self, name: &str, count: u64, time: Duration, unit: &'static str) {
        self.figure(name, count as f64 / time.as_secs_f64(), unit);
    }

    fn value(&self, name: &str) -> Option<f64> {
        self.figures.iter().find(|figure| figure.name == name).map(|figure| figure.value)
    }

    fn goal(&mut self, name: &str, value: f64, at_least: bool, bound: f64, unit: &'static str) {
        self.goals.push(Goal {
            name: name.to_owned(),
            value,
            bound,
            at_least,
            unit,
        });
    }

    /// After all have been built.
    pub fn index_against_rivals(&mut self) {
        let Some(ours) = self.value(INDEX_BUILD) else { return };
        if let Some(fts5) = self.value(FTS5_BUILD) {
            self.goal("Index build beside FTS5's", ours / fts5, true, 1.0, "×");
        }
        if let Some(postgres) = self.value(POSTGRES_BUILD) {
            self.figure("Index build beside PostgreSQL's", ours / postgres, "×");
        }
    }

    /// The first engine is ours, the second ours with facets.
    pub fn searches(&mut self, engines: &[Engine]) {
        for engine in engines {
            let all = engine.all();
            self.searches.push(Search::new(&engine.name, "all", &all));
            self.searches.extend(engine.kinds.iter().map(|(kind, times)| Search::new(&engine.name, kind.name(), times)));
            self.figure(&format!("Found by {} on average", engine.name), engine.found, "vacancies");
        }
        let Some(ours) = engines.first().map(Engine::all) else { return };
        let median = ours.quantile(0.5);
        for (name, bound) in [("FTS5", 10.0), ("PostgreSQL", 15.0)] {
            if let Some(rival) = engines.iter().find(|engine| engine.name == name) {
                self.goal(&format!("Search at the median, faster than {name}"), rival.all().quantile(0.5) / median, true, bound, "×");
            }
        }
        self.goal("Search p99 beside its median", ours.quantile(0.99) / median, false, 10.0, "×");
        if let Some(facets) = engines.get(1) {
            self.goal("Search with all facets beside without, median", facets.all().quantile(0.5) / median, false, 3.0, "×");
        }
    }

    pub fn delay(&mut self, times: &Times) {
        self.figure("Published to found, p50", times.quantile(0.5) / 1e3, "ms");
        let p99 = times.quantile(0.99) / 1e3;
        self.figure("Published to found, p99", p99, "ms");
        self.goal("Published to found, p99", p99, false, 1_000.0, "ms");
    }

    /// Issue 4: found while submitting within 20 ms at the median.
    pub fn likeness(&mut self, times: &Times, found: f64) {
        let p50 = times.quantile(0.5) / 1e3;
        self.figure("Near-duplicates looked for, p50", p50, "ms");
        self.figure("Near-duplicates looked for, p95", times.quantile(0.95) / 1e3, "ms");
        self.figure("Originals found from a copy with a word changed", found * 100.0, "%");
        self.goal("Near-duplicates looked for, p50", p50, false, 20.0, "ms");
    }

    pub fn start(&mut self, time: Duration) {
        self.figure("Start to first page, existing data", time.as_secs_f64(), "s");
        self.goal("Start to first page, existing data", time.as_secs_f64(), false, 10.0, "s");
    }

    pub fn requests(&mut self, alone: f64, search: &Load, vacancy: &Load, trivial: &Load, packed: &Load, is_small: bool) {
        self.figure("Searches of the page, in the process alone", alone, "/s");
        self.load("/viec-lam?q=", search);
        self.load("/viec-lam?q=, compressed", packed);
        self.load("/viec-lam/{vacancy}", vacancy);
        self.load("Trivial handler", trivial);
        self.goal("Search page beside searches alone", search.per_second / alone, true, 0.6, "×");
        self.goal("Vacancy page beside the trivial handler", vacancy.per_second / trivial.per_second, true, 0.1, "×");
        if is_small {
            self.small(search);
        }
    }

    pub fn small(&mut self, search: &Load) {
        self.figure("/viec-lam?q=, small site", search.per_second, "/s");
        self.goal("Search page at 5,000 vacancies (or fewer)", search.per_second, true, 1_100.0, "/s");
    }

    /// The search page alone, and under a flood of people who sign in.
    pub fn flood(&mut self, quiet: &Load, flooded: &Load, signed_in: &Load, at_once: usize) {
        let milliseconds = |load: &Load| load.times.quantile(0.95) / 1e3;
        self.figure("/viec-lam?q=, before the flood, p95", milliseconds(quiet), "ms");
        self.figure(&format!("/viec-lam?q=, {at_once} signing in at once, p95"), milliseconds(flooded), "ms");
        self.figure(&format!("Signed in, {at_once} at once"), signed_in.per_second, "/s");
        self.goal("Search page under a flood of sign-ins, p95", milliseconds(flooded) / milliseconds(quiet), false, 1.5, "×");
    }

    pub fn load(&mut self, name: &str, load: &Load) {
        self.figure(&format!("{name}, {CLIENTS} clients"), load.per_second, "/s");
        self.figure(&format!("{name}, p50"), load.times.quantile(0.5) / 1e3, "ms");
        self.figure(&format!("{name}, p99"), load.times.quantile(0.99) / 1e3, "ms");
        self.figure(&format!("{name}, answer"), load.bytes / 1e3, "kB");
    }

    /// At most, at the end, and without what is only mapped from files; megabytes.
    pub fn memory(&mut self, most: f64, now: f64, own: f64) {
        self.figure("Memory at most", most, "MB");
        self.figure("Memory after the load", now, "MB");
        self.figure("Memory after the load, without mapped files", own, "MB");
        self.goal("Memory at most", most, false, 300.0, "MB");
    }

    pub fn json(&self) -> Value {
        let figures: Vec<Value> = self
            .figures
            .iter()
            .map(|figure| json!({ "name": figure.name, "value": figure.value, "unit": figure.unit }))
            .collect();
        let searches: Vec<Value> = self
            .searches
            .iter()
            .map(|search| json!({ "engine": search.engine, "kind": search.kind, "p50_us": search.p50, "p95_us": search.p95, "p99_us": search.p99 }))
            .collect();
        let goal = |goal: &Goal| json!({ "name": goal.name, "value": goal.value, "at_least": goal.at_least, "bound": goal.bound, "unit": goal.unit, "met": goal.is_met() });
        let goals: Vec<Value> = self.goals.iter().map(goal).collect();
        json!({ "size": self.size, "cores": std::thread::available_parallelism().map_or(1, usize::from), "figures": figures, "searches": searches, "goals": goals, "notes": self.notes })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{} vacancies\n", self.size)?;
        for figure in &self.figures {
            writeln!(f, "{:<52} {:>12} {}", figure.name, number(figure.value), figure.unit)?;
        }
        writeln!(f, "\n{:<18} {:<13} {:>10} {:>10} {:>10}  (ms)", "Search", "kind", "p50", "p95", "p99")?;
        for search in &self.searches {
            writeln!(
                f,
                "{:<18} {:<13} {:>10.3} {:>10.3} {:>10.3}",
                search.engine,
                search.kind,
                search.p50 / 1e3,
                search.p95 / 1e3,
                search.p99 / 1e3
            )?;
        }
        writeln!(f, "\n{:<52} {:>10}      {:>10}", "Goal", "measured", "wanted")?;
        for goal in &self.goals {
            let (sign, verdict) = (if goal.at_least { "≥" } else { "≤" }, if goal.is_met() { "met" } else { "NOT MET" });
            writeln!(
                f,
                "{:<52} {:>10} {:<3} {sign} {:>8} {:<3} {verdict}",
                goal.name,
                number(goal.value),
                goal.unit,
                number(goal.bound),
                goal.unit
            )?;
        }
        for note in &self.notes {
            writeln!(f, "\nNote: {note}")?;
        }
        Ok(())
    }
}

/// As many digits as tell something.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}
