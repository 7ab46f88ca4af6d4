//! How values stand in a cell, read and written. What [`crate::export`] writes, these readers read
//! back to the same value; besides that they take what people type. Lists that the plain way of
//! writing can't carry exactly are written as JSON, and JSON is read wherever a list is.

use chrono::{NaiveDate, NaiveTime};
use sanviec_domain::language::Locale;
use sanviec_domain::money::{RangeError, Vnd, VndRange};
use sanviec_domain::pay::{Allowance, Currency, ForeignWage};
use sanviec_domain::text::{fold, tidy_line};
use sanviec_domain::vacancy::{BusRoute, BusStop, Dormitory, Fault, SkillDemand};
use sanviec_domain::vocabulary::{Contract, Experience, Fluency, Shift, Vocabulary, WorkTime};
use serde::{Serialize, de::DeserializeOwned};

/// A value, or what is wrong with it.
pub type Reading<T> = Result<T, Fault>;

const UNREAD: Fault = Fault::NotUnderstood;

// --- Protection against formulas --------------------------------------------------------------

/// A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV injection").
fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text with an apostrophe before it where a spreadsheet would calculate it.
pub fn guard(text: String) -> String {
    if begins_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text }
}

/// The text without the apostrophe of [`guard`].
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

// --- Numbers, yes and no, days, times -----------------------------------------------------------

/// A whole number: "1284", "1.284", "1,284", "1 284".
pub fn read_number(cell: &str) -> Reading<i64> {
    let groups: Vec<&str> = cell.split(['.', ',', ' ', '\u{a0}']).collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3) && groups[0] != "0");
    if !grouped || !groups.iter().all(|group| digits(group)) || groups.concat().len() > 15 {
        return Err(UNREAD);
    }
    groups.concat().parse().map_err(|_| UNREAD)
}

/// A whole number within bounds; words of counting behind it are passed over ("20 người").
pub fn read_count<T: TryFrom<i64>>(cell: &str, units: &[&str]) -> Reading<T> {
    let folded = fold(cell.trim());
    let bare = units.iter().find_map(|unit| folded.strip_suffix(unit)).unwrap_or(&folded);
    T::try_from(read_number(bare.trim())?).map_err(|_| Fault::OutOfBounds)
}

/// Yes or no, in any of the ways people tick a box.
pub fn read_flag(cell: &str) -> Reading<bool> {
    match fold(cell.trim()).as_str() {
        "co" | "x" | "1" | "true" | "yes" | "y" | "v" | "✓" | "✔" | "☑" | "[x]" => Ok(true),
        "khong" | "0" | "false" | "no" | "n" | "-" | "☐" | "[ ]" => Ok(false),
        _ => Err(UNREAD),
    }
}

/// "có" or nothing.
pub fn write_flag(flag: bool) -> String {
    if flag { "có".to_owned() } else { String::new() }
}

/// A day: "31/12/2026", "31-12-2026", "31.12.2026" or "2026-12-31". Never with a year of two digits.
pub fn read_date(cell: &str) -> Reading<NaiveDate> {
    let day = cell.trim().split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let [first, second, third] = parts[..] else { return Err(UNREAD) };
    let number = |part: &str| -> Reading<u32> {
        if part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()) {
            part.parse().map_err(|_| UNREAD)
        } else {
            Err(UNREAD)
        }
    };
    let (year, month, date) = match (first.len(), third.len()) {
        (4, 1 | 2) => (first, second, third),
        (1 | 2, 4) => (third, second, first),
        _ => return Err(UNREAD),
    };
    NaiveDate::from_ymd_opt(number(year)? as i32, number(month)?, number(date)?).ok_or(UNREAD)
}

/// "31/12/2026".
pub fn write_date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A time of day: "7:30", "07:30:00", "7h30", "7h", "7 giờ 30".
pub fn read_time(cell: &str) -> Reading<NaiveTime> {
    let folded = fold(cell.trim()).replace(" gio ", "h").replace(" gio", "h").replace("gio", "h");
    let parts: Vec<&str> = folded.trim_end_matches('h').split([':', 'h']).map(str::trim).collect();
    let number = |part: &str| -> Reading<u32> { if (1..=2).contains(&part.len()) { part.parse().map_err(|_| UNREAD) } else { Err(UNREAD) } };
    let written_as_hour = folded.contains([':', 'h']);
    match parts[..] {
        [hour] if written_as_hour => NaiveTime::from_hms_opt(number(hour)?, 0, 0),
        [hour, minute] => NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0),
        [hour, minute, second] => NaiveTime::from_hms_opt(number(hour)?, number(minute)?, number(second)?),
        _ => None,
    }
    .ok_or(UNREAD)
}

/// "07:30"; with seconds only where there are any.
pub fn write_time(time: NaiveTime) -> String {
    let long = time.format("%H:%M:%S").to_string();
    long.strip_suffix(":00").map_or(long.clone(), str::to_owned)
}

/// Two times: "7:30 - 16:30".
pub fn read_hours(cell: &str) -> Reading<(NaiveTime, NaiveTime)> {
    let (from, to) = split_range(cell).ok_or(UNREAD)?;
    Ok((read_time(from)?, read_time(to)?))
}

/// The two sides of "a - b", "a – b", "a đến b".
fn split_range(cell: &str) -> Option<(&str, &str)> {
    ["–", "—", "-", " đến ", " den ", " tới "]
        .into_iter()
        .find_map(|dash| cell.split_once(dash))
        .map(|(from, to)| (from.trim(), to.trim()))
}

// --- Money ----------------------------------------------------------------------------------------

/// An exact amount: "5.310.000", "5310000 đ".
pub fn read_amount(cell: &str) -> Reading<Vnd> {
    let folded = fold(cell.trim());
    let bare = ["vnd", "dong", "d", "₫"].into_iter().find_map(|unit| folded.strip_suffix(unit)).unwrap_or(&folded);
    let amount = read_number(bare.trim())?;
    if amount > 0 && amount <= VndRange::LARGEST {
        Ok(Vnd(amount))
    } else {
        Err(Fault::OutOfBounds)
    }
}

/// Exact amounts from and to: "9.000.000 - 12.000.000", "từ 9.000.000", "đến 12.000.000".
pub fn read_range(cell: &str) -> Reading<VndRange> {
    let cell = cell.trim();
    let folded = fold(cell);
    let (from, to) = if let Some(least) = folded.strip_prefix("tu ").filter(|rest| split_range(rest).is_none()) {
        (Some(read_amount(least)?), None)
    } else if let Some(most) = folded.strip_prefix("den ") {
        (None, Some(read_amount(most)?))
    } else if let Some((from, to)) = split_range(folded.strip_prefix("tu ").unwrap_or(&folded)) {
        (Some(read_amount(from)?), Some(read_amount(to)?))
    } else {
        let amount = read_amount(cell)?;
        (Some(amount), Some(amount))
    };
    check_range(from, to)
}

/// A range whose ends are in order and in bounds.
pub fn check_range(from: Option<Vnd>, to: Option<Vnd>) -> Reading<VndRange> {
    VndRange::new(from, to).map_err(|error| match error {
        RangeError::Empty => Fault::Missing,
        RangeError::TurnedRound => Fault::TurnedRound,
        RangeError::OutOfBounds => Fault::OutOfBounds,
    })
}

/// See [`read_range`].
pub fn write_range(range: VndRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from == to => from.0.to_string(),
        (Some(from), Some(to)) => format!("{} - {}", from.0, to.0),
        (Some(from), None) => format!("từ {}", from.0),
        (None, Some(to)) => format!("đến {}", to.0),
        (None, None) => String::new(),
    }
}

/// "USD 1200 - 1500": whole units a month.
pub fn read_foreign(cell: &str) -> Reading<ForeignWage> {
    if cell.trim_start().starts_with('{') {
        return from_json(cell);
    }
    let (code, amounts) = cell.trim().split_once(' ').ok_or(UNREAD)?;
    let currency = Currency::from_key(&code.to_uppercase()).ok_or(UNREAD)?;
    let range = read_range(amounts)?;
    Ok(ForeignWage {
        currency,
        from: range.from.map(|amount| amount.0),
        to: range.to.map(|amount| amount.0),
    })
}

/// See [`read_foreign`].
pub fn write_foreign(wage: &ForeignWage) -> String {
    let range = VndRange {
        from: wage.from.map(Vnd),
        to: wage.to.map(Vnd),
    };
    exact(wage, format!("{} {}", wage.currency.key(), write_range(range)), read_foreign)
}

// --- Words of the form ----------------------------------------------------------------------------

/// One word of a list of the form.
pub fn read_word<V: Vocabulary>(cell: &str) -> Reading<V> {
    // As the export writes it, before the slower way without marks and case.
    let exact = V::ALL.iter().copied().find(|word| word.label(Locale::Vi) == cell || word.key() == cell);
    exact.or_else(|| V::read(cell)).ok_or(Fault::Unknown)
}

/// Several words of a list of the form.
pub fn read_words<V: Vocabulary>(cell: &str) -> Reading<Vec<V>> {
    let mut words = Vec::new();
    for part in read_list(cell)? {
        let word = read_word(&part)?;
        if !words.contains(&word) {
            words.push(word);
        }
    }
    Ok(words)
}

/// The label of a word.
pub fn write_word<V: Vocabulary>(word: V) -> String {
    word.label(Locale::Vi).to_owned()
}

/// The labels of several words.
pub fn write_words<V: Vocabulary>(words: &[V]) -> String {
    words.iter().map(|word| write_word(*word)).collect::<Vec<_>>().join("; ")
}

/// The experience asked for: a word of the form, or so many years or months. A number means "at
/// least": 1 year is the form's "Từ 1 đến 2 năm", 2 to 5 years "Từ 2 đến 5 năm".
pub fn read_experience(cell: &str) -> Reading<Experience> {
    if let Ok(word) = read_word(cell) {
        return Ok(word);
    }
    let folded = fold(cell.trim());
    if matches!(
        folded.as_str(),
        "chua co kinh nghiem" | "khong can kinh nghiem" | "khong yeu cau kinh nghiem" | "khong can" | "khong" | "0"
    ) {
        return Ok(Experience::None);
    }
    let least = folded
        .strip_prefix("it nhat ")
        .or_else(|| folded.strip_prefix("toi thieu "))
        .or_else(|| folded.strip_prefix("tu "))
        .unwrap_or(&folded);
    let least = least.strip_suffix("tro len").unwrap_or(least).trim();
    let months = if let Some(months) = least.strip_suffix("thang") {
        read_number(months.trim())?
    } else if let Some(years) = least.strip_suffix("nam") {
        match split_range(years) {
            Some((from, _)) => read_number(from)? * 12,
            None => read_number(years.trim())? * 12,
        }
    } else {
        return Err(UNREAD);
    };
    Ok(match months {
        0 => Experience::None,
        1..12 => Experience::UnderOneYear,
        12..24 => Experience::OneToTwo,
        24..=60 => Experience::TwoToFive,
        _ => Experience::OverFive,
    })
}

/// The shift, also by the short words of recruiters.
pub fn read_shift(cell: &str) -> Reading<Shift> {
    read_word(cell).or_else(|_| match fold(cell.trim()).as_str() {
        "hc" | "hanh chinh" | "gio hc" => Ok(Shift::Office),
        "2 ca" | "hai ca" | "xoay 2 ca" | "2 ca luan phien" => Ok(Shift::TwoShifts),
        "3 ca" | "ba ca" | "xoay 3 ca" | "3 ca luan phien" => Ok(Shift::ThreeShifts),
        "ban ngay" => Ok(Shift::Day),
        "ban dem" => Ok(Shift::Night),
        _ => Err(Fault::Unknown),
    })
}

/// The contract, also by its length.
pub fn read_contract(cell: &str) -> Reading<Contract> {
    read_word(cell).or_else(|_| match fold(cell.trim()).as_str() {
        "duoi 12 thang" | "duoi 1 nam" => Ok(Contract::UnderTwelveMonths),
        "12-36 thang" | "12 - 36 thang" | "tu 12 den 36 thang" | "1 nam" | "2 nam" | "3 nam" | "12 thang" | "24 thang" | "36 thang" => Ok(Contract::TwelveToThirtySixMonths),
        "khong thoi han" | "vo thoi han" | "dai han" => Ok(Contract::Indefinite),
        _ => Err(Fault::Unknown),
    })
}

/// Full or part time.
pub fn read_work_time(cell: &str) -> Reading<WorkTime> {
    read_word(cell).or_else(|_| match fold(cell.trim()).replace('-', " ").as_str() {
        "full time" | "fulltime" | "ca ngay lam viec" => Ok(WorkTime::FullTime),
        "part time" | "parttime" => Ok(WorkTime::PartTime),
        _ => Err(Fault::Unknown),
    })
}

// --- Lists ----------------------------------------------------------------------------------------

/// The entries of a cell: separated by semicolons or line breaks, or a JSON array of texts.
pub fn read_list(cell: &str) -> Reading<Vec<String>> {
    if cell.trim_start().starts_with('[') {
        return from_json(cell);
    }
    Ok(cell.split([';', '\n']).map(tidy_line).filter(|entry| !entry.is_empty()).collect())
}

/// See [`read_list`].
pub fn write_list(entries: &[String]) -> String {
    exact(&entries.to_vec(), entries.join("; "), read_list)
}

/// Skills: "Tiếng Hàn (TOPIK 3) – Khá; Tin học văn phòng".
pub fn read_skills(cell: &str) -> Reading<Vec<SkillDemand>> {
    if cell.trim_start().starts_with('[') {
        return from_json(cell);
    }
    read_list(cell)?.iter().map(|entry| read_skill(entry)).collect()
}

fn read_skill(entry: &str) -> Reading<SkillDemand> {
    let (rest, fluency) = match entry.rsplit_once(" – ").or_else(|| entry.rsplit_once(" - ")) {
        Some((rest, fluency)) => (rest.trim_end(), Some(read_word::<Fluency>(fluency)?)),
        None => (entry, None),
    };
    let (name, certificate) = match rest.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        Some((name, certificate)) => (name.trim_end(), Some(certificate.trim().to_owned())),
        None => (rest, None),
    };
    if name.is_empty() {
        Err(UNREAD)
    } else {
        Ok(SkillDemand {
            name: name.to_owned(),
            certificate,
            fluency,
        })
    }
}

/// See [`read_skills`].
pub fn write_skills(skills: &[SkillDemand]) -> String {
    let one = |skill: &SkillDemand| {
        let certificate = skill.certificate.as_ref().map(|certificate| format!(" ({certificate})")).unwrap_or_default();
        let fluency = skill.fluency.map(|fluency| format!(" – {}", write_word(fluency))).unwrap_or_default();
        format!("{}{certificate}{fluency}", skill.name)
    };
    exact(&skills.to_vec(), skills.iter().map(one).collect::<Vec<_>>().join("; "), read_skills)
}

/// Allowances: "Chuyên cần: 500.000; Xăng xe: 300.000".
pub fn read_allowances(cell: &str) -> Reading<Vec<Allowance>> {
    if cell.trim_start().starts_with('[') {
        return from_json(cell);
    }
    let one = |entry: &String| {
        let (name, amount) = entry.rsplit_once(':').ok_or(UNREAD)?;
        Ok(Allowance {
            name: name.trim().to_owned(),
            amount: read_amount(amount)?,
        })
    };
    read_list(cell)?.iter().map(one).collect()
}

/// See [`read_allowances`].
pub fn write_allowances(allowances: &[Allowance]) -> String {
    let plain: Vec<String> = allowances.iter().map(|allowance| format!("{}: {}", allowance.name, allowance.amount.0)).collect();
    exact(&allowances.to_vec(), plain.join("; "), read_allowances)
}

/// Bus routes, one a line: "Tuyến 3: Diêm Điền – Liên Hà Thái | Ngã tư Vô Hối 06:10 > Cầu Diêm Điền 06:20".
pub fn read_bus(cell: &str) -> Reading<Vec<BusRoute>> {
    if cell.trim_start().starts_with('[') {
        return from_json(cell);
    }
    let stop = |written: &str| {
        let written = written.trim();
        let timed = written.rsplit_once(' ').and_then(|(name, time)| Some((name.trim_end(), read_time(time).ok()?)));
        let (name, time) = timed.map_or((written, None), |(name, time)| (name, Some(time)));
        if name.is_empty() { Err(UNREAD) } else { Ok(BusStop { name: name.to_owned(), time }) }
    };
    let route = |entry: &String| {
        let (name, stops) = entry.split_once('|').unwrap_or((entry, ""));
        let stops = stops.split('>').filter(|written| !written.trim().is_empty()).map(stop).collect::<Result<_, _>>()?;
        if name.trim().is_empty() {
            Err(UNREAD)
        } else {
            Ok(BusRoute {
                name: name.trim().to_owned(),
                stops,
            })
        }
    };
    read_list(cell)?.iter().map(route).collect()
}

/// See [`read_bus`].
pub fn write_bus(routes: &[BusRoute]) -> String {
    let stop = |stop: &BusStop| stop.time.map_or_else(|| stop.name.clone(), |time| format!("{} {}", stop.name, write_time(time)));
    let route = |route: &BusRoute| {
        let stops: Vec<String> = route.stops.iter().map(stop).collect();
        if stops.is_empty() {
            route.name.clone()
        } else {
            format!("{} | {}", route.name, stops.join(" > "))
        }
    };
    exact(&routes.to_vec(), routes.iter().map(route).collect::<Vec<_>>().join("\n"), read_bus)
}

/// A dormitory: "có", "miễn phí", "400.000/tháng, 4 người/phòng"; "không" is none.
pub fn read_dormitory(cell: &str) -> Reading<Option<Dormitory>> {
    if cell.trim_start().starts_with('{') {
        return from_json(cell).map(Some);
    }
    let mut dormitory = Dormitory::default();
    for part in cell.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        let folded = fold(part);
        if folded == "khong" {
            return if dormitory == Dormitory::default() && fold(cell.trim()) == "khong" {
                Ok(None)
            } else {
                Err(UNREAD)
            };
        } else if folded == "mien phi" {
            dormitory.free = true;
        } else if let Some(persons) = folded.strip_suffix("/phong").map(|rest| rest.strip_suffix("nguoi").unwrap_or(rest)) {
            dormitory.per_room = Some(read_count(persons, &[])?);
        } else if folded != "co" && fold(part) != "x" {
            dormitory.monthly = Some(read_amount(folded.strip_suffix("/thang").unwrap_or(&folded))?);
        }
    }
    Ok(Some(dormitory))
}

/// See [`read_dormitory`].
pub fn write_dormitory(dormitory: &Dormitory) -> String {
    let mut parts = Vec::new();
    if dormitory.free {
        parts.push("miễn phí".to_owned());
    }
    parts.extend(dormitory.monthly.map(|monthly| format!("{}/tháng", monthly.0)));
    parts.extend(dormitory.per_room.map(|persons| format!("{persons} người/phòng")));
    let plain = if parts.is_empty() { "có".to_owned() } else { parts.join(", ") };
    exact(&Some(dormitory.clone()), plain, read_dormitory)
}

/// Days of probation: "30", "30 ngày", "2 tháng"; "không" is none.
pub fn read_probation_days(cell: &str) -> Reading<Option<u16>> {
    let folded = fold(cell.trim());
    if folded == "khong" || folded == "khong thu viec" {
        return Ok(None);
    }
    if let Some(months) = folded.strip_suffix("thang") {
        return u16::try_from(read_number(months.trim())? * 30).map(Some).map_err(|_| Fault::OutOfBounds);
    }
    read_count(&folded, &["ngay lam viec", "ngay"]).map(Some)
}

fn from_json<T: DeserializeOwned>(cell: &str) -> Reading<T> {
    serde_json::from_str(cell).map_err(|_| UNREAD)
}

/// The plain way of writing a value if it is read back to the same value, else JSON.
fn exact<T: PartialEq + Serialize>(value: &T, plain: String, read: impl Fn(&str) -> Reading<T>) -> String {
    // A cell is tidied when it is read; what does not survive that goes as JSON too.
    if read(&plain).is_ok_and(|back| back == *value) && sanviec_domain::text::tidy(&plain) == plain {
        plain
    } else {
        serde_json::to_string(value).unwrap_or(plain)
    }
}

#[cfg(test)]
mod tests;
