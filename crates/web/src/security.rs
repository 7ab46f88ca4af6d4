//! What stands round every request: headers, limits, where forms may come from.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue, header};

/// No inline code, nothing from elsewhere, never inside a frame (ASVS 5.0 V3).
const POLICY: &str =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The session's cookie, as a centre's site names it.
pub const SECURE_SESSION_COOKIE: &str = "__Host-sanviec";
/// The same where the site is not reached by TLS.
pub const SESSION_COOKIE: &str = "sanviec";

/// Parts of a path that are as long as this and one run of letters and digits are taken for secrets.
const SHORTEST_SECRET: usize = 30;

/// Whether the cookies of a request hold a session's.
fn holds_session(cookies: &[u8]) -> bool {
    let names = cookies
        .split(|byte| *byte == b';')
        .filter_map(|cookie| cookie.trim_ascii().split(|byte| *byte == b'=').next());
    names
        .into_iter()
        .any(|name| [SESSION_COOKIE, SECURE_SESSION_COOKIE].iter().any(|known| known.as_bytes() == name))
}

/// Adds the security headers to every answer.
pub async fn headers(request: Request, next: Next) -> Response {
    let is_page = !request.uri().path().starts_with("/a/");
    let has_session = request.headers().get_all(header::COOKIE).iter().any(|cookies| holds_session(cookies.as_bytes()));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), display-capture=()",
    );
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    // Nobody else's page may take ours in; the open data is read by programs, not by pages.
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if is_page {
        // Whoever has signed in is named on every page: telephones are lent. What everybody sees comes
        // back fast.
        set(header::CACHE_CONTROL, if has_session { "no-store" } else { "private, no-cache" });
    }
    response
}

/// A path as it may be logged: without the secrets that links carry. Ids stay.
pub fn loggable(path: &str) -> String {
    let part = |part: &str| {
        let is_secret = part.len() >= SHORTEST_SECRET && part.parse::<uuid::Uuid>().is_err() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if is_secret { "…".to_owned() } else { part.to_owned() }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Tells browsers to come by TLS only, where the site is reached so.
pub async fn transport(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    response
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_logged_path_tells_no_secret() {
        let token = "0123456789abcdef".repeat(4);
        assert_eq!(super::loggable(&format!("/en/loi-moi/{token}")), "/en/loi-moi/…");
        for kept in ["/", "/viec-lam/123-cong-nhan-may-cong-nghiep-tien-hai", "/toi/don/0198a7c2-6f1e-7000-8000-000000000001"] {
            assert_eq!(super::loggable(kept), kept);
        }
    }
}
