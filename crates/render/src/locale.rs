//! The words of the screens: Fluent files of `web/locales`, one set a language, inside the binary.
//!
//! Messages without variables are resolved once at start, so most of a page costs a look-up in a
//! map; only those with variables run through Fluent when asked.

use crate::quick::QuickMap;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use sanviec_domain::language::Locale;
use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;
use unic_langid::langid;

/// For templates, which have no paths of their own.
pub const VI: Locale = Locale::Vi;
/// See [`VI`].
pub const EN: Locale = Locale::En;

#[derive(RustEmbed)]
#[folder = "../../web/locales"]
#[include = "*.ftl"]
struct Files;

/// The words of one language.
pub struct Texts {
    locale: Locale,
    plain: QuickMap<String>,
    bundle: FluentBundle<FluentResource>,
}

/// A variable of a message.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// A piece of text, shown as it is.
    Text(Cow<'a, str>),
    /// A number: decides the plural form and is shown with the language's group separator.
    Number(i64),
}

/// What can be a variable. Templates hand arguments over behind any number of references, so those
/// count, too.
pub trait AsValue {
    /// As a variable.
    fn as_value(&self) -> Value<'_>;
}

impl<T: AsValue + ?Sized> AsValue for &T {
    fn as_value(&self) -> Value<'_> {
        (**self).as_value()
    }
}

impl AsValue for str {
    fn as_value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}

impl AsValue for String {
    fn as_value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! number_values {
    ($($number:ty),+) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
        impl AsValue for $number {
            fn as_value(&self) -> Value<'_> {
                Value::from(*self)
            }
        }
    )+};
}
number_values!(u8, u16, u32, u64, usize, i32, i64);

static VIETNAMESE: LazyLock<Texts> = LazyLock::new(|| Texts::load(Locale::Vi));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::load(Locale::En));

fn grouped(value: &FluentValue, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) if value.fract() == 0.0 => Some(crate::format::number(*value as i64, locale)),
        _ => None,
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.locale).finish()
    }
}

impl Texts {
    /// The words of a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Vi => &VIETNAMESE,
            Locale::En => &ENGLISH,
        }
    }

    fn load(locale: Locale) -> Self {
        let language = match locale {
            Locale::Vi => langid!("vi"),
            Locale::En => langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks would end up in what people copy and in what tests compare.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match locale {
            Locale::Vi => |value, _| grouped(value, Locale::Vi),
            Locale::En => |value, _| grouped(value, Locale::En),
        }));
        let mut keys = Vec::new();
        let folder = format!("{}/", locale.tag());
        for path in Files::iter().filter(|path| path.starts_with(&folder)) {
            let Some(file) = Files::get(&path) else { continue };
            let source = String::from_utf8_lossy(&file.data).into_owned();
            // What is wrong in a file is found by the tests; at run time the good messages count.
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
                debug_assert!(errors.is_empty(), "{path}: {errors:?}");
                resource
            });
            keys.extend(resource.entries().filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            if let Err(errors) = bundle.add_resource(resource) {
                debug_assert!(errors.is_empty(), "{path}: {errors:?}");
            }
        }
        let mut plain = QuickMap::default();
        for key in keys {
            let mut errors = Vec::new();
            let resolved = bundle
                .get_message(&key)
                .and_then(|message| message.value())
                .map(|pattern| bundle.format_pattern(pattern, None, &mut errors).into_owned());
            // A message that needs variables reports them missing and stays with the bundle.
            if let (Some(text), true) = (resolved, errors.is_empty()) {
                plain.insert(key, text);
            }
        }
        Self { locale, plain, bundle }
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A message without variables. A key that does not exist is a mistake of ours: tests stop on
    /// it, visitors read the key.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        if let Some(text) = self.plain.get(key) {
            text
        } else {
            debug_assert!(false, "no text {key} in {}", self.locale.tag());
            key
        }
    }

    /// Whether a message of this key exists.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message with variables.
    pub fn with(&self, key: &str, values: &[(&str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no text {key} in {}", self.locale.tag());
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => args.set(*name, text.as_ref()),
                Value::Number(number) => args.set(*name, *number),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "text {key} in {}: {errors:?}", self.locale.tag());
        text
    }

    /// A message whose one variable is a count, `$n`.
    pub fn count(&self, key: &str, n: impl AsValue) -> String {
        self.with(key, &[("n", n.as_value())])
    }

    /// A message with one variable.
    pub fn fill(&self, key: &str, name: &str, value: impl AsValue) -> String {
        self.with(key, &[(name, value.as_value())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_choose_the_plural() {
        assert_eq!(Texts::of(Locale::Vi).count("jobs-open", 1284), "1.284 việc làm đang tuyển");
        assert_eq!(Texts::of(Locale::En).count("jobs-open", 1284), "1,284 open jobs");
        assert_eq!(Texts::of(Locale::En).count("jobs-open", 1), "1 open job");
    }

    #[test]
    #[should_panic(expected = "no text there-is-none in vi")]
    fn a_missing_key_stops_a_test() {
        let _ = Texts::of(Locale::Vi).get("there-is-none");
    }
}
