//! An agreement on paper: its exact text as a tagged PDF, with the signatures that stand over it. The same
//! records always give the same bytes, so that a file can be held against them later.

use crate::format;
use crate::pdf::{Block as Drawn, Document, Language, Moment, PartyBlock, PdfError, SignatureBlock, render};
use chrono::{Datelike, Timelike};
use sanviec_domain::agreement::SigningFactor;
use sanviec_domain::agreement::text::{Block, blocks};
use sanviec_domain::language::Locale;
use sanviec_domain::partnership::Side;
use sanviec_domain::time::{Instant, in_vietnam};
use sanviec_domain::vocabulary::Vocabulary;

/// A signature on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSignature {
    /// For which side.
    pub side: Side,
    /// Who.
    pub name: String,
    /// As what.
    pub title: String,
    /// With what.
    pub factor: SigningFactor,
    /// When.
    pub at: Instant,
}

/// What is put on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper<'a> {
    /// The agreement's number.
    pub number: &'a str,
    /// The exact text.
    pub body: &'a str,
    /// SHA-256 of its bytes.
    pub hash: &'a str,
    /// When it was written.
    pub written_at: Instant,
    /// The signatures that stand over it.
    pub signatures: &'a [PaperSignature],
}

/// Relative widths of the columns of an agreement's lines.
const WIDTHS: [f32; 7] = [5.0, 22.0, 22.0, 9.0, 12.0, 12.0, 18.0];
/// Which of them hold numbers.
const NUMERIC: [usize; 2] = [0, 3];

fn moment(at: Instant) -> Moment {
    let here = in_vietnam(at);
    Moment {
        year: u16::try_from(here.year()).unwrap_or_default(),
        month: here.month() as u8,
        day: here.day() as u8,
        hour: here.hour() as u8,
        minute: here.minute() as u8,
        second: here.second() as u8,
        offset_hours: 7,
    }
}

/// The party that a heading and the points under it describe.
fn party(heading: &str, items: &[String]) -> PartyBlock {
    let mut party = PartyBlock {
        side: heading.to_owned(),
        ..PartyBlock::default()
    };
    for item in items {
        let Some((label, value)) = item.split_once(": ") else { continue };
        let value = value.to_owned();
        match label {
            "Tên" => party.name = value,
            "Mã số thuế" => party.tax_code = Some(value),
            "Địa chỉ" => party.address = value,
            "Điện thoại" => party.phone = Some(value),
            "Người đại diện" => match value.split_once(", chức vụ: ") {
                Some((name, position)) => (party.representative, party.position) = (name.to_owned(), Some(position.to_owned())),
                None => party.representative = value,
            },
            _ => party.more.push((label.to_owned(), value)),
        }
    }
    party
}

/// The drawn blocks of a text.
fn drawn(body: &str) -> Vec<Drawn> {
    let blocks = blocks(body);
    let mut out: Vec<Drawn> = Vec::new();
    let mut place = 0;
    while let Some(block) = blocks.get(place) {
        place += 1;
        match block {
            Block::Motto(line) => match out.last_mut() {
                Some(Drawn::Motto { lines }) => lines.push(line.clone()),
                _ => out.push(Drawn::Motto { lines: vec![line.clone()] }),
            },
            Block::Title(title) => out.push(Drawn::Title(title.clone())),
            Block::Heading(heading) => {
                let items: Vec<String> = blocks[place..]
                    .iter()
                    .map_while(|next| match next {
                        Block::Item(item) if item.contains(": ") => Some(item.clone()),
                        _ => None,
                    })
                    .collect();
                if items.is_empty() || !heading.starts_with("Bên ") {
                    out.push(Drawn::Heading(heading.clone()));
                    continue;
                }
                place += items.len();
                match out.last_mut() {
                    Some(Drawn::Parties(parties)) => parties.push(party(heading, &items)),
                    _ => out.push(Drawn::Parties(vec![party(heading, &items)])),
                }
            }
            Block::Item(item) => out.push(Drawn::Paragraph(format!("– {item}"))),
            Block::Paragraph(text) if text.starts_with("Số: ") => out.push(Drawn::Subtitle(text.clone())),
            Block::Paragraph(text) if text.starts_with("Căn cứ ") => out.push(Drawn::Grounds(text.lines().map(str::to_owned).collect())),
            Block::Paragraph(text) => out.extend(text.lines().map(|line| Drawn::Paragraph(line.to_owned()))),
            Block::Table(head, rows) => {
                let is_known = head.len() == WIDTHS.len();
                out.push(Drawn::Table {
                    widths: if is_known { WIDTHS.to_vec() } else { vec![1.0; head.len()] },
                    numeric: if is_known { NUMERIC.to_vec() } else { Vec::new() },
                    // A row of another length would be no row of this table.
                    rows: rows.iter().filter(|row| row.len() == head.len()).cloned().collect(),
                    head: head.clone(),
                });
            }
        }
    }
    out
}

fn signature(side: Side, made: Option<&PaperSignature>) -> SignatureBlock {
    let side = match side {
        Side::Business => "ĐẠI DIỆN BÊN A",
        Side::College => "ĐẠI DIỆN BÊN B",
    };
    match made {
        None => SignatureBlock {
            side: side.to_owned(),
            ..SignatureBlock::default()
        },
        Some(made) => SignatureBlock {
            side: side.to_owned(),
            title: made.title.clone(),
            name: made.name.clone(),
            signed_at: Some(format::moment(made.at, Locale::Vi)),
            note: Some(format!("Xác thực: {}", made.factor.label(Locale::Vi))),
        },
    }
}

/// The paper as a PDF file.
pub fn pdf(paper: &Paper<'_>) -> Result<Vec<u8>, PdfError> {
    let mut blocks = drawn(paper.body);
    let of = |side: Side| paper.signatures.iter().find(|made| made.side == side);
    blocks.push(Drawn::Signatures(Side::ALL.iter().map(|side| signature(*side, of(*side))).collect()));
    let last = paper.signatures.iter().map(|made| made.at).max().unwrap_or(paper.written_at);
    render(&Document {
        title: format!("Hợp đồng nguyên tắc {}", paper.number),
        language: Language::Vi,
        author: String::new(),
        number: None,
        created: moment(last),
        blocks,
        footer: format!("Mã băm SHA-256 của văn bản: {}", paper.hash),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "! CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n! Độc lập - Tự do - Hạnh phúc\n\n# HỢP ĐỒNG\n\nSố: HT-1\n\nCăn cứ Luật A;\nCăn cứ Luật B,\n\n## Bên A (Doanh nghiệp)\n\n- Tên: Công ty A\n- Địa chỉ: KCN Liên Hà Thái\n- Người đại diện: Nguyễn Thị Hoà, chức vụ: Giám đốc\n\n## Bên B (Cơ sở đào tạo)\n\n- Tên: Trường B\n\n## Điều 1. Nội dung\n\n| STT | Ngành | Vị trí | Số người | Tốt nghiệp | Thực tập | Riêng |\n| 1 | Hàn | Thợ hàn | 40 | 06/2027 | 3 tháng | – |\nTổng cộng: 40 người.\n\n- Một điểm.\n";

    fn paper(signatures: &[PaperSignature]) -> Paper<'_> {
        Paper {
            number: "HT-1",
            body: BODY,
            hash: "abc",
            written_at: Instant::UNIX_EPOCH,
            signatures,
        }
    }

    #[test]
    fn each_piece_of_the_text_finds_its_form() {
        let blocks = drawn(BODY);
        assert!(matches!(&blocks[0], Drawn::Motto { lines } if lines.len() == 2));
        assert!(matches!(&blocks[3], Drawn::Grounds(lines) if lines.len() == 2));
        let Drawn::Parties(parties) = &blocks[4] else { panic!("{:?}", blocks[4]) };
        assert_eq!(
            (parties.len(), parties[0].representative.as_str(), parties[0].position.as_deref()),
            (2, "Nguyễn Thị Hoà", Some("Giám đốc"))
        );
        assert!(matches!(&blocks[6], Drawn::Table { rows, numeric, .. } if rows.len() == 1 && numeric == &NUMERIC));
        assert_eq!(blocks[7], Drawn::Paragraph("Tổng cộng: 40 người.".to_owned()));
        assert_eq!(blocks[8], Drawn::Paragraph("– Một điểm.".to_owned()));
    }

    #[test]
    fn the_same_records_give_the_same_bytes_and_others_give_others() {
        let made = PaperSignature {
            side: Side::Business,
            name: "Nguyễn Thị Hoà".to_owned(),
            title: "Giám đốc".to_owned(),
            factor: SigningFactor::Code,
            at: Instant::UNIX_EPOCH,
        };
        let signed = [made.clone()];
        let (once, twice) = (pdf(&paper(&signed)).unwrap(), pdf(&paper(&signed)).unwrap());
        assert!(once.starts_with(b"%PDF-") && once == twice);
        assert_ne!(once, pdf(&paper(&[])).unwrap());
        let other = [PaperSignature {
            name: "Nguyễn Thị Hoa".to_owned(),
            ..made
        }];
        assert_ne!(once, pdf(&paper(&other)).unwrap());
    }
}
