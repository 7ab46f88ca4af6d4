use super::*;

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn document() -> Document {
    let party = PartyBlock {
        side: "BÊN A".into(),
        name: "Công ty Mẫu".into(),
        address: "Hưng Yên".into(),
        ..PartyBlock::default()
    };
    let signature = SignatureBlock {
        side: "ĐẠI DIỆN BÊN A".into(),
        title: "GIÁM ĐỐC".into(),
        name: "Nguyễn Văn Mẫu".into(),
        ..SignatureBlock::default()
    };
    let signed = SignatureBlock {
        signed_at: Some("09:15 ngày 27/11/2026".into()),
        note: Some("Mã một lần".into()),
        ..signature.clone()
    };
    Document {
        title: "Hợp đồng".into(),
        language: Language::Vi,
        author: "Sàn Việc".into(),
        number: Some("1/2026".into()),
        created: Moment {
            year: 2026,
            month: 11,
            day: 27,
            hour: 9,
            minute: 0,
            second: 0,
            offset_hours: 7,
        },
        blocks: vec![
            Block::Motto {
                lines: texts(&["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]),
            },
            Block::Title("HỢP ĐỒNG NGUYÊN TẮC".into()),
            Block::Subtitle("(Về việc đào tạo)".into()),
            Block::Grounds(texts(&["Căn cứ Bộ luật Dân sự;"])),
            Block::Parties(vec![party]),
            Block::Heading("Điều 1. Phạm vi".into()),
            Block::Paragraph("Hai bên đồng ý.".into()),
            Block::Numbered(texts(&["Một.", "Hai."])),
            Block::Table {
                head: texts(&["Nghề", "Số"]),
                rows: vec![texts(&["Hàn", "5"]), texts(&["", ""])],
                widths: vec![3.0, 1.0],
                numeric: vec![1],
            },
            Block::Signatures(vec![signature, signed.clone(), signed]),
        ],
        footer: "Mã băm".into(),
    }
}

fn count(haystack: &[u8], needle: &str) -> usize {
    haystack.windows(needle.len()).filter(|window| *window == needle.as_bytes()).count()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = render(&document()).unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(first, render(&document()).unwrap());
    let later = Document {
        created: Moment { day: 28, ..document().created },
        ..document()
    };
    assert_ne!(first, render(&later).unwrap());
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = render(&document()).unwrap();
    assert_eq!(count(&bytes, "/Lang(vi-VN)"), 2);
    assert_eq!(count(&bytes, "<pdfuaid:part>1</pdfuaid:part>"), 1);
    assert_eq!(count(&bytes, "<pdfaid:part>2</pdfaid:part>"), 1);
    for (element, times) in [
        ("H1", 1),
        ("H2", 1),
        ("L", 2),
        ("Lbl", 3),
        ("LBody", 3),
        ("Table", 1),
        ("TR", 3),
        ("TH", 2),
        ("TD", 4),
        ("Sect", 4),
    ] {
        assert_eq!(count(&bytes, &format!("/S/{element}/")), times, "{element}");
    }
}

#[test]
fn nothing_and_foreign_letters_are_drawn_too() {
    let nothing = Document {
        title: String::new(),
        author: String::new(),
        number: None,
        blocks: Vec::new(),
        footer: String::new(),
        ..document()
    };
    assert!(render(&nothing).is_ok());
    let mut blocks = vec![
        Block::Numbered(Vec::new()),
        Block::Signatures(Vec::new()),
        Block::Parties(Vec::new()),
        Block::Motto { lines: Vec::new() },
    ];
    blocks.push(Block::Paragraph(String::new()));
    blocks.push(Block::Heading(" ".into()));
    blocks.push(Block::Signatures(vec![SignatureBlock::default()]));
    assert!(render(&Document { blocks, ..nothing.clone() }).is_ok());
    let foreign = Document {
        language: Language::En,
        blocks: vec![Block::Paragraph("김 👍 ≥\u{0}\u{feff}".into())],
        footer: "漢".into(),
        ..nothing
    };
    assert!(render(&foreign).is_ok());
    assert_eq!(unprintable(&foreign).unwrap().into_iter().collect::<String>(), "漢김👍");
}

#[test]
fn signatures_never_stand_on_a_page_of_their_own() {
    let fonts = Fonts::load().unwrap();
    for count in 1..45 {
        let mut document = document();
        let signatures = document.blocks.pop();
        document.blocks.extend(std::iter::repeat_n(Block::Paragraph("Hai bên cùng đồng ý.".into()), count));
        document.blocks.extend(signatures);
        let layout = Layout::of(&document, &fonts).unwrap();
        let pages = pages::fill(&layout.strips, &layout.repeats, 728.0);
        assert!(pages.last().is_some_and(|page| page.len() > 2), "after {count} paragraphs");
    }
}
