//! Answers that a client may have already: a tag over what is said, and 304 where it is the same.

use crate::problem::{Answer, Problem};
use axum::response::IntoResponse;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A JSON answer under its tag; nothing but the tag to a client that has the same.
pub fn json(asked: &HeaderMap, body: &impl Serialize) -> Answer {
    let bytes = serde_json::to_vec(body).map_err(Problem::internal)?;
    let opaque = hex::encode(&Sha256::digest(&bytes)[..12]);
    // Weak: the same words may be sent compressed or not.
    let tag = HeaderValue::from_str(&format!("W/\"{opaque}\"")).map_err(Problem::internal)?;
    let mut response = if is_known(asked, &opaque) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/json")], bytes).into_response()
    };
    response.headers_mut().insert(header::ETAG, tag);
    Ok(response)
}

/// Whether `If-None-Match` names this tag, strong or weak, or any at all.
fn is_known(asked: &HeaderMap, opaque: &str) -> bool {
    let lines = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).any(|tag| {
        let quoted = tag.strip_prefix("W/").unwrap_or(tag);
        tag == "*" || quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) == Some(opaque)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(line: &str) -> StatusCode {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, line.parse().unwrap());
        json(&headers, &"words").unwrap().status()
    }

    #[test]
    fn the_same_is_not_sent_twice() {
        let first = json(&HeaderMap::new(), &"words").unwrap();
        assert_eq!(first.status(), StatusCode::OK);
        let tag = first.headers()[header::ETAG].to_str().unwrap();
        for known in [tag.to_owned(), tag.trim_start_matches("W/").to_owned(), format!("\"other\", {tag}"), "*".to_owned()] {
            assert_eq!(asks(&known), StatusCode::NOT_MODIFIED, "{known}");
        }
        for other in ["\"other\"", "W/\"\"", "words", tag.trim_matches(['W', '/', '"'])] {
            assert_eq!(asks(other), StatusCode::OK, "{other}");
        }
        assert_ne!(json(&HeaderMap::new(), &"other words").unwrap().headers()[header::ETAG], first.headers()[header::ETAG]);
    }
}
