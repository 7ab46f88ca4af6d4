//! What people type, over the demo's vacancies.

use sanviec_exchange::generate::{Corpus, CorpusOptions};
use sanviec_exchange::import::Limits;
use sanviec_exchange::importing::{self, Progress, RowReport};
use sanviec_tests::{Start, TestApp, User, on_both};
use serde_json::Value;

struct Quiet;

impl Progress for Quiet {
    fn opened(&mut self, _: u64) {}
    fn row(&mut self, _: &RowReport) {}
}

/// A site with 2,000 vacancies out of the generator.
async fn filled() -> TestApp {
    let app = TestApp::sqlite(Start::Empty).await;
    let options = CorpusOptions {
        today: app.today(),
        employers: 120,
    };
    let corpus = Corpus::new(11, app.exchange().reference.clone(), options);
    let file = app.folder().join("corpus.jsonl");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&file).unwrap());
    corpus.write_corpus(&mut out, 2_000).unwrap();
    drop(out);
    let totals = importing::run(app.exchange(), &sanviec_domain::access::Actor::System, &file, Limits::default(), &mut Quiet)
        .await
        .unwrap();
    assert_eq!(totals.imported, 2_000);
    app.settle().await;
    app
}

async fn search(user: &User, words: &str) -> Value {
    let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
    user.get(&format!("/api/v1/vacancies?limit=10&q={query}")).await.ok().json()
}

async fn total(user: &User, words: &str) -> u64 {
    search(user, words).await["total"].as_u64().unwrap()
}

fn titles(found: &Value) -> Vec<String> {
    found["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_lowercase())
        .collect()
}

/// Sewing: by its national code (753 sewers and tailors, 8153 sewing machine operators) or its title.
fn is_sewing(item: &Value) -> bool {
    let code = item["occupation"]["code"].as_str().unwrap_or_default();
    let title = item["title"].as_str().unwrap().to_lowercase();
    code.starts_with("8153") || code.starts_with("753") || title.split_whitespace().any(|word| word == "may")
}

#[tokio::test]
async fn sewing_is_found_however_it_is_typed() {
    let app = filled().await;
    let user = app.visitor();
    for words in ["cong nhan may", "công nhân may", "CN may", "cong nhan mai", "may cong nghiep tien hai"] {
        let found = search(&user, words).await;
        let items = found["items"].as_array().unwrap();
        assert!(items.len() >= 3, "{words}: {} found", items.len());
        let shown: Vec<String> = items.iter().map(|item| format!("{} ({})", item["title"], item["occupation"]["code"])).collect();
        // "may" is sewing; without marks it may be "máy", machine, too, which comes after it.
        let first = if words.contains("tien hai") { 3 } else { 5 };
        assert!(items.iter().take(first).all(is_sewing), "{words}: {shown:#?}");
        if !words.contains("tien hai") {
            assert!(items.iter().filter(|item| is_sewing(item)).count() >= 9, "{words}: {shown:#?}");
        }
    }
    let here = search(&user, "may cong nghiep tien hai").await;
    let first = &here["items"][0];
    assert!(
        first["place"]["label"].as_str().unwrap().contains("Tiền Hải") || first["employer"]["name"].as_str().unwrap().contains("Tiền Hải"),
        "{first}"
    );

    // With marks or without, the same first ten; in any case and either way of writing a mark.
    for (one, other) in [("điện tử", "dien tu"), ("kế toán", "ke toan"), ("bảo vệ", "bao ve"), ("lái xe nâng", "lai xe nang")] {
        let found = search(&user, one).await;
        assert!(found["total"].as_u64().unwrap() > 0, "{one}");
        let ids = |found: &Value| found["items"].as_array().unwrap().iter().map(|item| item["id"].to_string()).collect::<Vec<_>>();
        let other = search(&user, other).await;
        assert_eq!(ids(&found), ids(&other), "{one}: {:?} {:?}", titles(&found), titles(&other));
        assert_eq!(ids(&found), ids(&search(&user, &one.to_uppercase()).await), "{one} in capitals");
    }
    // Decomposed, and with the tone on the other vowel.
    assert_eq!(total(&user, "ke\u{302}\u{301} toa\u{301}n").await, total(&user, "kế toán").await);
    assert_eq!(total(&user, "hoá chất").await, total(&user, "hóa chất").await);

    // The page finds what the API finds.
    let page = user.get("/viec-lam?q=cong+nhan+may").await.ok();
    let shown = page.texts("main h2 a, main h3 a");
    let listed = search(&user, "cong nhan may").await;
    assert!(shown.len() >= 10, "{shown:?}");
    for (title, item) in shown.iter().zip(listed["items"].as_array().unwrap()) {
        assert!(title.contains(item["title"].as_str().unwrap()), "{title}: {}", item["title"]);
    }

    // A word added never raises the count.
    let sentences = [
        "công nhân may công nghiệp tiền hải ca ngày có xe đưa đón",
        "dien tu linh kien kcn lien ha thai ca dem",
        "nhan vien ke toan tong hop kinh nghiem 2 nam",
        "cong nhan mai khong co that xyz",
        "CN may KCN Phúc Khánh lương cao",
        "lái xe nâng hàng kho vận thái thuỵ",
        "bao ve nhà máy nam dưới 45 tuổi",
        "thợ hàn cơ khí chế tạo",
        "lao dong pho thong khong can kinh nghiem",
        "tuyển gấp nhiều vị trí",
    ];
    for sentence in sentences {
        let words: Vec<&str> = sentence.split(' ').collect();
        let mut last = u64::MAX;
        for length in 1..=words.len() {
            let typed = words[..length].join(" ");
            let found = total(&user, &typed).await;
            assert!(found <= last, "“{typed}” finds {found}, without its last word {last}");
            last = found;
        }
    }
    // Nor does a filter.
    for filter in ["shift=day", "benefit=insurance", "wage_from=9000000", "place=33", "occupation=8"] {
        for words in ["may", "dien tu", "cong nhan"] {
            let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
            let narrowed = user.get(&format!("/api/v1/vacancies?limit=1&q={query}&{filter}")).await.ok().json();
            assert!(narrowed["total"].as_u64().unwrap() <= total(&user, words).await, "{words} {filter}");
        }
    }
    app.end().await;
}

on_both! {
    async fn suggestions_complete_what_is_typed(app in province) {
        let user = app.visitor();
        for typed in ["cong nhan", "công nhân", "CONG NH", "may"] {
            let query: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
            let offered = user.get(&format!("/goi-y?q={query}")).await.ok().json();
            let offered = offered.as_array().unwrap();
            assert!(!offered.is_empty() && offered.len() <= 8, "{typed}: {offered:?}");
            for suggestion in offered {
                assert!(["title", "occupation", "employer", "place"].contains(&suggestion["kind"].as_str().unwrap()), "{suggestion}");
                assert!(suggestion["count"].as_u64().unwrap() > 0, "{suggestion}");
            }
        }
        assert_eq!(user.get("/goi-y?q=").await.ok().json().as_array().map(Vec::len), Some(0));
        assert_eq!(user.get("/goi-y").await.ok().json().as_array().map(Vec::len), Some(0));
    }

    async fn an_address_never_fails(app in province) {
        let user = app.visitor();
        let long = "a".repeat(6_000);
        for query in ["q=%FF%FE", "q=%00", "trang=0", "trang=99999999", "trang=x", "luong=-5", "luong=NaN", "luong=1e999", "kcn=../../etc", "xa=abc", "gan=1-2-3", "sx=%22", "ca=day&ca=day&ca=zzz", long.as_str(), "q=%22%28%29%2A%2B%7E", "q=AND+OR+NOT", "q=a%3Ab"] {
            user.get(&format!("/viec-lam?{query}")).await.ok();
        }
        // Every page of a list can be asked for; beyond the last there is an honest nothing.
        let numbers = |page: &sanviec_tests::Page| page.links("main h2 a, main h3 a");
        let (one, two) = (user.get("/viec-lam").await.ok(), user.get("/viec-lam?trang=2").await.ok());
        assert_eq!((numbers(&one).len(), numbers(&two).len()), (20, 20));
        assert!(numbers(&one).iter().all(|link| !numbers(&two).contains(link)));
        assert_eq!(numbers(&user.get("/viec-lam?trang=150").await.ok()).len(), 0);
    }

    async fn what_finds_nothing_says_how_to_find_something(app in province) {
        let page = app.visitor().get("/viec-lam?q=cong+nhan+may&luong=900").await.ok();
        let ways = page.links("main a[href*='/viec-lam?']");
        assert!(!ways.is_empty(), "{}", page.text("main"));
    }
}
