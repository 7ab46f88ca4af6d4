//! An answer of the site, looked at as a person does.

use crate::form::Form;
use http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};

/// An answer, after every redirect.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it came from in the end.
    pub path: String,
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: String,
    /// How many redirects led to it.
    pub redirects: usize,
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

fn words(element: ElementRef<'_>) -> String {
    let text: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
    text.join(" ")
}

impl Page {
    /// The page, which must have been answered with 200.
    #[track_caller]
    #[expect(clippy::return_self_not_must_use, reason = "an assertion that reads on")]
    pub fn ok(self) -> Self {
        self.is(StatusCode::OK)
    }

    /// The page, which must have been answered with a status.
    #[track_caller]
    #[expect(clippy::return_self_not_must_use, reason = "an assertion that reads on")]
    pub fn is(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.path, self.text("main"));
        self
    }

    /// The words of the first element that matches; empty where none does.
    pub fn text(&self, css: &str) -> String {
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// The words of every element that matches.
    pub fn texts(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.body).select(&selector(css)).map(words).collect()
    }

    /// How many elements match.
    pub fn count(&self, css: &str) -> usize {
        Html::parse_document(&self.body).select(&selector(css)).count()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        Html::parse_document(&self.body)
            .select(&selector(css))
            .next()
            .and_then(|element| element.attr(name))
            .map(str::to_owned)
    }

    /// Whether the page's main part says this.
    pub fn says(&self, text: &str) -> bool {
        self.text("body").contains(text)
    }

    /// Where the link with this text leads.
    #[track_caller]
    pub fn link(&self, text: &str) -> String {
        let html = Html::parse_document(&self.body);
        let found = html
            .select(&selector("a[href]"))
            .find(|link| words(*link).contains(text))
            .and_then(|link| link.attr("href"));
        found.unwrap_or_else(|| panic!("{} has no link “{text}”", self.path)).to_owned()
    }

    /// An attribute of every element that has it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        html.select(&selector(css)).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// Where every link leads.
    pub fn links(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.body)
            .select(&selector(css))
            .filter_map(|link| link.attr("href"))
            .map(str::to_owned)
            .collect()
    }

    /// The form that is sent to a path, as it stands.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        self.find_form(action)
            .unwrap_or_else(|| panic!("{} ({}) has no form for {action}: {}", self.path, self.status, self.text("main")))
    }

    /// The form that is sent to a path, if it is offered.
    pub fn find_form(&self, action: &str) -> Option<Form> {
        let html = Html::parse_document(&self.body);
        html.select(&selector("form"))
            .find(|form| form.attr("action") == Some(action))
            .map(|form| Form::read(&html, form))
    }

    /// Whether a form is offered whose path ends so.
    pub fn offers(&self, action: &str) -> bool {
        self.find_form(action).is_some()
    }

    /// The errors at fields: (input's name, message).
    pub fn errors(&self) -> Vec<String> {
        self.texts("main .err:not([hidden])")
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.path, self.body))
    }

    /// The kind of content, without its charset.
    pub fn kind(&self) -> &str {
        let kind = self.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        kind.split(';').next().unwrap_or_default()
    }

    /// A header's value; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
