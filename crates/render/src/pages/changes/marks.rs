//! Which words of two texts differ.

/// The longest text whose words are compared, in words: beyond it the whole text is marked.
const LONGEST: usize = 2_000;

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words, with the spaces and lines after them.
    pub text: String,
    /// Whether it is not in the other text.
    pub differs: bool,
}

/// Two texts, each in stretches that are in the other one and stretches that are not: the longest
/// common run of words is what stays.
pub fn mark(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (olds, news): (Vec<&str>, Vec<&str>) = (words(old), words(new));
    if olds.len() > LONGEST || news.len() > LONGEST {
        return (pieces(&olds, |_| true), pieces(&news, |_| true));
    }
    let (keeps_old, keeps_new) = common(&olds, &news);
    (pieces(&olds, |at| !keeps_old[at]), pieces(&news, |at| !keeps_new[at]))
}

/// Words, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// Which words of each text belong to a longest common subsequence. What is the same at both ends
/// is taken first: most changes are small.
fn common(old: &[&str], new: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let same = |(old, new): (&&str, &&str)| old.trim_end() == new.trim_end();
    let start = old.iter().zip(new).take_while(|pair| same(*pair)).count();
    let rest = (old.len().min(new.len())) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|pair| same(*pair)).count();
    let (mut keeps_old, mut keeps_new) = (vec![true; old.len()], vec![true; new.len()]);
    let (a, b) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    // longest[i][j]: the longest common subsequence of a[i..] and b[j..].
    let width = b.len() + 1;
    let mut longest = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if same((&a[i], &b[j])) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && same((&a[i], &b[j])) {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            keeps_old[start + i] = false;
            i += 1;
        } else {
            keeps_new[start + j] = false;
            j += 1;
        }
    }
    (keeps_old, keeps_new)
}

/// Neighbours of a kind together.
fn pieces(words: &[&str], differs: impl Fn(usize) -> bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match pieces.last_mut().filter(|piece| piece.differs == differs(at)) {
            Some(piece) => piece.text.push_str(word),
            None => pieces.push(Piece {
                text: (*word).to_owned(),
                differs: differs(at),
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let one = |piece: &Piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn only_the_words_that_differ_are_marked() {
        for (old, new, marked_old, marked_new) in [
            ("9–11 triệu", "9–12 triệu", "[9–11 ]triệu", "[9–12 ]triệu"),
            ("May áo sơ mi\nĐứng máy", "May áo khoác\nĐứng máy", "May áo [sơ mi\n]Đứng máy", "May áo [khoác\n]Đứng máy"),
            ("", "Có ký túc xá", "", "[Có ký túc xá]"),
            ("Có xe", "", "[Có xe]", ""),
            ("a b c d", "b x d e", "[a ]b [c ]d", "b [x ]d [e]"),
            ("như cũ", "như cũ", "như cũ", "như cũ"),
            ("đi làm", "đi làm ngay", "đi làm", "đi làm [ngay]"),
        ] {
            let (old, new) = mark(old, new);
            assert_eq!((shown(&old).as_str(), shown(&new).as_str()), (marked_old, marked_new));
        }
    }

    #[test]
    fn nothing_is_lost_and_a_very_long_text_is_marked_whole() {
        let old = "từ ".repeat(3_000);
        let (first, second) = mark(&old, "ngắn");
        assert_eq!((first.len(), first[0].text == old, second[0].differs), (1, true, true));
    }
}
