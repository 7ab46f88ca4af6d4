//! What kind of file it is, and the first look through its bytes.

use super::{Encoding, FileError, FileKind};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// The beginning of a zip archive, and so of an XLSX file.
const ZIP: &[u8] = b"PK\x03\x04";
/// The beginning of an OLE compound file: old Excel, or a workbook with a password (MS-OFFCRYPTO).
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// An error that says which file can't be read and why.
pub fn unreadable(path: &Path, error: &std::io::Error) -> FileError {
    FileError::Unreadable {
        path: path.to_owned(),
        reason: error.to_string(),
    }
}

/// The kind of a file by its ending, checked against how it begins.
pub fn kind(path: &Path) -> Result<FileKind, FileError> {
    let mut file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let metadata = file.metadata().map_err(|error| unreadable(path, &error))?;
    if !metadata.is_file() {
        return Err(FileError::Unreadable {
            path: path.to_owned(),
            reason: "not a file".to_owned(),
        });
    }
    if metadata.len() == 0 {
        return Err(FileError::Empty);
    }
    let mut head = [0; 8];
    let read = file.read(&mut head).map_err(|error| unreadable(path, &error))?;
    let head = &head[..read];
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default();
    let named = match extension.as_str() {
        "csv" | "tsv" | "txt" => Some(FileKind::Csv),
        "jsonl" | "ndjson" | "json" => Some(FileKind::JsonLines),
        "xlsx" | "xlsm" => Some(FileKind::Xlsx),
        "xls" => None,
        _ => return Err(FileError::UnknownType { extension, looks_like: None }),
    };
    if head.starts_with(OLE) {
        let locked = contains(&mut file, "EncryptedPackage").map_err(|error| unreadable(path, &error))?;
        return Err(if locked { FileError::PasswordProtected } else { FileError::OldExcel });
    }
    match (named, head.starts_with(ZIP)) {
        (Some(FileKind::Xlsx), true) => Ok(FileKind::Xlsx),
        (Some(FileKind::Xlsx), false) => Err(FileError::BrokenWorkbook {
            reason: "it does not begin like an XLSX file".to_owned(),
        }),
        (_, true) => Err(FileError::UnknownType {
            extension,
            looks_like: Some("XLSX/ZIP"),
        }),
        (Some(kind), false) => Ok(kind),
        (None, false) => Err(FileError::OldExcel),
    }
}

/// Whether the first 4 MB hold a name in UTF-16, as the directory of an OLE file does.
fn contains(file: &mut File, name: &str) -> std::io::Result<bool> {
    let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has = |bytes: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.take(4 << 20).read_to_end(&mut bytes)?;
    Ok(has(&bytes))
}

/// The file's size, if the limit allows it.
pub fn check_size(path: &Path, limit: u64) -> Result<u64, FileError> {
    let bytes = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if bytes > limit { Err(FileError::TooLarge { bytes, limit }) } else { Ok(bytes) }
}

/// What bytes that are not UTF-8 probably are.
pub fn guess_encoding(bytes: &[u8]) -> Encoding {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || bytes.iter().take(400).filter(|byte| **byte == 0).count() > 4 {
        return Encoding::Utf16;
    }
    // TCVN3 has no letters below 0xA1 and many from 0xB5 on that Windows-1258 gives to signs.
    let (text, _, failed) = encoding_rs::WINDOWS_1258.decode(bytes);
    if looks_tcvn3(&encoding_rs::WINDOWS_1252.decode(bytes).0) {
        return Encoding::Tcvn3;
    }
    let vietnamese = text.chars().filter(|c| "ăâêôơưđĂÂÊÔƠƯĐ\u{300}\u{301}\u{309}\u{303}\u{323}".contains(*c)).count();
    if !failed && vietnamese * 2 >= text.chars().filter(|c| !c.is_ascii()).count() && vietnamese > 0 {
        Encoding::Windows1258
    } else {
        Encoding::Other
    }
}

/// Letters and signs that stand inside words when a TCVN3 text is shown with another font:
/// "C«ng nh©n", "§iÖn tö".
pub fn looks_tcvn3(text: &str) -> bool {
    let odd = |c: char| "«©®¬\u{AD}§¨µ¶·¸¹»¼½¾¿ÆÇÈÉÊËÖ".contains(c);
    let chars: Vec<char> = text.chars().collect();
    chars
        .windows(2)
        .filter(|pair| odd(pair[0]) && pair[1].is_alphabetic() || pair[0].is_alphabetic() && odd(pair[1]))
        .count()
        >= 2
}

/// Refuses bytes that are not UTF-8, naming the line.
pub fn check_utf8(bytes: &[u8], line: u64) -> Result<(), FileError> {
    if memchr_zero(bytes) {
        return Err(FileError::WrongEncoding { line, found: Encoding::Utf16 });
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok(()),
        Err(_) => Err(FileError::WrongEncoding {
            line,
            found: guess_encoding(bytes),
        }),
    }
}

fn memchr_zero(bytes: &[u8]) -> bool {
    bytes.contains(&0)
}
