//! What a page costs on a slow network, and what it costs us.

use sanviec_domain::language::Locale;
use sanviec_render::assets::{Assets, gzip};
use sanviec_render::pages::*;
use sanviec_render::{Area, Chrome, samples};

fn zipped(extension: &str) -> usize {
    Assets::all()
        .iter()
        .filter(|asset| asset.url.ends_with(extension))
        .map(|asset| asset.gzip.as_ref().map_or(asset.bytes.len(), Vec::len))
        .sum()
}

#[test]
fn the_assets_are_light() {
    let (css, js, fonts) = (zipped(".css"), zipped(".js"), zipped(".woff2"));
    let icons = Assets::get(Assets::url("icons.svg")).unwrap().gzip.as_ref().unwrap().len();
    println!("css {css}, scripts {js}, icons {icons}, fonts {fonts}");
    assert!(css <= 8 * 1024, "css {css}");
    assert!(js <= 6 * 1024, "scripts {js}");
    assert!(icons <= 3 * 1024, "icons {icons}");
    assert!(fonts <= 20 * 1024, "fonts {fonts}");
}

#[test]
fn the_key_pages_are_light() {
    let site = samples::site();
    let chrome = Chrome::new(&site, Locale::Vi, Area::Public, "/viec-lam");
    let (cards, facets, content) = (samples::cards(), samples::facets(), samples::content());
    let pager = Pager::new(2, 1284, 20, "/viec-lam?q=may");
    let search = samples::search(&chrome, &cards, &facets, &[], &pager).render().unwrap();
    let vacancy = VacancyPage {
        chrome: &chrome,
        view: samples::view(&content),
        apply: ApplyOffer::Form("/viec-lam/10234/ung-tuyen".to_owned()),
        back: "/viec-lam",
        poster: None,
        report: Some("/viec-lam/10234/phan-anh".to_owned()),
        similar: &cards[..3],
    }
    .render()
    .unwrap();
    let home = HomePage {
        chrome: &chrome,
        vacancies: 1284,
        employers: 312,
        fresh: &cards[..5],
        parks: &[],
        places: &[],
    }
    .render()
    .unwrap();
    let rest = zipped(".css") + zipped(".js") + zipped(".svg") + zipped(".woff2");
    for (name, html) in [("search", search), ("vacancy", vacancy), ("home", home)] {
        let light = gzip(html.as_bytes()).len();
        println!("{name}: {} bytes, {light} compressed, {} with everything", html.len(), light + rest);
        assert!(light <= 15 * 1024, "{name}: {light}");
        assert!(light + rest <= 60 * 1024, "{name}: {} in all", light + rest);
    }
}

/// Run by hand in release: `cargo test -p sanviec-render --release --test html -- --ignored --nocapture speed`.
#[test]
#[ignore = "a measurement, not a test"]
fn speed() {
    let site = samples::site();
    let chrome = Chrome::new(&site, Locale::Vi, Area::Public, "/viec-lam?q=may");
    let (cards, facets) = (samples::cards(), samples::facets());
    let pager = Pager::new(2, 1284, 20, "/viec-lam?q=may");
    let page = samples::search(&chrome, &cards, &facets, &[], &pager);
    // The best of many batches: what else the machine does is not the page's doing.
    let rounds = 200u32;
    let mut best = std::time::Duration::MAX;
    let mut bytes = 0;
    for _ in 0..100 {
        let start = std::time::Instant::now();
        for _ in 0..rounds {
            bytes = page.render().unwrap().len();
        }
        best = best.min(start.elapsed() / rounds);
    }
    println!("search page: {best:?}, {bytes} bytes");
}
