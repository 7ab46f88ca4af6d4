//! The pieces of a written wage: numbers, words, and the signs that mean something between them.

use super::WageUnread;
use crate::text::{fold, tidy_line};

/// One piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits with dots and commas between them, as written.
    Number(String),
    /// Letters, folded.
    Word(String),
    /// - – — ~
    Dash,
    /// /
    Slash,
    /// +
    Plus,
    /// > ≥
    Greater,
    /// < ≤
    Less,
    /// A comma, bracket or other pause.
    Pause,
}

impl Token {
    /// The word, if it is one.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Cuts a text into tokens; a character of no known meaning is refused.
pub(super) fn tokens(written: &str) -> Result<Vec<Token>, WageUnread> {
    let folded = fold(&tidy_line(written));
    let chars: Vec<char> = folded.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let start = at;
        at += 1;
        match c {
            '0'..='9' => {
                while chars
                    .get(at)
                    .is_some_and(|next| next.is_ascii_digit() || (matches!(next, '.' | ',') && chars.get(at + 1).is_some_and(char::is_ascii_digit)))
                {
                    at += 1;
                }
                tokens.push(Token::Number(chars[start..at].iter().collect()));
            }
            c if c.is_alphabetic() => {
                while chars.get(at).is_some_and(|next| next.is_alphabetic()) {
                    at += 1;
                }
                tokens.push(Token::Word(chars[start..at].iter().collect()));
            }
            ' ' => {}
            '$' => tokens.push(Token::Word("usd".to_owned())),
            '₫' => tokens.push(Token::Word("vnd".to_owned())),
            '€' => tokens.push(Token::Word("eur".to_owned())),
            '₩' => tokens.push(Token::Word("krw".to_owned())),
            '-' | '–' | '—' | '‐' | '‑' | '−' | '~' => tokens.push(Token::Dash),
            '/' => tokens.push(Token::Slash),
            '+' => tokens.push(Token::Plus),
            '>' | '≥' => tokens.push(Token::Greater),
            '<' | '≤' => tokens.push(Token::Less),
            '.' | ',' | ';' | ':' | '(' | ')' | '!' => tokens.push(Token::Pause),
            other => return Err(WageUnread::UnknownWord(other.to_string())),
        }
    }
    Ok(tokens)
}
