//! What a page links to: styles, scripts, fonts and icons, inside the binary and served under
//! `/a/{name}.{hash}.{ext}`. The hash is of the content, so a browser may keep a file for ever.

use crate::quick::QuickMap;
use flate2::{Compression, write::GzEncoder};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "../../web"]
#[include = "fonts/*.woff2"]
#[include = "images/*.svg"]
#[include = "scripts/*.js"]
#[include = "styles/*.css"]
struct Files;

/// One file as it is served.
#[derive(Debug)]
pub struct Asset {
    /// The address it is served under.
    pub url: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Its content, compressed; `None` where that saves nothing (fonts).
    pub gzip: Option<Vec<u8>>,
    /// Its media type.
    pub content_type: &'static str,
    /// Its entity tag, quoted.
    pub etag: String,
}

/// What `Cache-Control` says of every asset.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// All the assets.
#[derive(Debug)]
pub struct Assets {
    files: Vec<Asset>,
    by_name: QuickMap<usize>,
    by_url: QuickMap<usize>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::load);

impl Assets {
    /// The address of a file by its plain name: `app.css` → `/a/app.1f2e3d4c.css`.
    pub fn url(name: &str) -> &'static str {
        let found = ASSETS.by_name.get(name).map(|index| ASSETS.files[*index].url.as_str());
        debug_assert!(found.is_some(), "no asset {name}");
        found.unwrap_or_default()
    }

    /// The address of the icons, asked for a hundred times a page.
    pub fn icons() -> &'static str {
        static ICONS: LazyLock<&str> = LazyLock::new(|| Assets::url("icons.svg"));
        *ICONS
    }

    /// The file of an address: `/a/app.1f2e3d4c.css`.
    pub fn get(path: &str) -> Option<&'static Asset> {
        ASSETS.by_url.get(path).map(|index| &ASSETS.files[*index])
    }

    /// Every asset, for tests of weight.
    pub fn all() -> &'static [Asset] {
        &ASSETS.files
    }

    fn load() -> Self {
        let mut all = Self {
            files: Vec::new(),
            by_name: QuickMap::default(),
            by_url: QuickMap::default(),
        };
        // Styles last: they name fonts, and the names have to be those under which fonts are served.
        let mut paths: Vec<String> = Files::iter().map(std::borrow::Cow::into_owned).collect();
        paths.sort_by_key(|path| (path.starts_with("styles/"), path.clone()));
        for path in paths {
            let Some(file) = Files::get(&path) else { continue };
            let mut bytes = file.data.into_owned();
            let Some((folder, name)) = path.split_once('/') else { continue };
            if folder == "styles" {
                bytes = all.linked(&bytes);
            }
            all.add(name, bytes);
        }
        all
    }

    /// A stylesheet with its `url(name)` pointing to what is served.
    fn linked(&self, style: &[u8]) -> Vec<u8> {
        let mut style = String::from_utf8_lossy(style).into_owned();
        for (name, index) in &self.by_name {
            style = style.replace(&format!("url(../fonts/{name})"), &format!("url({})", self.files[*index].url));
        }
        squeeze(&style).into_bytes()
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let Some((stem, extension)) = name.rsplit_once('.') else { return };
        let content_type = match extension {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml; charset=utf-8",
            _ => "font/woff2",
        };
        let hash = hex::encode(&Sha256::digest(&bytes)[..4]);
        let url = format!("/a/{stem}.{hash}.{extension}");
        let gzip = (extension != "woff2").then(|| gzip(&bytes));
        let index = self.files.len();
        self.by_name.insert(name.to_owned(), index);
        self.by_url.insert(url.clone(), index);
        self.files.push(Asset {
            url,
            bytes,
            gzip,
            content_type,
            etag: format!("\"{hash}\""),
        });
    }
}

/// A stylesheet without comments and indentation.
fn squeeze(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    let lines: Vec<&str> = out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Compressed as well as gzip can; done once a file, never a request.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::best());
    // Writing into a vector can't fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_content() {
        let url = Assets::url("app.css");
        let asset = Assets::get(url).unwrap();
        assert_eq!(asset.content_type, "text/css; charset=utf-8");
        assert!(url.contains(asset.etag.trim_matches('"')));
        assert!(asset.gzip.as_ref().unwrap().len() < asset.bytes.len());
        assert!(Assets::get("/a/app.css").is_none());
    }

    #[test]
    fn a_stylesheet_names_fonts_as_they_are_served() {
        let style = String::from_utf8(Assets::get(Assets::url("app.css")).unwrap().bytes.clone()).unwrap();
        assert!(style.contains(&format!("url({})", Assets::url("bvp-400.woff2"))));
        assert!(!style.contains("../fonts/"), "every font of the stylesheet exists");
    }

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(squeeze("a {\n  /* why */\n  b: c;\n}\n"), "a {\nb: c;\n}");
    }
}
