//! What a file is, by its bytes; pictures are drawn anew.

use crate::error::ExchangeError;
use image::{ImageFormat, ImageReader, Limits};
use sanviec_domain::file::{FileKind, LARGEST};
use std::io::{Cursor, Read};

/// The longest side of a picture, in points.
const LONGEST_SIDE: u32 = 8_000;
/// Memory that reading a picture may take, in bytes.
const PICTURE_MEMORY: u64 = 128 << 20;
/// Entries of a document.
const MOST_ENTRIES: usize = 2_000;
/// What a document may grow to when it is unpacked, in bytes.
const UNPACKED: u64 = 100 << 20;
/// The longest list of a document's parts, in bytes.
const LIST: u64 = 1 << 20;

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// It holds nothing.
    #[error("empty")]
    Empty,
    /// Larger than [`LARGEST`].
    #[error("too large")]
    TooLarge,
    /// None of the kinds that are taken.
    #[error("of another kind")]
    Kind,
    /// It says it is one of them and can't be read.
    #[error("unreadable")]
    Unreadable,
    /// Too much waits already for the application it was handed in with.
    #[error("no more room")]
    Full,
    /// Something else.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

/// A file that is taken.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) kind: FileKind,
    pub(super) bytes: Vec<u8>,
}

pub(super) fn check(bytes: Vec<u8>) -> Result<Checked, FileFault> {
    if bytes.is_empty() {
        return Err(FileFault::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(FileFault::TooLarge);
    }
    let kind = match infer::get(&bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") => FileKind::Pdf,
        Some("image/jpeg") => FileKind::Jpeg,
        Some("image/png") => FileKind::Png,
        Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/zip") => FileKind::Docx,
        _ => return Err(FileFault::Kind),
    };
    let bytes = match kind {
        FileKind::Pdf => bytes,
        FileKind::Docx => document(bytes)?,
        FileKind::Jpeg => picture(&bytes, ImageFormat::Jpeg)?,
        FileKind::Png => picture(&bytes, ImageFormat::Png)?,
    };
    Ok(Checked { kind, bytes })
}

/// A document is a packed folder with `word/document.xml` in it, without programs, that doesn't grow
/// beyond measure.
fn document(bytes: Vec<u8>) -> Result<Vec<u8>, FileFault> {
    let mut folder = zip::ZipArchive::new(Cursor::new(&bytes)).map_err(|_| FileFault::Unreadable)?;
    if folder.len() > MOST_ENTRIES {
        return Err(FileFault::Unreadable);
    }
    let (mut is_document, mut unpacked) = (false, 0_u64);
    if has_macros(&mut folder)? {
        return Err(FileFault::Kind);
    }
    for at in 0..folder.len() {
        let entry = folder.by_index_raw(at).map_err(|_| FileFault::Unreadable)?;
        unpacked = unpacked.saturating_add(entry.size());
        let name = entry.name().map_err(|_| FileFault::Unreadable)?.to_lowercase();
        is_document |= name == "word/document.xml";
        if name.ends_with("vbaproject.bin") {
            return Err(FileFault::Kind);
        }
    }
    if unpacked > UNPACKED {
        return Err(FileFault::Unreadable);
    }
    if is_document { Ok(bytes) } else { Err(FileFault::Kind) }
}

/// Whether the list of its parts names a program, whatever that part is called.
fn has_macros(folder: &mut zip::ZipArchive<Cursor<&Vec<u8>>>) -> Result<bool, FileFault> {
    let Ok(parts) = folder.by_name("[Content_Types].xml") else { return Ok(false) };
    let mut list = Vec::new();
    parts.take(LIST + 1).read_to_end(&mut list).map_err(|_| FileFault::Unreadable)?;
    if list.len() as u64 > LIST {
        return Err(FileFault::Unreadable);
    }
    let list = String::from_utf8_lossy(&list).to_lowercase();
    Ok(["macroenabled", "vbaproject", "activex"].iter().any(|word| list.contains(word)))
}

/// Drawn anew from its points, so that nothing else of the file is kept: not where it was taken, and
/// nothing that is hidden in it.
fn picture(bytes: &[u8], format: ImageFormat) -> Result<Vec<u8>, FileFault> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(PICTURE_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| FileFault::Unreadable)?;
    // Which side is up stands in what is dropped.
    let orientation = image::ImageDecoder::orientation(&mut decoder).map_err(|_| FileFault::Unreadable)?;
    let mut picture = image::DynamicImage::from_decoder(decoder).map_err(|_| FileFault::Unreadable)?;
    picture.apply_orientation(orientation);
    let picture = match format {
        ImageFormat::Jpeg => image::DynamicImage::ImageRgb8(picture.into_rgb8()),
        _ => picture,
    };
    let mut drawn = Cursor::new(Vec::new());
    picture.write_to(&mut drawn, format).map_err(|_| FileFault::Unreadable)?;
    Ok(drawn.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn png() -> Vec<u8> {
        let mut drawn = Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(8, 4).write_to(&mut drawn, ImageFormat::Png).unwrap();
        drawn.into_inner()
    }

    fn jpeg_with_place() -> Vec<u8> {
        let mut drawn = Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(8, 4).write_to(&mut drawn, ImageFormat::Jpeg).unwrap();
        let drawn = drawn.into_inner();
        // An APP1 segment as a camera writes one, turned on its side (orientation 6), with words in it.
        let exif = [b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".as_slice(), b"GPS 20.45,106.34"].concat();
        let segment = [&[0xff, 0xe1], &((exif.len() + 2) as u16).to_be_bytes()[..], &exif].concat();
        [&drawn[..2], &segment, &drawn[2..]].concat()
    }

    fn packed(names: &[&str]) -> Vec<u8> {
        let parts: Vec<(&str, &str)> = names.iter().map(|name| (*name, "<x/>")).collect();
        folder(&parts)
    }

    fn folder(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut folder = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            folder.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            folder.write_all(text.as_bytes()).unwrap();
        }
        folder.finish().unwrap().into_inner()
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(check(b"%PDF-1.7\n1 0 obj".to_vec()).unwrap().kind, FileKind::Pdf);
        assert_eq!(check(png()).unwrap().kind, FileKind::Png);
        assert_eq!(check(packed(&["[Content_Types].xml", "word/document.xml"])).unwrap().kind, FileKind::Docx);
    }

    #[test]
    fn a_picture_keeps_nothing_but_the_picture() {
        let before = jpeg_with_place();
        assert!(before.windows(3).any(|bytes| bytes == b"GPS"));
        let checked = check(before).unwrap();
        assert_eq!(checked.kind, FileKind::Jpeg);
        assert!(!checked.bytes.windows(3).any(|bytes| bytes == b"GPS"));
        let drawn = image::load_from_memory(&checked.bytes).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (4, 8), "turned as it was to be shown");
    }

    #[test]
    fn what_is_none_of_them_is_not_taken() {
        let html = b"<!doctype html><script>alert(1)</script>".to_vec();
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
        let program = b"MZ\x90\0\x03".to_vec();
        let elf = b"\x7fELF\x02\x01\x01".to_vec();
        for wrong in [html, svg, program, elf, b"GIF89a".to_vec(), b"just words".to_vec()] {
            assert!(matches!(check(wrong.clone()), Err(FileFault::Kind)), "{:?}", String::from_utf8_lossy(&wrong));
        }
        assert!(matches!(check(Vec::new()), Err(FileFault::Empty)));
        assert!(matches!(check(vec![b'%'; LARGEST + 1]), Err(FileFault::TooLarge)));
        assert!(matches!(check(packed(&["evil.exe"])), Err(FileFault::Kind)));
        assert!(matches!(check(packed(&["word/document.xml", "word/vbaProject.bin"])), Err(FileFault::Kind)));
        let renamed = folder(&[
            (
                "[Content_Types].xml",
                "<Override PartName='/word/x.bin' ContentType='application/vnd.ms-office.vbaProject'/>",
            ),
            ("word/document.xml", "<x/>"),
        ]);
        assert!(matches!(check(renamed), Err(FileFault::Kind)));
        let mut torn = png();
        torn.truncate(40);
        assert!(matches!(check(torn), Err(FileFault::Unreadable)));
        assert!(matches!(check(b"PK\x03\x04 and no more".to_vec()), Err(FileFault::Unreadable | FileFault::Kind)));
        // A bomb: a PNG that says it is a hundred thousand points wide.
        let mut bomb = png();
        bomb[16..20].copy_from_slice(&100_000_u32.to_be_bytes());
        assert!(matches!(check(bomb), Err(FileFault::Unreadable)));
    }
}
