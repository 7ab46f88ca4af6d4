//! A vacancy for search engines: schema.org/JobPosting.

use super::VacancyView;
use crate::Chrome;
use sanviec_domain::language::Locale;
use sanviec_domain::pay::PayPeriod;
use sanviec_domain::vocabulary::{Purpose, WorkTime};
use serde_json::{Map, Value, json};

/// The posting as JSON that is safe inside a `script` element.
pub fn job_posting(view: &VacancyView, chrome: &Chrome) -> String {
    let content = view.content;
    let mut posting = Map::new();
    let mut set = |name: &str, value: Value| posting.insert(name.to_owned(), value);
    set("@context", json!("https://schema.org"));
    set("@type", json!("JobPosting"));
    set("title", json!(content.title));
    set("description", json!(description(view)));
    set("identifier", json!({"@type": "PropertyValue", "name": chrome.site.name, "value": view.number.to_string()}));
    set("url", json!(format!("{}{}", chrome.site.base_url, crate::chrome::localised(&view.path(), Locale::Vi))));
    if let Some(day) = view.published_on {
        set("datePosted", json!(day.to_string()));
    }
    if let Some(day) = content.deadline {
        // The whole of the last day, as it ends in Vietnam.
        set("validThrough", json!(format!("{day}T23:59:59+07:00")));
    }
    let kind = match (content.work_time, content.purpose) {
        (_, Some(Purpose::Temporary)) => "TEMPORARY",
        (Some(WorkTime::PartTime), _) => "PART_TIME",
        _ => "FULL_TIME",
    };
    set("employmentType", json!(kind));
    set("hiringOrganization", json!({"@type": "Organization", "name": view.employer.name}));
    let mut address = json!({"@type": "PostalAddress", "addressCountry": "VN", "addressRegion": view.province, "streetAddress": view.place_short});
    if let (Some(commune), Some(address)) = (view.commune, address.as_object_mut()) {
        address.insert("addressLocality".to_owned(), json!(commune));
    }
    set("jobLocation", json!({"@type": "Place", "address": address}));
    if let Some(openings) = content.openings {
        set("totalJobOpenings", json!(openings));
    }
    if let crate::format::PayLine::Amount(period, range) = view.pay() {
        let unit = match period {
            PayPeriod::Month => "MONTH",
            PayPeriod::Day | PayPeriod::Shift => "DAY",
            PayPeriod::Hour => "HOUR",
        };
        let mut value = Map::new();
        value.insert("@type".to_owned(), json!("QuantitativeValue"));
        value.insert("unitText".to_owned(), json!(unit));
        for (name, amount) in [("minValue", range.from), ("maxValue", range.to)] {
            if let Some(amount) = amount {
                value.insert(name.to_owned(), json!(amount.0));
            }
        }
        set("baseSalary", json!({"@type": "MonetaryAmount", "currency": "VND", "value": value}));
    }
    set("directApply", json!(true));
    // A "<" could end the element; JSON knows it by another name, too.
    Value::Object(posting).to_string().replace('<', "\\u003c")
}

/// The texts as simple HTML, as search engines want them.
fn description(view: &VacancyView) -> String {
    let mut out = String::new();
    for text in [&view.content.description, &view.content.requirements] {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            out.push_str("<p>");
            for c in line.chars() {
                match c {
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '&' => out.push_str("&amp;"),
                    c => out.push(c),
                }
            }
            out.push_str("</p>");
        }
    }
    out
}
