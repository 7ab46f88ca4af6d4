//! A form of a page: what stands in it, what it offers, filled as a person fills it. A field or a
//! choice that the page doesn't offer can't be filled.

use scraper::{ElementRef, Html, Selector};

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Whether it is sent by POST.
    pub is_post: bool,
    /// What is sent.
    pub fields: Vec<(String, String)>,
    /// Free fields: their names.
    free: Vec<String>,
    /// Choices: (name, value, whether others of the name go out when it is taken).
    choices: Vec<(String, String, bool)>,
    /// Buttons with a name: (name, value).
    buttons: Vec<(String, String)>,
}

impl Form {
    /// Reads a form; inputs elsewhere on the page may belong to it by its id.
    pub(crate) fn read(page: &Html, form: ElementRef<'_>) -> Self {
        let mut read = Self {
            action: form.attr("action").unwrap_or_default().to_owned(),
            is_post: form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post")),
            fields: Vec::new(),
            free: Vec::new(),
            choices: Vec::new(),
            buttons: Vec::new(),
        };
        let controls = Selector::parse("input, textarea, select, button").expect("a selector");
        let options = Selector::parse("option").expect("a selector");
        let id = form.attr("id");
        let outside = page.root_element().select(&controls).filter(|control| id.is_some() && control.attr("form") == id);
        for control in form.select(&controls).chain(outside) {
            let Some(name) = control.attr("name").filter(|name| !name.is_empty()).map(str::to_owned) else {
                continue;
            };
            let value = control.attr("value").map(str::to_owned);
            match (control.value().name(), control.attr("type").unwrap_or("text")) {
                ("button", _) | ("input", "submit") => read.buttons.push((name, value.unwrap_or_default())),
                ("input", kind @ ("checkbox" | "radio")) => {
                    let value = value.unwrap_or_else(|| "on".to_owned());
                    if control.attr("checked").is_some() {
                        read.fields.push((name.clone(), value.clone()));
                    }
                    read.choices.push((name, value, kind == "radio"));
                }
                ("select", _) => {
                    let mut chosen = None;
                    for option in control.select(&options) {
                        let value = option.attr("value").map_or_else(|| option.text().collect::<String>(), str::to_owned);
                        if chosen.is_none() || option.attr("selected").is_some() {
                            chosen = Some(value.clone());
                        }
                        read.choices.push((name.clone(), value, true));
                    }
                    read.fields.extend(chosen.map(|value| (name, value)));
                }
                ("textarea", _) => {
                    let text: String = control.text().collect();
                    read.fields.push((name.clone(), text.trim_start_matches('\n').to_owned()));
                    read.free.push(name);
                }
                _ => {
                    read.fields.push((name.clone(), value.unwrap_or_default()));
                    read.free.push(name);
                }
            }
        }
        read
    }

    /// Writes into a field, or takes the one choice of a name.
    #[must_use]
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        if self.free.iter().any(|free| free == name) {
            self.fields.retain(|(known, _)| known != name);
        } else {
            let choice = self.choices.iter().find(|(known, offered, _)| known == name && offered == value);
            let Some((_, _, alone)) = choice else {
                panic!("the form {} doesn't offer {name} = {value}", self.action)
            };
            if *alone {
                self.fields.retain(|(known, _)| known != name);
            }
        }
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Presses a button that has a name.
    #[must_use]
    #[track_caller]
    pub fn press(mut self, name: &str, value: &str) -> Self {
        let button = (name.to_owned(), value.to_owned());
        assert!(
            self.buttons.contains(&button),
            "the form {} has no button {name} = {value}, but {:?}",
            self.action,
            self.buttons
        );
        self.fields.push(button);
        self
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Whether a field or a choice of this name is there.
    pub fn has(&self, name: &str) -> bool {
        self.free.iter().any(|free| free == name) || self.choices.iter().any(|(known, ..)| known == name)
    }

    /// The values offered under a name.
    pub fn offered(&self, name: &str) -> Vec<&str> {
        let choices = self.choices.iter().filter(|(known, ..)| known == name).map(|(_, value, _)| value.as_str());
        choices
            .chain(self.buttons.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()))
            .collect()
    }
}
