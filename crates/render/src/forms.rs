//! What a person typed into a form, and what is wrong with it: kept and shown again together.
//!
//! An input's `id` is its field's name (of a group of radios or boxes: the first one's), so the
//! summary at the top can link to it.

use std::collections::HashMap;

/// Something wrong at a field, in words for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The input's name.
    pub field: String,
    /// What to do about it: "Nhập họ và tên".
    pub message: String,
}

/// A form as it was typed.
#[derive(Clone, Debug, Default)]
pub struct FormState {
    /// What was typed, by the input's name.
    pub values: HashMap<String, Vec<String>>,
    /// What is wrong, in the order of the fields.
    pub errors: Vec<FieldError>,
}

impl FormState {
    /// A form filled from pairs, as a body or a query gives them.
    pub fn from_pairs<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            form.values.entry(name.into()).or_default().push(value.into());
        }
        form
    }

    /// Sets a field's only value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), vec![value.into()]);
    }

    /// Adds an error at a field.
    pub fn fail(&mut self, field: &str, message: impl Into<String>) {
        self.errors.push(FieldError {
            field: field.to_owned(),
            message: message.into(),
        });
    }

    /// The value of a field; empty where nothing was typed.
    pub fn value(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// Every value of a field.
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a box or a radio is ticked, or an option chosen.
    pub fn checked(&self, name: &str, value: &str) -> bool {
        self.values(name).iter().any(|given| given == value)
    }

    /// What is wrong with a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == name).map(|error| error.message.as_str())
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_kept() {
        let mut form = FormState::from_pairs([("ca", "day"), ("ca", "night"), ("ten", "An")]);
        assert_eq!(form.value("ten"), "An");
        assert_eq!(form.value("dien-thoai"), "");
        assert!(form.checked("ca", "night") && !form.checked("ca", "office"));
        form.fail("ten", "Nhập họ và tên");
        assert_eq!(form.error("ten"), Some("Nhập họ và tên"));
        assert_eq!(form.error("ca"), None);
    }
}
