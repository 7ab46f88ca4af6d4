//! What holds for every page.

use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

/// The whole list; `name` says which page in a failure.
pub fn check(name: &str, locale: &str, html: &str) {
    let page = Html::parse_document(html);
    let lang = all(&page, "html")[0].value().attr("lang");
    assert_eq!(lang, Some(locale), "{name}: lang");

    let headings = all(&page, "h1");
    assert_eq!(headings.len(), 1, "{name}: one h1");
    assert!(!headings[0].text().collect::<String>().trim().is_empty(), "{name}: the h1 says something");
    let title = all(&page, "title")[0].text().collect::<String>();
    assert!(title.trim().len() > 5, "{name}: title {title:?}");
    if page.select(&Selector::parse(".errs").unwrap()).next().is_some() {
        let lead = if locale == "vi" { "Lỗi: " } else { "Error: " };
        assert!(title.trim_start().starts_with(lead), "{name}: a page with errors says so in its title: {title:?}");
    }

    heading_order(name, &page);
    let ids = ids(name, &page);
    references(name, &page, &ids);
    labels(name, &page, &ids);
    content_security_policy(name, &page);

    let primary = all(&page, "main .btn:not(.btn--2)");
    let shown = primary.iter().filter(|button| button.value().attr("hidden").is_none()).count();
    assert!(shown <= 1, "{name}: {shown} primary buttons");
    for link in all(&page, "a") {
        let href = link.value().attr("href").unwrap_or_default();
        assert!(!href.is_empty() && !href.starts_with("javascript:"), "{name}: a link that leads somewhere: {}", link.html());
        let says = link.text().collect::<String>();
        assert!(!says.trim().is_empty(), "{name}: a link says where: {}", link.html());
    }
    for icon in all(&page, "svg:not([role])") {
        let hidden = icon.value().attr("aria-hidden") == Some("true");
        assert!(hidden, "{name}: an icon is decoration beside a word");
    }
    assert!(!html.contains("{{") && !html.contains("{%"), "{name}: no template left over");
}

/// Levels go down one at a time.
fn heading_order(name: &str, page: &Html) {
    let mut last = 0;
    for heading in all(page, "main h1, main h2, main h3, main h4") {
        let level = heading.value().name()[1..].parse::<usize>().unwrap();
        // The summary of errors stands above the h1, as an h2.
        if last > 0 {
            assert!(level <= last + 1, "{name}: h{level} after h{last}: {}", heading.text().collect::<String>());
        }
        last = level.max(1);
    }
}

fn ids(name: &str, page: &Html) -> HashSet<String> {
    let mut ids = HashSet::new();
    for element in all(page, "[id]") {
        let id = element.value().attr("id").unwrap().to_owned();
        assert!(!id.is_empty() && !id.contains(' '), "{name}: id {id:?}");
        assert!(ids.insert(id.clone()), "{name}: id {id} twice");
    }
    ids
}

fn references(name: &str, page: &Html, ids: &HashSet<String>) {
    for attribute in ["aria-describedby", "aria-labelledby", "aria-controls", "for", "list", "form", "popovertarget"] {
        for element in all(page, &format!("[{attribute}]")) {
            for id in element.value().attr(attribute).unwrap().split_whitespace() {
                assert!(ids.contains(id), "{name}: {attribute}={id} is nowhere");
            }
        }
    }
    for link in all(page, "a[href^='#']") {
        let id = &link.value().attr("href").unwrap()[1..];
        assert!(ids.contains(id), "{name}: #{id} is nowhere");
    }
}

fn labels(name: &str, page: &Html, ids: &HashSet<String>) {
    let labelled: HashSet<&str> = all(page, "label[for]").iter().filter_map(|label| label.value().attr("for")).collect();
    for input in all(page, "input, select, textarea") {
        let value = input.value();
        if matches!(value.attr("type"), Some("hidden" | "submit")) {
            continue;
        }
        let wrapped = input.ancestors().filter_map(ElementRef::wrap).any(|parent| parent.value().name() == "label");
        let named =
            value.attr("id").is_some_and(|id| labelled.contains(id)) || value.attr("aria-label").is_some() || value.attr("aria-labelledby").is_some_and(|id| ids.contains(id));
        assert!(wrapped || named, "{name}: no label: {}", input.html());
        assert!(value.attr("name").is_some_and(|name| !name.is_empty()), "{name}: no name: {}", input.html());
    }
    for button in all(page, "button") {
        assert!(!button.text().collect::<String>().trim().is_empty(), "{name}: a button says what it does");
    }
    for set in all(page, "fieldset") {
        assert!(set.select(&Selector::parse("legend").unwrap()).next().is_some(), "{name}: a fieldset has a legend");
    }
}

/// `default-src 'self'` without exceptions: nothing in the page may need one.
fn content_security_policy(name: &str, page: &Html) {
    assert!(all(page, "style").is_empty(), "{name}: a style element");
    for script in all(page, "script") {
        let data = script.value().attr("type") == Some("application/ld+json");
        assert!(data || script.value().attr("src").is_some_and(|src| src.starts_with("/a/")), "{name}: an inline script");
    }
    for element in all(page, "*") {
        for (attribute, _) in element.value().attrs() {
            assert!(attribute != "style" && !attribute.starts_with("on"), "{name}: {attribute} on {}", element.value().name());
        }
    }
}
