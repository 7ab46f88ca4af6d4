//! One person with a browser: cookies kept, redirects followed, forms sent from this site.

use crate::app::TestApp;
use crate::authenticator::Authenticator;
use crate::form::Form;
use crate::page::Page;
use axum::body::{Body, to_bytes};
use http::{HeaderMap, Method, Request, StatusCode, header};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use tower::ServiceExt;

/// Redirects followed before a test gives up.
const MOST_REDIRECTS: usize = 8;
/// The largest answer a test reads.
const LARGEST: usize = 16 << 20;

/// One person with a browser.
pub struct User {
    /// The site.
    pub app: TestApp,
    cookies: Mutex<BTreeMap<String, String>>,
    key: Option<String>,
}

impl User {
    /// Nobody yet: no cookie.
    pub fn new(app: TestApp) -> Self {
        Self {
            app,
            cookies: Mutex::default(),
            key: None,
        }
    }

    /// An employer's own system, with its key.
    pub fn program(app: &TestApp, key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            ..Self::new(app.clone())
        }
    }

    /// Sends JSON; `lines` are headers besides.
    pub async fn sends(&self, method: Method, path: &str, lines: &[(&'static str, &str)], body: &serde_json::Value) -> Page {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.insert(*name, value.parse().expect("a header of a test is one"));
        }
        if body.is_null() {
            return self.ask(method, path, headers, Body::empty()).await;
        }
        headers.insert(header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
        self.ask(method, path, headers, Body::from(body.to_string())).await
    }

    /// The same browser once more: another tab.
    #[must_use]
    pub fn tab(&self) -> Self {
        Self {
            app: self.app.clone(),
            cookies: Mutex::new(self.cookies().clone()),
            key: self.key.clone(),
        }
    }

    fn cookies(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a page and follows its redirects.
    pub async fn get(&self, path: &str) -> Page {
        let first = self.get_once(path).await;
        self.follow(first).await
    }

    /// Opens a page; a redirect is the answer.
    pub async fn get_once(&self, path: &str) -> Page {
        self.ask(Method::GET, path, HeaderMap::new(), Body::empty()).await
    }

    /// Sends fields and follows where it leads.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let first = self.post_once(path, fields).await;
        self.follow(first).await
    }

    /// Sends fields; a redirect is the answer.
    pub async fn post_once(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, http::HeaderValue::from_static("application/x-www-form-urlencoded"));
        headers.insert("sec-fetch-site", http::HeaderValue::from_static("same-origin"));
        self.ask(Method::POST, path, headers, Body::from(body)).await
    }

    /// Sends a form.
    pub async fn submit(&self, form: Form) -> Page {
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if form.is_post {
            return self.post(&form.action, &fields).await;
        }
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.get(&format!("{}?{query}", form.action)).await
    }

    /// Sends a form with files, each under the name it is called by its sender; a redirect is followed.
    pub async fn submit_with_files(&self, form: Form, files: &[(&str, &[u8])]) -> Page {
        let mut body = Vec::new();
        let line = |body: &mut Vec<u8>, text: &str| body.extend_from_slice(text.as_bytes());
        for (name, value) in form.fields.iter().filter(|(name, _)| name != "tep") {
            line(&mut body, &format!("--grenze\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }
        for (name, bytes) in files {
            let head = format!("--grenze\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            line(&mut body, &head);
            body.extend_from_slice(bytes);
            line(&mut body, "\r\n");
        }
        line(&mut body, "--grenze--\r\n");
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, http::HeaderValue::from_static("multipart/form-data; boundary=grenze"));
        headers.insert("sec-fetch-site", http::HeaderValue::from_static("same-origin"));
        let first = self.ask(Method::POST, &form.action, headers, Body::from(body)).await;
        self.follow(first).await
    }

    /// One request, one answer.
    pub async fn ask(&self, method: Method, path: &str, headers: HeaderMap, body: Body) -> Page {
        let mut request = Request::builder().method(method).uri(path).body(body).expect("a request of a test is one");
        *request.headers_mut() = headers;
        let cookies: Vec<String> = self.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().expect("cookies are plain"));
        }
        if let Some(key) = &self.key {
            request
                .headers_mut()
                .insert(header::AUTHORIZATION, format!("Bearer {key}").parse().expect("a key is plain"));
        }
        let Ok(response) = self.app.router().oneshot(request).await;
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("cookies are plain"));
        }
        let bytes = to_bytes(body, LARGEST).await.expect("an answer has an end");
        Page {
            path: path.to_owned(),
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(bytes.to_vec()).unwrap_or_default(),
            redirects: 0,
        }
    }

    fn keep(&self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).expect("a cookie has a name");
        if value.is_empty() || parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
            self.cookies().remove(name);
        } else {
            self.cookies().insert(name.to_owned(), value.to_owned());
        }
    }

    async fn follow(&self, mut page: Page) -> Page {
        let mut redirects = 0;
        while page.status.is_redirection() && page.status != StatusCode::NOT_MODIFIED {
            redirects += 1;
            assert!(redirects <= MOST_REDIRECTS, "{} redirects for ever", page.path);
            let to = page.header("location").to_owned();
            page = self.get_once(&to).await;
        }
        page.redirects = redirects;
        page
    }

    /// Signs in with a number or an address and the code that is sent to it.
    pub async fn sign_in(&self, contact: &str) -> Page {
        let form = self.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", contact);
        let asked = self.submit(form).await.ok();
        let code = self.app.code_for(contact).await;
        self.submit(asked.form("/xac-nhan").fill("ma", &code)).await
    }

    /// Sets a second factor up and comes back with the authenticator; the page with the recovery codes
    /// is left open. As a person does it, from the account's page.
    pub async fn sets_up_second_factor(&self) -> Authenticator {
        let page = self.get("/toi/xac-thuc").await.ok();
        let begun = self.submit(page.form("/toi/xac-thuc")).await.ok();
        let mut authenticator = Authenticator::new(&begun.text("#khoa"));
        let code = authenticator.code(&self.app);
        let shown = self.submit(begun.form("/toi/xac-thuc/bat").fill("ma", &code)).await.ok();
        authenticator.recovery_codes = shown.texts("#ma-du-phong li");
        authenticator
    }

    /// The session's cookie, as it stands.
    pub fn cookie(&self) -> Option<String> {
        self.cookies().values().next().cloned()
    }

    /// A browser that was given another's cookie.
    pub fn with_cookie(app: &TestApp, value: &str) -> Self {
        let user = Self::new(app.clone());
        user.cookies().insert("sanviec".to_owned(), value.to_owned());
        user
    }

    /// Sends what is asked on the first screen of applying; comes to the page that asks for the
    /// code, or, signed in, to the application.
    pub async fn begins_application(&self, number: i64, name: &str, phone: &str) -> Page {
        let path = format!("/viec-lam/{number}/ung-tuyen");
        let form = self.get(&path).await.ok().form(&path);
        let form = form.fill("ho-ten", name).fill("dien-thoai", phone).fill("goi-luc", "evening").fill("dong-y", "co");
        self.submit(form).await
    }

    /// Applies with a telephone number and the code sent to it; gives back the application's page.
    pub async fn applies(&self, number: i64, name: &str, phone: &str) -> Page {
        let asked = self.begins_application(number, name, phone).await.ok();
        let code = self.app.code_for(phone).await;
        let form = asked.form(&format!("/viec-lam/{number}/xac-nhan")).fill("ma", &code);
        self.submit(form).await.ok()
    }

    /// The titles a search finds, in order.
    pub async fn finds(&self, words: &str) -> Vec<String> {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", words)
            .append_pair("limit", "100")
            .finish();
        let found = self.get(&format!("/api/v1/vacancies?{query}")).await.ok().json();
        let items = found["items"].as_array().expect("a list of vacancies");
        items.iter().map(|item| item["title"].as_str().expect("every vacancy has a title").to_owned()).collect()
    }
}
