mod round_trip;

use super::*;
use crate::export::{CsvExport, ExportRow, columns as export_columns, table_row, write_jsonl};
use crate::generate::{Corpus, CorpusOptions};
use chrono::{NaiveDate, NaiveTime};
use rust_xlsxwriter::{Format, Workbook};
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::pay::{Allowance, Currency, ForeignWage, Pay};
use sanviec_domain::place::{ParkSlug, Place};
use sanviec_domain::vacancy::{BusRoute, BusStop, Conditions, Dormitory, Overtime, Probation, RecruitContact, SkillDemand};
use sanviec_domain::vocabulary::*;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

const HEADER: &str = "Mã tin,Mã số thuế,Tên doanh nghiệp,Tên công việc,Mức lương,Nơi làm việc";
const ROW: &str = "A-1,0100109106,Công ty mẫu,Công nhân may,8-12 triệu,KCN Liên Hà Thái";

fn reference() -> &'static Reference {
    Reference::embedded()
}

/// A file in a folder that goes away.
struct Sample {
    _folder: TempDir,
    path: PathBuf,
}

fn sample(name: &str, content: impl AsRef<[u8]>) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    Sample { _folder: folder, path }
}

fn open(sample: &Sample) -> Result<Source<'static>, FileError> {
    Source::open(&sample.path, reference(), Limits::default())
}

fn rows(name: &str, content: impl AsRef<[u8]>) -> Vec<Result<ImportRow, RowRefused>> {
    let sample = sample(name, content);
    let source = open(&sample).unwrap_or_else(|error| panic!("{error}"));
    let total = source.total();
    let rows: Vec<_> = source.collect();
    assert_eq!(rows.len() as u64, total);
    rows
}

fn error(name: &str, content: impl AsRef<[u8]>) -> FileError {
    let error = open(&sample(name, content)).expect_err("the file should be refused");
    for locale in Locale::ALL {
        assert!(error.message(locale).len() > 15, "{error:?}");
    }
    error
}

fn faults(refused: &Result<ImportRow, RowRefused>) -> Vec<(Field, Fault)> {
    refused.as_ref().unwrap_err().errors.iter().map(|fault| (fault.field, fault.fault)).collect()
}

fn xlsx(header: &str, row: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, text) in header.split(',').enumerate() {
        sheet.write_string(0, column as u16, text).unwrap();
    }
    for (column, text) in row.iter().enumerate() {
        sheet.write_string(1, column as u16, *text).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

// --- Wrong files, each with its own error ---------------------------------------------------------

#[test]
fn a_file_that_is_not_there() {
    let missing = Source::open(Path::new("/nowhere/tin.csv"), reference(), Limits::default()).unwrap_err();
    assert_eq!(missing.key(), "unreadable");
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Source::open(folder.path(), reference(), Limits::default()).unwrap_err().key(), "unreadable");
}

#[test]
fn empty_files() {
    assert_eq!(error("tin.csv", ""), FileError::Empty);
    assert_eq!(error("tin.csv", "\u{feff}\n \n"), FileError::Empty);
    assert_eq!(error("tin.csv", format!("{HEADER}\n")), FileError::Empty);
    assert_eq!(error("tin.jsonl", "\n\n"), FileError::Empty);
    assert_eq!(error("tin.xlsx", xlsx("", &[])), FileError::Empty);
}

#[test]
fn unknown_types() {
    assert_eq!(error("tin.docx", "PK").key(), "unknown-type");
    assert!(matches!(error("tin.csv", xlsx(HEADER, &[])), FileError::UnknownType { looks_like: Some(_), .. }));
}

#[test]
fn wrong_encodings_are_named() {
    let text = format!("{HEADER}\n{ROW}\n");
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(error("tin.csv", &utf16), FileError::WrongEncoding { line: 1, found: Encoding::Utf16 });
    assert_eq!(error("tin.csv", &utf16[2..]), FileError::WrongEncoding { line: 1, found: Encoding::Utf16 });
    // Windows-1258 writes the tone as a letter of its own behind the vowel.
    let header = "external_reference,employer_name,job_title,wage,place\n";
    let windows = [header.as_bytes(), b"A-1,C\xF4ng ty m\xE2\xDEu,C\xF4ng nh\xE2n may,8-12tr,Th\xE1i Th\xF9y\n"].concat();
    assert_eq!(
        error("tin.csv", windows),
        FileError::WrongEncoding {
            line: 2,
            found: Encoding::Windows1258
        }
    );
    let tcvn3 = [header.as_bytes(), b"A-1,C\xABng ty m\xC9u,C\xABng nh\xA9n \xAEi\xD6n t\xF6,8-12tr,Th\xB8i B\xD7nh\n"].concat();
    assert_eq!(error("tin.csv", tcvn3), FileError::WrongEncoding { line: 2, found: Encoding::Tcvn3 });
    assert_eq!(
        error("tin.csv", "M· tin,Tªn c«ng viÖc,Møc l\u{AD}¬ng\n1,2,3\n"),
        FileError::WrongEncoding { line: 1, found: Encoding::Tcvn3 }
    );
    assert_eq!(error("tin.jsonl", b"{\"external_reference\":\"\xFF\"}\n").key(), "wrong-encoding");
}

#[test]
fn too_large_too_wide_too_long() {
    let small = Limits {
        csv_bytes: 50,
        json_bytes: 10,
        xlsx_bytes: 100,
        rows: 2,
        row_bytes: 300,
        ..Limits::default()
    };
    let with = |name: &str, content: &[u8], limits: Limits| Source::open(&sample(name, content).path, reference(), limits).unwrap_err();
    assert_eq!(with("tin.csv", format!("{HEADER}\n{ROW}\n").as_bytes(), small).key(), "too-large");
    assert_eq!(with("tin.jsonl", b"{\"external_reference\":\"x\"}", small).key(), "too-large");
    assert_eq!(with("tin.xlsx", &xlsx(HEADER, &[]), small).key(), "too-large");
    let loose = Limits {
        csv_bytes: 1 << 30,
        json_bytes: 1 << 30,
        xlsx_bytes: 1 << 30,
        ..small
    };
    assert_eq!(
        with("tin.csv", format!("{HEADER}\n{ROW}\n{ROW}\n{ROW}\n").as_bytes(), loose),
        FileError::TooManyRows { limit: 2 }
    );
    assert_eq!(
        with("tin.csv", format!("{HEADER}\n{ROW}{}\n", "x".repeat(400)).as_bytes(), loose),
        FileError::RowTooLong { line: 2, limit: 300 }
    );
    assert_eq!(
        with("tin.jsonl", format!("{{\"job_title\":\"{}\"}}", "x".repeat(400)).as_bytes(), loose),
        FileError::RowTooLong { line: 1, limit: 300 }
    );
    let wide = vec!["a"; 10_000].join(",");
    assert!(matches!(error("tin.csv", format!("{wide}\n{wide}\n")), FileError::TooManyColumns { line: 1, .. }));
    assert!(matches!(error("tin.xlsx", xlsx(&wide, &[])), FileError::TooManyColumns { line: 1, .. }));
    // A sheet that unpacks to far more than it weighs.
    let bomb = Limits {
        xlsx_part_bytes: 20_000,
        ..Limits::default()
    };
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..3_000 {
        sheet.write_number(row, 0, 1.0).unwrap();
    }
    assert_eq!(with("tin.xlsx", &workbook.save_to_buffer().unwrap(), bomb).key(), "unpacks-too-large");
}

#[test]
fn headers_that_are_wrong() {
    assert_eq!(error("tin.csv", format!("{ROW}\n{ROW}\n")).key(), "no-header");
    let unknown = error("tin.csv", format!("{HEADER},Ca làm vic,Cung hoàng đạo\n{ROW},x,y\n"));
    assert_eq!(
        unknown,
        FileError::UnknownColumns {
            columns: vec![("Ca làm vic".to_owned(), Some("Ca làm việc")), ("Cung hoàng đạo".to_owned(), None)]
        }
    );
    assert_eq!(
        error("tin.csv", format!("{HEADER},Lương\n{ROW},x\n")),
        FileError::DuplicateColumn { column: "Lương".to_owned() }
    );
    let missing = error("tin.csv", "Tên công việc,Yêu cầu\nThợ may,x\n");
    assert_eq!(
        missing,
        FileError::MissingColumns {
            columns: vec!["Mã tin", "Mã số thuế / Tên doanh nghiệp", "Nơi làm việc dự kiến", "Mức lương"]
        }
    );
}

#[test]
fn broken_tables() {
    assert_eq!(
        error("tin.csv", format!("{HEADER}\n{ROW}\n{ROW},thừa\n")),
        FileError::RaggedRow { line: 3, expected: 6, found: 7 }
    );
    assert_eq!(
        error("tin.csv", format!("{HEADER}\nA-1,0100109106\n")),
        FileError::RaggedRow { line: 2, expected: 6, found: 2 }
    );
    assert_eq!(
        error("tin.csv", format!("{HEADER}\n{ROW}\n\"A-2,0100109106,x\n{ROW}\n")),
        FileError::UnclosedQuote { line: 3 }
    );
    assert_eq!(error("tin.jsonl", "{\"job_title\": \"a\"}\n{\"job_title\": }\n").key(), "not-json");
    assert!(matches!(error("tin.jsonl", "{\"job_title\": \"a\"}\nxin chào\n"), FileError::NotJson { line: 2, .. }));
    assert_eq!(error("tin.json", "[{\"job_title\": \"a\"}]"), FileError::JsonArray);
    assert_eq!(error("tin.json", "{\n\"job_title\": \"a\"\n}").key(), "not-json");
}

#[test]
fn broken_workbooks() {
    let whole = xlsx(HEADER, &ROW.split(',').collect::<Vec<_>>());
    assert_eq!(error("tin.xlsx", &whole[..whole.len() / 2]).key(), "broken-workbook");
    assert_eq!(error("tin.xlsx", "not a workbook").key(), "broken-workbook");
    let mut damaged = whole.clone();
    for byte in &mut damaged[200..whole.len() / 2] {
        *byte ^= 0x55;
    }
    assert_eq!(error("tin.xlsx", damaged).key(), "broken-workbook");
    let ole = |name: &str| {
        [
            &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..],
            &[0; 600],
            &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
        ]
        .concat()
    };
    assert_eq!(error("tin.xlsx", ole("EncryptedPackage")), FileError::PasswordProtected);
    assert_eq!(error("tin.xls", ole("Workbook")), FileError::OldExcel);
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    workbook.add_worksheet().set_hidden(true);
    assert_eq!(error("tin.xlsx", workbook.save_to_buffer().unwrap()), FileError::Empty);
}

// --- Rows -----------------------------------------------------------------------------------------

#[test]
fn the_same_rows_in_every_kind_of_file() {
    let cells = [
        "A-1",
        "0100109106",
        "Công ty mẫu",
        "Công nhân may",
        "8-12 triệu",
        "KCN Liên Hà Thái",
        "31/12/2026",
        "1.284",
        "7:30 - 16:30",
    ];
    let header = format!("{HEADER},Thời hạn tuyển dụng,Số lượng tuyển,Giờ làm việc");
    let quoted = cells.map(|cell| format!("\"{cell}\"")).join(",");
    let comma = rows("tin.csv", format!("{header}\n{quoted}\n"));
    let row = comma[0].as_ref().unwrap();
    assert_eq!(row.line, 2);
    assert_eq!(row.external_reference, "A-1");
    assert_eq!(row.content.deadline, NaiveDate::from_ymd_opt(2026, 12, 31));
    assert_eq!(row.content.openings, Some(1284));
    assert_eq!(row.content.pay.usual, VndRange::new(Some(Vnd::millions(8)), Some(Vnd::millions(12))).ok());
    assert_eq!(row.content.place.as_ref().and_then(|place| place.park.clone()), Some(ParkSlug("lien-ha-thai".to_owned())));
    assert_eq!(row.content.occupation.as_deref(), Some("8153"));
    assert!(matches!(row.notes[..], [Note::OccupationProposed { .. }]), "{:?}", row.notes);
    // An empty line, Windows line ends, a byte order mark, other separators.
    assert_eq!(
        rows("tin.csv", format!("\u{feff}{}\r\n{}\r\n", header.replace(',', ";"), quoted.replace("\",\"", "\";\""))),
        comma
    );
    assert_eq!(rows("tin.tsv", format!("{}\n{}", header.replace(',', "\t"), cells.join("\t"))), comma);
    let keys = [
        "external_reference",
        "employer_tax_code",
        "employer_name",
        "job_title",
        "wage",
        "place",
        "deadline",
        "quantity",
        "hours",
    ];
    let object: serde_json::Map<_, _> = keys.iter().zip(cells).map(|(key, cell)| ((*key).to_owned(), cell.into())).collect();
    let mut json = rows("tin.jsonl", format!("\n{}\n", serde_json::to_string(&object).unwrap()));
    assert_eq!(json, comma);
    json = rows("tin.jsonl", format!("\n{}\n", serde_json::to_string(&object).unwrap().replace("\"1.284\"", "1284")));
    assert_eq!(json, comma);

    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, text) in header.split(',').enumerate() {
        sheet.write_string(0, column as u16, text).unwrap();
    }
    for (column, text) in cells.iter().enumerate() {
        sheet.write_string(1, column as u16, *text).unwrap();
    }
    // Real dates and numbers, as a spreadsheet keeps them.
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet
        .write_datetime_with_format(1, 6, rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 12, 31).unwrap(), &day)
        .unwrap();
    sheet.write_number(1, 7, 1284.0).unwrap();
    assert_eq!(rows("tin.xlsx", workbook.save_to_buffer().unwrap()), comma);
}

#[test]
fn a_refused_row_says_where_and_why() {
    let header = "Mã tin,Tên doanh nghiệp,Tên công việc,Mức lương,Nơi làm việc,Số lượng tuyển,Ca làm việc,Thử việc,Số điện thoại,Mã số thuế,Mã nghề";
    let read = rows(
        "tin.csv",
        format!(
            "{header}\n\
             A-1,Cty mẫu,Thợ may,8 - 12,KCN Liên Hà Thái,0,ca kíp,30,912345678,0100109107,9999\n\
             A-2,Cty mẫu,Thợ may,8-12 triệu,Xứ sở thần tiên,,,,,,\n\
             ,,,,,20,,,,,\n\
             A-4,Cty mẫu,Thợ may,thỏa thuận,Thái Thụy,,,,,,\n\
             A-4,Cty mẫu,Thợ may,thỏa thuận,Thái Thụy,,,,,,\n"
        ),
    );
    let first = read[0].as_ref().unwrap_err();
    assert_eq!((first.line, first.reference.as_deref()), (2, Some("A-1")));
    let mut found = faults(&read[0]);
    found.sort();
    let mut expected = vec![
        (Field::Pay, Fault::NotUnderstood),
        (Field::Openings, Fault::OutOfBounds),
        (Field::Shift, Fault::Unknown),
        (Field::Probation, Fault::Missing),
        (Field::ContactPhone, Fault::NotAPhone),
        (Field::ContactName, Fault::Missing),
        (Field::EmployerTaxCode, Fault::NotATaxCode),
        (Field::Occupation, Fault::Unknown),
    ];
    expected.sort();
    assert_eq!(found, expected);
    let at = |field| first.errors.iter().position(|fault| fault.field == field).unwrap();
    assert_eq!(first.details[at(Field::ContactPhone)], Detail::LostLeadingZero);
    assert_eq!(
        first.messages(Locale::Vi)[at(Field::Pay)],
        "Mức lương: Không hiểu được giá trị này – “8 - 12” (ghi rõ đơn vị: triệu, nghìn hoặc đồng)"
    );
    assert_eq!(faults(&read[1]), [(Field::Place, Fault::Unknown)]);
    let empty = faults(&read[2]);
    assert_eq!(
        empty,
        [
            (Field::ExternalReference, Fault::Missing),
            (Field::EmployerName, Fault::Missing),
            (Field::Title, Fault::Missing),
            (Field::Pay, Fault::Missing),
            (Field::Place, Fault::Missing)
        ]
    );
    assert!(read[3].is_ok());
    let repeated = read[4].as_ref().unwrap_err();
    assert_eq!(repeated.details[0], Detail::RepeatedFrom(5));
}

#[test]
fn typed_json_names_the_value_that_is_wrong() {
    let line = |vacancy: &str| format!("{{\"external_reference\":\"A\",\"employer_name\":\"Cty mẫu\",\"vacancy\":{vacancy}}}\n");
    let place = "\"place\":{\"province\":\"33\",\"commune\":null,\"park\":null}";
    let good = format!("{{\"title\":\"Thợ may\",\"pay\":{{\"negotiable\":true}},{place}}}");
    assert!(rows("tin.jsonl", line(&good))[0].is_ok());
    let read = rows("tin.jsonl", line(&good.replace("\"title\"", "\"shift\":\"nửa đêm\",\"titel\"")));
    let refused = read[0].as_ref().unwrap_err();
    let columns: Vec<&str> = refused.errors.iter().map(|fault| fault.column.as_str()).collect();
    assert!(columns.contains(&"vacancy.shift") && columns.contains(&"vacancy.titel"), "{columns:?}");
    // What a table can't say, typed JSON can: it is checked all the same.
    let turned = good.replace("{\"negotiable\":true}", "{\"usual\":{\"from\":9000000,\"to\":8000000}}");
    assert_eq!(faults(&rows("tin.jsonl", line(&turned))[0]), [(Field::Pay, Fault::TurnedRound)]);
    let nowhere = good.replace("\"33\",\"commune\":null", "\"01\",\"commune\":\"12826\"");
    assert_eq!(faults(&rows("tin.jsonl", line(&nowhere))[0]), [(Field::Place, Fault::Unknown)]);
    let unknown = rows(
        "tin.jsonl",
        "{\"external_reference\":\"A\",\"employer_name\":\"x\",\"job_title\":\"Thợ may\",\"wage\":\"thỏa thuận\",\"place\":\"Hưng Yên\",\"job_tilte\":\"y\"}\n",
    );
    assert_eq!(unknown[0].as_ref().unwrap_err().details[0], Detail::UnknownKey(Some("job_title")));
}

#[test]
fn places_by_columns() {
    let header = "Mã tin,Tên doanh nghiệp,Tên công việc,Mức lương,Tỉnh,Xã/phường,KCN";
    let read = rows(
        "tin.csv",
        format!("{header}\nA,Cty,Thợ may,9 triệu,Hưng Yên,Thái Thụy,\nB,Cty,Thợ may,9 triệu,,,Tiền Hải\nC,Cty,Thợ may,9 triệu,33,12826,\nD,Cty,Thợ may,9 triệu,Hà Nội,12826,\n"),
    );
    let place = |row: usize| read[row].as_ref().unwrap().content.place.clone().unwrap();
    assert_eq!(place(0).commune.map(|code| code.to_string()).as_deref(), Some("12826"));
    assert_eq!(place(1).park, Some(ParkSlug("tien-hai".to_owned())));
    assert_eq!(place(2).commune, place(0).commune);
    assert!(read[3].is_err());
}

/// The real titles as an import file: what is understood, and that nothing is lost in between.
#[test]
fn real_wording_goes_through() {
    let text = include_str!("../../../../tests/data/real_vacancy_titles.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["Mã tin", "Tên doanh nghiệp", "Tên công việc", "Mức lương", "Nơi làm việc", "Yêu cầu kinh nghiệm"])
        .unwrap();
    let mut total = 0;
    for (index, record) in reader.records().enumerate() {
        let record = record.unwrap();
        writer
            .write_record([&format!("T-{index}"), "Công ty mẫu", &record[0], &record[1], &record[2], &record[3]])
            .unwrap();
        total += 1;
    }
    let read = rows("that.csv", writer.into_inner().unwrap());
    assert_eq!(read.len(), total);
    let with = |field: Field| {
        read.iter()
            .filter(|row| row.as_ref().is_err_and(|refused| refused.errors.iter().any(|fault| fault.field == field)))
            .count()
    };
    let (pay, place, experience, title) = (with(Field::Pay), with(Field::Place), with(Field::Experience), with(Field::Title));
    println!("{total} rows; refused for pay {pay}, place {place}, experience {experience}, title {title}");
    assert!(pay * 100 <= total, "{pay} wages of {total} were not understood");
    assert!(place * 20 <= total, "{place} places of {total} were not understood");
    assert!(experience * 50 <= total, "{experience} of {total}");
    // Whatever is refused says what was written.
    for refused in read.iter().filter_map(|row| row.as_ref().err()) {
        assert!(refused.errors.iter().all(|fault| !fault.written.is_empty() || fault.fault == Fault::Missing), "{refused:?}");
    }
}

#[test]
fn a_small_table_reads_as_what_copying_it_gives() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "nghề").unwrap();
    sheet.write_string(2, 0, "\"May\", thêu\ncông nghiệp").unwrap();
    sheet.write_number(2, 2, 20.0).unwrap();
    let text = super::table_text(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(text, "nghề\t\n\n\"\"\"May\"\", thêu công nghiệp\"\t\t20\n");
    let rows = crate::table::rows(&text, 1_000, 10).unwrap();
    let cells = ["\"May\", thêu công nghiệp", "", "20"].map(str::to_owned).to_vec();
    assert_eq!(rows[1], (3, cells));
    assert_eq!(super::table_text("nghề;số\n".as_bytes()).unwrap(), "nghề;số\n");
    assert_eq!(super::table_text(&vec![b'x'; 3 << 20]).unwrap_err().key(), "too-large");
    assert_eq!(super::table_text(b"PK\x03\x04").unwrap_err().key(), "broken-workbook");
}
