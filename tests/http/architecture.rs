//! The house keeps its order: dependencies point one way, files stay short.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Who may know whom, from [`docs/ARCHITECTURE.md`]: domain ← store ← exchange ← web, domain ←
/// search ← exchange, domain ← render ← exchange; web puts everything together.
const ARROWS: &[(&str, &[&str])] = &[
    ("sanviec-domain", &[]),
    ("sanviec-migrations", &[]),
    ("sanviec-store", &["sanviec-domain", "sanviec-migrations"]),
    ("sanviec-search", &["sanviec-domain"]),
    ("sanviec-render", &["sanviec-domain"]),
    ("sanviec-exchange", &["sanviec-domain", "sanviec-store", "sanviec-search", "sanviec-render"]),
    ("sanviec-web", &["sanviec-domain", "sanviec-store", "sanviec-search", "sanviec-render", "sanviec-exchange"]),
];

/// What a crate must not be built on: the domain waits for nothing and reads no database; the index
/// and the pages know none either; HTTP is the web crate's business.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "sanviec-domain",
        &["tokio", "sea-orm", "axum", "tantivy", "askama", "reqwest", "async-trait", "futures-util", "http"],
    ),
    ("sanviec-store", &["axum", "tantivy", "askama", "reqwest", "lettre"]),
    ("sanviec-search", &["tokio", "sea-orm", "axum", "askama", "reqwest"]),
    ("sanviec-render", &["tokio", "sea-orm", "axum", "tantivy", "reqwest"]),
    ("sanviec-exchange", &["axum", "sea-orm", "tantivy", "askama"]),
    ("sanviec-web", &["sea-orm", "tantivy", "askama"]),
];

/// Lines after which a file has to be split.
const LONGEST: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Each package of the workspace and what it is built on (not what its tests use).
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = std::process::Command::new(cargo)
        .args(["metadata", "--offline", "--locked", "--no-deps", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap().to_owned();
    let built_on = |package: &serde_json::Value| {
        package["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|dependency| dependency["kind"] != "dev")
            .map(name)
            .collect()
    };
    metadata["packages"].as_array().unwrap().iter().map(|package| (name(package), built_on(package))).collect()
}

#[test]
fn the_arrows_point_one_way() {
    let dependencies = dependencies();
    for (package, known) in &dependencies {
        if package == "sanviec-tests" {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| name == package) else {
            panic!("{package} is new: say in ARROWS whom it may know")
        };
        let house: Vec<&String> = known.iter().filter(|name| name.starts_with("sanviec-")).collect();
        for name in house {
            assert!(allowed.contains(&name.as_str()), "{package} must not know {name}");
        }
    }
    for (package, forbidden) in FORBIDDEN {
        for name in *forbidden {
            assert!(!dependencies[*package].contains(*name), "{package} must not be built on {name}");
        }
    }
    let nobody_tests_from_inside = |package: &str| !dependencies[package].contains("sanviec-tests");
    assert!(ARROWS.iter().all(|(package, _)| nobody_tests_from_inside(package)));
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|known| known == ending) {
            found.push(path);
        }
    }
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join("crates")).unwrap() {
        files(&entry.unwrap().path().join("src"), "rs", &mut found);
    }
    assert!(found.len() > 150, "{} files", found.len());
    found
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = sources()
        .iter()
        .filter_map(|path| {
            let lines = std::fs::read_to_string(path).unwrap().lines().count();
            (lines > LONGEST).then(|| format!("{}: {lines} lines", path.strip_prefix(root()).unwrap().display()))
        })
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn modules_are_named_by_their_file() {
    let named: Vec<PathBuf> = sources().into_iter().filter(|path| path.ends_with("mod.rs")).collect();
    assert!(named.is_empty(), "{named:?}");
}

/// The domain decides and never waits.
#[test]
fn the_domain_never_awaits() {
    for path in sources().iter().filter(|path| path.starts_with(root().join("crates/domain"))) {
        let text = std::fs::read_to_string(path).unwrap();
        assert!(!text.contains(".await") && !text.contains("async fn"), "{}", path.display());
    }
}

/// Handlers ask use cases: no query, no unit of work, no life cycle decided in web.
#[test]
fn web_queries_no_table_and_decides_no_rule() {
    for path in sources().iter().filter(|path| path.starts_with(root().join("crates/web"))) {
        let text = std::fs::read_to_string(path).unwrap();
        for word in ["store.reader()", ".begin(", "sea_orm", "decide::<"] {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
    }
}
