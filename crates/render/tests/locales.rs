//! The texts: every key in every language with the same variables, every key that is used exists,
//! and none is left over.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Beginnings of keys that code puts together. Each must be written in the code as it stands here.
fn composed(key: &str, sources: &str) -> bool {
    key.match_indices('-').any(|(at, _)| sources.contains(&format!("\"{}{{", &key[..=at])))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|ending| ending == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn variables(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    fn inline(expression: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
        match expression {
            InlineExpression::VariableReference { id } => {
                into.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => placeable(expression, into),
            _ => {}
        }
    }
    fn placeable(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
        match expression {
            Expression::Inline(expression) => inline(expression, into),
            Expression::Select { selector, variants } => {
                inline(selector, into);
                for variant in variants {
                    variables(&variant.value, into);
                }
            }
        }
    }
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            placeable(expression, into);
        }
    }
}

/// The keys of a language with their variables; `area/key` where it stands.
fn messages(language: &str) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut all: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    for path in files(&root().join("web/locales").join(language), "ftl") {
        let area = path.file_stem().unwrap().to_string_lossy().into_owned();
        let source = std::fs::read_to_string(&path).unwrap();
        let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut names = BTreeSet::new();
            let value = message.value.as_ref().unwrap_or_else(|| panic!("{}: {} has no value", path.display(), message.id.name));
            variables(value, &mut names);
            let before = all.insert(message.id.name.to_owned(), (area.clone(), names));
            assert!(before.is_none(), "{language}: {} stands twice", message.id.name);
        }
    }
    all
}

/// Everything that uses texts: the templates and this crate's source.
fn sources() -> String {
    let mut paths = files(&root().join("web/templates"), "html");
    paths.extend(files(&root().join("crates/render/src"), "rs"));
    // What other crates ask for by key, where they are there.
    for other in ["web", "exchange"] {
        paths.extend(files(&root().join("crates").join(other).join("src"), "rs"));
    }
    paths.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_text_is_in_every_language_with_the_same_variables() {
    let [vi, en] = LANGUAGES.map(messages);
    assert!(vi.len() > 200, "{} texts", vi.len());
    let missing: Vec<_> = vi.keys().filter(|key| !en.contains_key(*key)).collect();
    let extra: Vec<_> = en.keys().filter(|key| !vi.contains_key(*key)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "not in en: {missing:?}; not in vi: {extra:?}");
    for (key, of_vi) in &vi {
        assert_eq!(of_vi, &en[key], "{key}: (file, variables) differ");
    }
}

#[test]
fn every_text_asked_for_exists() {
    let known = messages("vi");
    let sources = sources();
    let mut asked = 0;
    for method in ["get", "with", "count", "fill"] {
        for (at, start) in sources.match_indices(&format!(".{method}(\"")) {
            // `t.get("…")`, `chrome.t.get("…")`, `texts.get("…")`, `Texts::of(…).get("…")`: not a map's.
            let before = &sources[..at];
            let of_texts = [" t", "(t", "texts()", ".t", "&t", "{t", "=t", "texts", "!t", "\tt"]
                .iter()
                .any(|name| before.ends_with(name));
            if !of_texts {
                continue;
            }
            let key = sources[at + start.len()..].split('"').next().unwrap();
            assert!(known.contains_key(key), "no text {key:?}");
            asked += 1;
        }
    }
    assert!(asked > 200, "{asked} uses found");
}

#[test]
fn no_text_is_left_over() {
    let sources = sources();
    let unused: Vec<String> = messages("vi")
        .into_iter()
        .filter(|(key, _)| !sources.contains(&format!("\"{key}\"")) && !composed(key, &sources))
        .map(|(key, (area, _))| format!("{area}.ftl: {key}"))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}
