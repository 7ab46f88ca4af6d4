//! Looking for nearly the same text while a vacancy is submitted, among all that are there.

use crate::Outcome;
use crate::figures::{Choice, Times};
use crate::report::Report;
use crate::{SEED, corpus};
use sanviec_domain::ids::VacancyId;
use sanviec_exchange::Exchange;
use sanviec_exchange::vacancies::likeness;
use std::time::Instant;

/// Copies of vacancies all over the corpus, each with a word changed, as somebody else would hand them in.
pub async fn run(exchange: &Exchange, count: usize, report: &mut Report) -> Outcome<()> {
    let conn = exchange.store.reader();
    let mut choice = Choice(SEED);
    let all = corpus::ids(exchange).await?;
    let (mut times, mut found) = (Times::default(), 0_usize);
    let mut asked = 0;
    while asked < count {
        let original = sanviec_store::vacancies::find(conn, all[choice.below(all.len())]).await?.ok_or("a vacancy is gone")?;
        let mut copy = original.clone();
        copy.id = VacancyId(uuid::Uuid::from_u128(asked as u128));
        copy.content.description = copy.content.description.replacen("công ty", "nhà máy", 1);
        let began = Instant::now();
        let near = likeness::near(conn, &copy).await?;
        times.add(began.elapsed());
        found += usize::from(near.iter().any(|other| other.id == original.id));
        asked += 1;
    }
    report.likeness(&times, found as f64 / count as f64);
    Ok(())
}
