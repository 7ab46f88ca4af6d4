//! Many rows at once. `cargo test -p sanviec-store --release -- --ignored --nocapture growth` prints
//! how long they take.

use sanviec_domain::ids::VacancyNumber;
use sanviec_store::*;
use std::time::Instant;

async fn import(world: &crate::world::World, count: usize) {
    let employer = world.employer().await;
    let started = Instant::now();
    let unit = world.begin().await;
    let first = vacancies::next_numbers(&unit, count).await.unwrap();
    let records: Vec<_> = (0..count)
        .map(|position| VacancyRecord {
            external_reference: Some(format!("TD-{position}")),
            ..world.vacancy(employer, first.0 + position as i64)
        })
        .collect();
    for record in &records {
        unit.changed(Entity::Vacancy, record.id.0, ChangeKind::Put);
    }
    let references: Vec<String> = records.iter().filter_map(|record| record.external_reference.clone()).collect();
    let ids: Vec<_> = records.iter().map(|record| record.id).collect();
    vacancies::insert_many(&unit, records).await.unwrap();
    unit.save().await.unwrap();
    let written = started.elapsed();

    let reader = world.db.reader();
    assert_eq!(feed::last(reader).await.unwrap(), count as i64);
    let started = Instant::now();
    assert_eq!(vacancies::references(reader, &[employer], &references).await.unwrap().len(), count);
    let looked_up = started.elapsed();
    let (mut after, mut walked) = (None, 0);
    let started = Instant::now();
    loop {
        let page = vacancies::published_page(reader, after, 1_000).await.unwrap();
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        walked += page.len();
    }
    let read = started.elapsed();
    assert_eq!(walked, count);

    let rounds = 1_000.min(count);
    let started = Instant::now();
    for round in 0..rounds {
        let vacancy = vacancies::by_number(reader, VacancyNumber(first.0 + (round * 37 % count) as i64)).await.unwrap().unwrap();
        organisations::find(reader, vacancy.employer).await.unwrap().unwrap();
    }
    let page = started.elapsed() / rounds as u32;
    let started = Instant::now();
    for round in 0..rounds {
        let from = round * 37 % (count - 20);
        assert_eq!(vacancies::with_employer(reader, &ids[from..from + 20]).await.unwrap().len(), 20);
    }
    let list = started.elapsed() / rounds as u32;
    println!(
        "{:?}: {count} written in {written:.1?}, references in {looked_up:.1?}, walked in {read:.1?}; page {page:.1?}, 20 results {list:.1?}",
        world.db.engine()
    );
}

on_both! {
    async fn a_file_of_vacancies_goes_in_and_comes_out(world) {
        import(world, 2_300).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a while; prints figures"]
async fn a_hundred_thousand_vacancies() {
    let world = crate::world::World::sqlite().await;
    import(&world, 100_000).await;
    world.end().await;
    if let Some(world) = crate::world::World::postgres().await {
        import(&world, 100_000).await;
        world.end().await;
    }
}
