//! Marks the words that raised a finding in a page that is rendered already, so that the officer
//! reads the posting exactly as the public will, with nothing added but the marks.

use std::ops::Range;

/// The HTML with every occurrence of the wordings inside `<mark>`. Only text is touched, never
/// tags; words are compared as written, and what stands between two words (spaces, commas, a line's
/// end) does not matter. The HTML is our own: every "<" of a text is escaped in it.
pub fn highlight(html: &str, wordings: &[&str]) -> String {
    let wordings: Vec<Vec<&str>> = wordings
        .iter()
        .map(|wording| words(wording).map(|range| &wording[range]).collect::<Vec<_>>())
        .filter(|wording| !wording.is_empty())
        .collect();
    if wordings.is_empty() {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(tag) = rest.find('<') {
        mark(&rest[..tag], &wordings, &mut out);
        let end = rest[tag..].find('>').map_or(rest.len(), |end| tag + end + 1);
        out.push_str(&rest[tag..end]);
        rest = &rest[end..];
    }
    mark(rest, &wordings, &mut out);
    out
}

/// One stretch of text between two tags.
fn mark(text: &str, wordings: &[Vec<&str>], out: &mut String) {
    let ranges: Vec<Range<usize>> = words(text).collect();
    let mut written = 0;
    let mut marked: Vec<Range<usize>> = Vec::new();
    for at in 0..ranges.len() {
        let fits = |wording: &&Vec<&str>| {
            ranges
                .get(at..at + wording.len())
                .is_some_and(|here| here.iter().map(|range| &text[range.clone()]).eq(wording.iter().copied()))
        };
        let Some(length) = wordings.iter().filter(fits).map(Vec::len).max() else { continue };
        let (from, to) = (ranges[at].start, ranges[at + length - 1].end);
        // Wordings that overlap are marked as one: "chỉ tuyển nữ, từ 18 - 35 tuổi".
        match marked.last_mut().filter(|last| last.end > from) {
            Some(last) => last.end = last.end.max(to),
            None => marked.push(from..to),
        }
    }
    for range in marked {
        out.push_str(&text[written..range.start]);
        out.push_str("<mark>");
        out.push_str(&text[range.clone()]);
        out.push_str("</mark>");
        written = range.end;
    }
    out.push_str(&text[written..]);
}

/// Where the words of a text are: runs of letters, digits and combining marks. An escaped
/// character ("&#38;") separates words like the one it stands for.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut start = None;
        while at < text.len() {
            let rest = &text[at..];
            let c = rest.chars().next()?;
            let is_word = c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c);
            match (is_word, start) {
                (true, None) => start = Some(at),
                (false, Some(start)) => return Some(start..at),
                _ => {}
            }
            at += if c == '&' { entity(rest) } else { c.len_utf8() };
        }
        start.map(|start| start..text.len())
    })
}

/// How long the escaped character is that a text begins with; 1 for a plain "&".
fn entity(text: &str) -> usize {
    let end = text.bytes().take(12).position(|byte| byte == b';');
    end.filter(|end| text[1..*end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#'))
        .map_or(1, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_in_text_alone() {
        assert_eq!(
            highlight("<p title=\"đặt cọc\">Phải đặt cọc 500k</p>", &["đặt cọc"]),
            "<p title=\"đặt cọc\">Phải <mark>đặt cọc</mark> 500k</p>"
        );
        assert_eq!(highlight("<p>18 - 35 tuổi, nữ</p>", &["18 35 tuổi"]), "<p><mark>18 - 35 tuổi</mark>, nữ</p>");
        assert_eq!(highlight("gọi 0912.345.678 ngay", &["0912.345.678"]), "gọi <mark>0912.345.678</mark> ngay");
        assert_eq!(highlight("<p>đặt</p><p>cọc</p>", &["đặt cọc"]), "<p>đặt</p><p>cọc</p>", "not over the end of an element");
    }

    #[test]
    fn parts_of_words_and_escapes_stay_whole() {
        assert_eq!(
            highlight("nhà trọ 38 &#38; nam giới", &["38", "nam"]),
            "nhà trọ <mark>38</mark> &#38; <mark>nam</mark> giới"
        );
        assert_eq!(highlight("namgiới", &["nam"]), "namgiới");
        assert_eq!(highlight("a & b &amp; amp", &["amp"]), "a & b &amp; <mark>amp</mark>");
        assert_eq!(
            highlight("chỉ tuyển nữ dưới 35 tuổi", &["nữ", "chỉ tuyển nữ", "dưới 35 tuổi"]),
            "<mark>chỉ tuyển nữ</mark> <mark>dưới 35 tuổi</mark>"
        );
        assert_eq!(highlight("<b>x</b>", &["", " , "]), "<b>x</b>");
    }

    #[test]
    fn what_is_marked_is_still_the_same_text() {
        let html = "<ul><li>Thợ &lt;hàn&gt; – đặt cọc</li><li>đặt cọc</li></ul>";
        let marked = highlight(html, &["đặt cọc", "hàn"]);
        assert_eq!(marked.replace("<mark>", "").replace("</mark>", ""), html);
        assert_eq!(marked.matches("<mark>").count(), 3);
    }
}
