//! The list of every route: method, path, and what one must be allowed to do. The router is built
//! from it and the access test walks it, so a route can't be forgotten.

use crate::App;
use crate::forms::LARGEST_WITH_FILES;
use crate::visit::{Visit, unkept};
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use http::{Method, header};
use sanviec_domain::access::Action;

/// One route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: String,
    /// What the actor must be allowed to do.
    pub action: Action,
}

/// A router and the list it was built from.
pub struct Routes {
    app: App,
    router: Router<App>,
    list: Vec<Route>,
}

impl Routes {
    /// No routes yet.
    pub fn new(app: App) -> Self {
        Self {
            app,
            router: Router::new(),
            list: Vec::new(),
        }
    }

    /// Adds a GET route.
    #[must_use]
    pub fn get<H, T>(self, path: &str, action: Action, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, path, action, axum::routing::get(handler))
    }

    /// Adds a POST route.
    #[must_use]
    pub fn post<H, T>(self, path: &str, action: Action, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, path, action, axum::routing::post(handler))
    }

    /// Adds a PUT route.
    #[must_use]
    pub fn put<H, T>(self, path: &str, action: Action, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        self.add(Method::PUT, path, action, axum::routing::put(handler))
    }

    /// Adds a public GET page under its path and, in English, under `/en`.
    #[must_use]
    pub fn page<H, T>(self, path: &str, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        let english = english(path);
        self.get(path, Action::ReadPublic, handler.clone()).get(&english, Action::ReadPublic, handler)
    }

    /// Adds a GET page for some actors under its path and, in English, under `/en`.
    #[must_use]
    pub fn own_page<H, T>(self, path: &str, action: Action, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        let english = english(path);
        self.get(path, action, handler.clone()).get(&english, action, handler)
    }

    /// Adds a POST form of a public page in both languages.
    #[must_use]
    pub fn form<H, T>(self, path: &str, action: Action, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        let english = english(path);
        self.post(path, action, handler.clone()).post(&english, action, handler)
    }

    /// Adds a POST form that takes files.
    #[must_use]
    pub fn post_with_files<H, T>(self, path: &str, action: Action, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        let handler = axum::routing::post(handler).layer(DefaultBodyLimit::max(LARGEST_WITH_FILES));
        self.add(Method::POST, path, action, handler)
    }

    /// Adds a POST form that takes files, of a public page, in both languages.
    #[must_use]
    pub fn form_with_files<H, T>(self, path: &str, action: Action, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        let english = english(path);
        let with_files = |handler: H| axum::routing::post(handler).layer(DefaultBodyLimit::max(LARGEST_WITH_FILES));
        let here = self.add(Method::POST, path, action, with_files(handler.clone()));
        here.add(Method::POST, &english, action, with_files(handler))
    }

    fn add(mut self, method: Method, path: &str, action: Action, handler: MethodRouter<App>) -> Self {
        let handler = match crate::limits::of(&method, path) {
            Some(limited) => handler.layer(middleware::from_fn_with_state((self.app.clone(), limited), crate::limits::guard)),
            None => handler,
        };
        let handler = if action == Action::ReadPublic {
            handler
        } else {
            handler.layer(middleware::from_fn_with_state((self.app.clone(), action), guard))
        };
        self.router = self.router.route(path, handler);
        self.list.push(Route {
            method,
            path: path.to_owned(),
            action,
        });
        self
    }

    /// The list, for the access test and the documentation.
    pub fn list(&self) -> &[Route] {
        &self.list
    }

    /// The router.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}

fn english(path: &str) -> String {
    if path == "/" { "/en".to_owned() } else { format!("/en{path}") }
}

/// Lets a request through to a route only if the actor may do what the route is for. What is seen there
/// stays in no cache, the browser's own included: telephones are lent.
async fn guard(State((app, action)): State<(App, Action)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let allowed = match Visit::from_request_parts(&mut parts, &app).await {
        Ok(visit) => visit.may(action),
        Err(problem) => Err(problem),
    };
    if let Err(problem) = allowed {
        return problem.into_response();
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    if response.headers().contains_key(header::CACHE_CONTROL) {
        response
    } else {
        unkept(response)
    }
}
