//! Making a text message fit. Names are shortened, never the link or the number.

/// The longest text message, in characters.
pub const LIMIT: usize = 160;

/// The least that is left of a name before something else has to go.
const LEAST: usize = 8;

/// Whether a text is short enough.
pub fn fits(text: &str) -> bool {
    text.chars().count() <= LIMIT
}

/// A text of two names, the names as long as they can be: both are cut to the same length, unless
/// one leaves room to the other. Where even [`LEAST`] characters each are too many, the text comes
/// out too long and the caller leaves something else away.
pub fn fit(who: &str, title: &str, text: impl Fn(&str, &str) -> String) -> String {
    let full = text(who, title);
    if fits(&full) {
        return full;
    }
    let count = |text: &str| text.chars().count();
    let (who_length, title_length) = (count(who), count(title));
    let room = LIMIT.saturating_sub(count(&full) - who_length - title_length);
    let half = room / 2;
    let (who_room, title_room) = match (who_length <= half, title_length <= room - half) {
        (true, _) => (who_length, room - who_length),
        (_, true) => (room - title_length, title_length),
        _ => (half, room - half),
    };
    stopped_once(&text(&cut(who, who_room.max(LEAST)), &cut(title, title_room.max(LEAST))))
}

/// A text of one name or sentence, cut as far as it has to be.
pub fn fit_one(said: &str, text: impl Fn(&str) -> String) -> String {
    let full = text(said);
    if fits(&full) {
        return full;
    }
    let (length, said_length) = (full.chars().count(), said.chars().count());
    let room = LIMIT.saturating_sub(length - said_length.min(length));
    stopped_once(&text(&cut(said, room.max(LEAST))))
}

/// A name that was cut at the end of a sentence brings its own dots.
fn stopped_once(text: &str) -> String {
    text.replace("….", "…")
}

/// At most so many characters, at the end of a word where one is near, with "…" behind.
fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    let whole_words = kept.rsplit_once(' ').map(|(words, _)| words).filter(|words| words.chars().count() * 3 > room * 2);
    format!("{}…", whole_words.unwrap_or(&kept).trim_end_matches([' ', ',', '-', '–']))
}

/// What a company is called in daily speech: without its legal form.
pub fn short_company(name: &str) -> &str {
    const FORMS: [&str; 12] = [
        "Công ty trách nhiệm hữu hạn ",
        "Công ty TNHH MTV ",
        "Công ty TNHH Một thành viên ",
        "Công ty TNHH một thành viên ",
        "Công ty TNHH ",
        "Công ty Cổ phần ",
        "Công ty cổ phần ",
        "Công ty CP ",
        "CÔNG TY TNHH ",
        "CÔNG TY CỔ PHẦN ",
        "Doanh nghiệp tư nhân ",
        "Hợp tác xã ",
    ];
    FORMS.iter().find_map(|form| name.strip_prefix(form)).filter(|rest| !rest.trim().is_empty()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_share_the_room() {
        let text = |who: &str, title: &str| format!("{}{who}/{title}", "x".repeat(120));
        assert_eq!(fit("An", "May", text), text("An", "May"), "short names stay whole");
        let long = "Công nhân may công nghiệp đi làm ngay không cần kinh nghiệm";
        let fitted = fit("An", long, text);
        assert!(fits(&fitted) && fitted.contains("An/Công nhân may công nghiệp đi làm…"), "{fitted}");
        let both = fit(long, long, text);
        assert!(fits(&both) && both.matches('…').count() == 2, "{both}");
    }

    #[test]
    fn a_name_cut_at_the_end_does_not_end_in_four_dots() {
        let fitted = fit("An", &"công nhân ".repeat(30), |who, title| format!("{who} ứng tuyển {title}."));
        assert!(fits(&fitted) && fitted.ends_with('…'), "{fitted}");
    }

    #[test]
    fn a_cut_does_not_leave_half_a_word() {
        assert_eq!(cut("Công nhân may công nghiệp", 22), "Công nhân may công…");
        assert_eq!(cut("Supercalifragilistic", 12), "Supercalifr…");
        assert_eq!(cut("May", 10), "May");
    }

    #[test]
    fn a_legal_form_is_left_out() {
        assert_eq!(short_company("Công ty TNHH May Sông Trà"), "May Sông Trà");
        assert_eq!(short_company("Công ty Cổ phần Dệt Hải Triều"), "Dệt Hải Triều");
        assert_eq!(short_company("Xưởng mộc Ba Lan"), "Xưởng mộc Ba Lan");
    }
}
