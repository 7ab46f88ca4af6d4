//! Form bodies: read with a limit, tidied, kept for showing again.

use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{FromRequest, Multipart, Request};
use chrono::NaiveDateTime;
use http::{StatusCode, header};
use sanviec_domain::file;
use sanviec_domain::language::Locale;
use sanviec_domain::time::{Instant, VIETNAM, in_vietnam};
use sanviec_exchange::files::Upload;
use sanviec_render::FormState;

/// The largest form, in bytes.
pub const LARGEST: usize = 256 * 1024;
/// The most fields of one form.
pub const MOST_FIELDS: usize = 1_000;

/// How the names of fields that hold a password begin.
pub const PASSWORD: &str = "mat-khau";
/// Fields into which people paste tables: `bang`, `bang-khoa`.
const TABLE: &str = "bang";
/// The field for a file that holds such a table.
const FILE: &str = "tep";

/// The largest form with files, in bytes: the files, and what is typed beside them.
pub const LARGEST_WITH_FILES: usize = file::MOST * file::LARGEST + LARGEST;
/// The most files looked at; what one thing may have is the use case's to say.
const MOST_UPLOADS: usize = file::MOST + 1;

/// A form as it was typed.
pub struct Fields(pub FormState);

/// A form as it was typed, and the files that were chosen.
pub struct FieldsAndFiles(pub FormState, pub Vec<Upload>);

impl<S: Send + Sync> FromRequest<S> for FieldsAndFiles {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            return Fields::from_request(request, state).await.map(|Fields(form)| Self(form, Vec::new()));
        }
        let mut parts = Multipart::from_request(request, state).await.map_err(|error| unreadable(&error))?;
        let (mut form, mut files, mut typed) = (FormState::default(), Vec::new(), 0);
        let mut count = 0;
        while let Some(part) = parts.next_field().await.map_err(|error| unreadable_part(&error))? {
            count += 1;
            let (name, file) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
            let bytes = part.bytes().await.map_err(|error| unreadable_part(&error))?;
            match file {
                // A field for files that none were chosen for comes as one without a name.
                Some(said) if said.is_empty() && bytes.is_empty() => {}
                Some(said) => files.push(Upload {
                    name: said,
                    bytes: bytes.to_vec(),
                }),
                None => {
                    typed += bytes.len();
                    let value = typed_in(&name, String::from_utf8_lossy(&bytes).into_owned());
                    form.values.entry(name).or_default().push(value);
                }
            }
            if count > MOST_FIELDS || files.len() > MOST_UPLOADS || typed > LARGEST {
                return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
            }
        }
        Ok(Self(form, files))
    }
}

fn unreadable(error: &MultipartRejection) -> Problem {
    Problem::unreadable(error.body_text())
}

fn unreadable_part(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large")
    } else {
        Problem::unreadable("the form can't be read")
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unreadable"));
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|_| Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"))?;
        if body.len() > LARGEST {
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
        }
        Ok(Self(read(&body)?))
    }
}

/// A moment of a field of the kind `datetime-local`, by Vietnam's clock.
pub fn moment(written: &str) -> Option<Instant> {
    let at = NaiveDateTime::parse_from_str(written.trim(), MOMENT).ok()?;
    Some(at.and_local_timezone(VIETNAM).single()?.to_utc())
}

/// The same the other way round.
pub fn moment_field(at: Instant) -> String {
    in_vietnam(at).format(MOMENT).to_string()
}

/// How a browser writes a moment.
const MOMENT: &str = "%Y-%m-%dT%H:%M";

/// What was typed into a field, tidied. A password is what was typed, to the last space; what separates the cells of
/// a pasted table stays, too.
fn typed_in(name: &str, value: String) -> String {
    if name.starts_with(PASSWORD) || name.starts_with(TABLE) {
        value
    } else {
        sanviec_domain::text::tidy(&value)
    }
}

/// Takes a table out of the file that was chosen into the field where it can be pasted: from there on both are
/// one, and what is wrong can be mended in the field. Answers with whether it could be read.
pub async fn table_of_file(form: &mut FormState, uploads: Vec<Upload>, field: &str, locale: Locale) -> Result<bool, Problem> {
    let Some(upload) = uploads.into_iter().next() else { return Ok(true) };
    match sanviec_exchange::table::text_of(upload.bytes).await? {
        Ok(text) => form.set(field, text),
        Err(error) => {
            form.fail(FILE, error.message(locale));
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads pairs, tidied, in the order they came.
pub fn read(body: &[u8]) -> Result<FormState, Problem> {
    let mut form = FormState::default();
    for (count, (name, value)) in url::form_urlencoded::parse(body).enumerate() {
        if count >= MOST_FIELDS {
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
        }
        let value = typed_in(&name, value.into_owned());
        form.values.entry(name.into_owned()).or_default().push(value);
    }
    Ok(form)
}
