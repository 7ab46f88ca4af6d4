//! `/tep/{id}`: a file that somebody handed in, for whoever may see what it belongs to. Served to be
//! saved and not to be shown, from a path of its own, under a policy that lets nothing in it run.

use crate::problem::{Answer, Problem};
use crate::visit::Visit;
use axum::extract::Path;
use axum::response::IntoResponse;
use http::{HeaderMap, HeaderValue, header};
use sanviec_domain::ids::FileId;
use sanviec_exchange::files;
use sanviec_store::files::FileRecord;

const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// The file.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: FileId = id.parse().map_err(|_| Problem::not_found())?;
    let (file, bytes) = files::open(&visit.app.exchange, &visit.actor, id).await?;
    served(&file, bytes)
}

/// A file as an answer.
pub fn served(file: &FileRecord, bytes: Vec<u8>) -> Answer {
    let mut headers = HeaderMap::new();
    let name: String = url::form_urlencoded::byte_serialize(file.name.as_bytes()).collect();
    // RFC 6266: the name in UTF-8, and a plain one for who can't read that. Spaces are "%20" there.
    let said = format!("attachment; filename=\"tep.{}\"; filename*=UTF-8''{}", file.kind.extension(), name.replace('+', "%20"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&said).map_err(Problem::internal)?);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind.media_type()));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok((headers, bytes).into_response())
}
