//! The pages of employers, the centre, colleges and administrators, read as a browser would.

use sanviec_domain::language::Locale;
use sanviec_render::samples::staff;
use scraper::{ElementRef, Html, Selector};

fn pages() -> Vec<(Locale, &'static str, String)> {
    Locale::ALL
        .into_iter()
        .flat_map(|locale| staff::pages(locale).into_iter().map(move |page| page.map(|(name, html)| (locale, name, html)).unwrap()))
        .collect()
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes the pages into the folder that `SAVE_PAGES` names, to be looked at.
#[test]
fn every_page_can_be_saved() {
    let pages = pages();
    assert!(pages.len() >= 50);
    let Some(folder) = std::env::var_os("SAVE_PAGES").map(std::path::PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(folder.join("a")).unwrap();
    for asset in sanviec_render::assets::Assets::all() {
        std::fs::write(folder.join(asset.url.trim_start_matches('/')), &asset.bytes).unwrap();
    }
    for (locale, name, html) in pages {
        std::fs::write(folder.join(format!("{name}.{}.html", locale.tag())), html).unwrap();
    }
}

#[test]
fn every_page_passes_the_common_checks() {
    for (locale, name, html) in pages() {
        crate::checks::check(name, locale.tag(), &html);
        assert!(!html.contains("{ $"), "{name}: a text's variable was left over");
    }
}

#[test]
fn tables_forms_and_groups_are_sound() {
    for (_, name, html) in pages() {
        let page = Html::parse_document(&html);
        for group in select(&page, "fieldset") {
            let legend = group.children().filter_map(ElementRef::wrap).find(|child| child.value().name() == "legend");
            assert!(legend.is_some_and(|legend| !text(legend).is_empty()), "{name}: a group without a legend of its own");
        }
        for table in select(&page, "table") {
            assert!(!table.html().contains("<th>"), "{name}: a head without its scope");
        }
        assert!(select(&page, "form form").is_empty(), "{name}: a form in a form");
        for form in select(&page, "form") {
            // Only a search may stand in an address.
            let expected = if form.attr("role") == Some("search") { "get" } else { "post" };
            assert_eq!(form.attr("method"), Some(expected), "{name}");
        }
    }
}

#[test]
fn a_posting_form_asks_for_every_field_once() {
    use sanviec_render::pages::posting_fields::{ACTION, ALL, BOXES, MORE, PREVIEW, REPEATED, REVISE, SAVE, TICKED};
    for (_, name, html) in pages()
        .into_iter()
        .filter(|(_, name, _)| matches!(*name, "dang-tin" | "sua-tin" | "dang-tin-loi" | "sua-tin-dang-tuyen"))
    {
        let page = Html::parse_document(&html);
        let mut asked: Vec<&str> = select(&page, "form.posting :is(input, select, textarea)")
            .into_iter()
            .filter_map(|input| input.attr("name"))
            .collect();
        asked.dedup();
        assert_eq!(asked, ALL, "{name}: in the order of the form");
        for field in ALL {
            let inputs = select(&page, &format!("[name={field}]"));
            let is_list = inputs[0].attr("type") == Some("checkbox") && !BOXES.contains(field);
            assert_eq!(is_list, REPEATED.contains(field), "{name}: {field}");
            assert_eq!(inputs[0].attr("id"), Some(*field), "{name}: errors lead to {field}");
            if BOXES.contains(field) {
                assert_eq!(inputs[0].attr("value"), Some(TICKED));
            }
        }
        let hidden: Vec<&str> = select(&page, "form.posting details :is(input, select, textarea)")
            .into_iter()
            .filter_map(|input| input.attr("name"))
            .collect();
        for field in ALL {
            assert_eq!(hidden.contains(field), MORE.iter().any(|more| more.contains(field)), "{name}: {field}");
        }
        let actions: Vec<&str> = select(&page, &format!("button[name={ACTION}]"))
            .into_iter()
            .filter_map(|button| button.attr("value"))
            .collect();
        let expected: &[&str] = if name == "sua-tin-dang-tuyen" { &[REVISE] } else { &[PREVIEW, SAVE] };
        assert_eq!(actions, expected);
    }
}

#[test]
fn what_was_typed_and_what_is_wrong_stand_in_the_form() {
    let pages = pages();
    let find = |name: &str| Html::parse_document(&pages.iter().find(|(locale, known, _)| *locale == Locale::Vi && *known == name).unwrap().2);
    let wrong = find("dang-tin-loi");
    assert!(text(select(&wrong, "title")[0]).starts_with("Lỗi: "));
    assert_eq!(select(&wrong, "#job_title")[0].attr("value"), Some("Thợ hàn"));
    let summary: Vec<&str> = select(&wrong, ".errs a").into_iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(
        summary,
        ["#quantity", "#job_description", "#park", "#wage_from", "#work_time", "#deadline", "#contact_name"],
        "in the form's order"
    );
    for input in &summary {
        assert_eq!(select(&wrong, &format!(".field--bad {input}")).len(), 1, "{input}");
    }
    let edited = find("sua-tin");
    assert_eq!(select(&edited, "details.further[open]").len(), 4, "filled details are open");
    assert!(select(&edited, "#benefits[checked]").len() == 1 && select(&edited, "#shift[checked]").is_empty());
    assert_eq!(select(&find("dang-tin"), "form details.further[open]").len(), 0);
}

#[test]
fn the_words_that_raised_a_finding_are_marked_in_the_posting() {
    let pages = pages();
    let (_, _, html) = pages.iter().find(|(_, name, _)| *name == "viec-duyet").unwrap();
    let page = Html::parse_document(html);
    let marked: Vec<String> = select(&page, ".case__body mark").into_iter().map(text).collect();
    for words in ["đặt cọc", "0987 654 321", "Chỉ tuyển nữ", "18 - 35 tuổi", "Ngoại hình"] {
        assert!(marked.iter().any(|mark| mark.contains(words)), "{words} in {marked:?}");
    }
    assert_eq!(select(&page, "input[name=reason]").len(), sanviec_domain::moderation::Reason::of_texts().count());
    assert_eq!(select(&page, "input[name=reason][checked]").len(), 1);
    let thens: Vec<&str> = select(&page, "button[name=then]").into_iter().filter_map(|button| button.attr("value")).collect();
    assert_eq!(thens, ["next", "stay"]);
}

#[test]
fn nobody_decides_what_a_colleague_holds() {
    for (_, name, html) in pages() {
        let decides = html.contains("name=\"outcome\"");
        assert_eq!(
            decides,
            matches!(name, "viec-duyet" | "viec-duyet-loi" | "viec-sua-doi" | "viec-doanh-nghiep" | "viec-phan-anh"),
            "{name}"
        );
    }
}

#[test]
fn pages_are_light() {
    for (locale, name, html) in pages() {
        let weight = sanviec_render::assets::gzip(html.as_bytes()).len();
        assert!(weight <= 15 * 1024, "{name} {}: {weight} bytes", locale.tag());
    }
}
