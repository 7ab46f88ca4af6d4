//! Files that people hand in: which kinds, how large, how many.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The kinds that are taken. What a file is, its content says; its name says nothing.
    FileKind {
        Pdf = "pdf", "PDF", "PDF";
        Docx = "docx", "Word", "Word";
        Jpeg = "jpeg", "Ảnh JPEG", "JPEG picture";
        Png = "png", "Ảnh PNG", "PNG picture";
    }
}

impl FileKind {
    /// The media type it is served as.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// How its name ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// Whether it is a picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }
}

/// The largest file, in bytes.
pub const LARGEST: usize = 5 << 20;
/// The most files that are handed in with one thing.
pub const MOST: usize = 3;
/// The longest name that is kept, in characters.
pub const LONGEST_NAME: usize = 100;

/// A name as it is kept: one line, no path, ended as its kind is ended.
pub fn tidy_name(said: &str, kind: FileKind) -> String {
    let last = said.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = crate::text::tidy_line(last);
    let plain: String = line.chars().filter(|c| !c.is_control() && !"<>:\"|?*;".contains(*c)).collect();
    let stem = plain.rsplit_once('.').map_or(plain.as_str(), |(stem, _)| stem).trim_matches(['.', ' ']);
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    let stem = if stem.is_empty() { "tep" } else { &stem };
    format!("{stem}.{}", kind.extension())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_and_nothing_else() {
        for (said, kept) in [
            ("Hồ sơ xin việc.pdf", "Hồ sơ xin việc.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\An\\cv.docx.exe", "cv.docx.pdf"),
            ("a\r\nContent-Type: text/html\".pdf", "a Content-Type text html.pdf"),
            ("", "tep.pdf"),
            ("...", "tep.pdf"),
            (".htaccess", "tep.pdf"),
        ] {
            let tidy = tidy_name(said, FileKind::Pdf);
            if said.starts_with("a\r\n") {
                assert!(!tidy.contains(['\r', '\n', '"', ':']), "{tidy}");
            } else {
                assert_eq!(tidy, kept, "{said}");
            }
        }
        assert!(tidy_name(&"x".repeat(500), FileKind::Png).chars().count() <= LONGEST_NAME + 4);
    }
}
