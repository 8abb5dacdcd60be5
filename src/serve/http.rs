//! The server: [`serve`] answers one machine only, its own. Whoever else asks, through a name that leads here or from the page of
//! another site, is refused before anything is looked up. All that is served is in memory.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{self, DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use futures_core::Stream;
use serde::Deserialize;
use tokio::sync::mpsc::UnboundedReceiver;

use super::forms::{Answer, Room};
use super::page::{self, Filter, Site};
use super::show::{News, Stage};
use super::studio::Call;
use crate::form;

/// Largest request: a form of some kilobytes, or the paths of all sheets on a screen.
const BODY_LIMIT: usize = 1 << 20;
/// What a page may do: show what this server has, and nothing else.
const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// What a picture may do when it is opened alone: Typst writes pictures and styles into the drawing itself.
const PICTURE_POLICY: &str =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
/// The header a page proves with that it came from here: no other site can send it, nor know what to write.
pub const TOKEN: &str = "x-pancarte";
/// The field a form proves it with.
const TOKEN_FIELD: &str = "token";
/// A silent connection is given up by something in between.
const ALIVE: Duration = Duration::from_secs(20);

/// What every request needs.
#[derive(Clone)]
pub struct Desk {
    /// Folder of the project.
    pub root: Arc<Path>,
    /// What is shown.
    pub stage: Arc<Stage>,
    /// The page around it.
    pub site: Arc<Site>,
    /// Who is told that somebody looks at other sheets.
    pub calls: Sender<Call>,
    /// Where this server is.
    pub address: SocketAddr,
}

/// Answers until the program ends.
///
/// # Errors
/// A listener that no longer listens.
pub async fn serve(listener: tokio::net::TcpListener, desk: Desk) -> std::io::Result<()> {
    axum::serve(listener, router(desk)).await
}

/// Every address there is. All are under the guard: they are asked by pages of this server only.
pub fn router(desk: Desk) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/events", get(events))
        .route("/look", post(look))
        .route("/file/{name}", get(file))
        .route("/picture/{venue}/{lang}/{sheet}/{page}", get(picture))
        .route("/venue/{id}", get(venue).post(venue))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn_with_state(desk.clone(), guard))
        .with_state(desk)
}

/// Lets through what [`admitted`] lets through, and says with every answer what a browser may do with it.
async fn guard(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let mut response = match admitted(&desk, request).await {
        Ok(request) => next.run(request).await,
        Err(status) => status.into_response(),
    };
    let headers = response.headers_mut();
    let always = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // with none at all, a form would not say where it comes from
        (header::REFERRER_POLICY, "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// The request, where nothing speaks against it. What is sent needs the token that only our page knows: in a header, or in a field
/// of a form, which can send no header. Fields are read only where a form of our own may have sent them.
async fn admitted(desk: &Desk, request: Request) -> Result<Request, StatusCode> {
    let (method, headers) = (request.method(), request.headers());
    if let Some(status) = refusal(desk, method, headers) {
        return Err(status);
    }
    let token = desk.site.token.as_str();
    if is_read(method) || headers.get(TOKEN).is_some_and(|sent| sent == token) {
        return Ok(request);
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next() != Some("application/x-www-form-urlencoded") {
        return Err(StatusCode::FORBIDDEN);
    }
    let (head, body) = request.into_parts();
    let body = to_bytes(body, BODY_LIMIT).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let has_token = form_urlencoded::parse(&body).any(|(name, value)| name == TOKEN_FIELD && value == token);
    if has_token { Ok(Request::from_parts(head, Body::from(body))) } else { Err(StatusCode::FORBIDDEN) }
}

fn is_read(method: &Method) -> bool {
    [Method::GET, Method::HEAD].contains(method)
}

/// Why a request is refused before it is read. Who came by another name is: a name of somebody else that leads to this machine
/// would make their page one of ours. So is what another site asks for.
fn refusal(desk: &Desk, method: &Method, headers: &HeaderMap) -> Option<StatusCode> {
    let port = desk.address.port();
    let is_ours = |name: &str| name == format!("127.0.0.1:{port}") || name == format!("localhost:{port}");
    let said = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if !said(header::HOST).is_some_and(is_ours) {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let ours = said(header::ORIGIN).map(|origin| origin.strip_prefix("http://").is_some_and(is_ours));
    let allowed = if is_read(method) { ours != Some(false) } else { ours == Some(true) };
    (!allowed).then_some(StatusCode::FORBIDDEN)
}

fn typed(media_type: &'static str, body: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(media_type))], body.into()).into_response()
}

async fn home(State(desk): State<Desk>, uri: Uri) -> Response {
    let filter = Filter::of(uri.query().unwrap_or_default());
    match page::home(&desk.stage.show(), &desk.site, &filter) {
        Ok(html) => typed("text/html; charset=utf-8", html),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn file(State(desk): State<Desk>, uri: Uri) -> Response {
    let name = uri.path().rsplit('/').next().unwrap_or_default();
    if name == page::COLOURS {
        return typed("text/css; charset=utf-8", page::colours(&desk.stage.show()));
    }
    if name == page::BRAND {
        let brand = uri.query().and_then(|query| query.strip_prefix("brand="));
        return typed("text/css; charset=utf-8", form::colours(brand.unwrap_or_default()));
    }
    match desk.site.files.get(name) {
        Some((media_type, bytes)) => typed(media_type, Bytes::clone(bytes)),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `/picture/venue/fr/booklet/3.svg?v=…`: who asks for the newest version by its name may keep it.
async fn picture(State(desk): State<Desk>, uri: Uri) -> Response {
    let show = desk.stage.show();
    let found = uri.path().strip_prefix("/picture/").and_then(|path| {
        let (key, page) = path.rsplit_once('/')?;
        show.picture(key, page.strip_suffix(".svg")?.parse().ok()?)
    });
    let Some(picture) = found else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = typed("image/svg+xml", Bytes::from_owner(Arc::clone(&picture.bytes)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(PICTURE_POLICY));
    if uri.query().and_then(|query| query.strip_prefix("v=")) == Some(&picture.version) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
    }
    response
}

/// The form of a venue, shown or sent. The project is read for it: this does not keep others waiting.
async fn venue(
    State(desk): State<Desk>,
    extract::Path(id): extract::Path<String>,
    method: Method,
    uri: Uri,
    body: Bytes,
) -> Response {
    let work = move || {
        let show = desk.stage.show();
        let room = Room { root: &desk.root, site: &desk.site, show: &show, venue: &id, address: uri.path() };
        match method {
            Method::POST => room.submit(form_urlencoded::parse(&body).into_owned().collect()),
            _ => room.page(uri.query() == Some("saved")),
        }
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(Answer::Page(status, html)) => (status, typed("text/html; charset=utf-8", html)).into_response(),
        Ok(Answer::Saved(address)) => Redirect::to(&address).into_response(),
        Ok(Answer::Failed) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What a page shows now.
#[derive(Deserialize)]
struct Look {
    page: String,
    sheets: Vec<String>,
}

async fn look(State(desk): State<Desk>, body: Bytes) -> StatusCode {
    let Ok(look) = serde_json::from_slice::<Look>(&body) else { return StatusCode::BAD_REQUEST };
    desk.stage.look(&look.page, look.sheets);
    let _ = desk.calls.send(Call::Looked);
    StatusCode::NO_CONTENT
}

async fn events(State(desk): State<Desk>, uri: Uri) -> Response {
    let page = uri.query().and_then(|query| query.strip_prefix("page=")).unwrap_or_default().to_owned();
    let told = Told { news: desk.stage.listen(), stage: Arc::clone(&desk.stage), page };
    Sse::new(told).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}

/// The news that go to one page, for as long as it is there.
struct Told {
    news: UnboundedReceiver<Arc<News>>,
    stage: Arc<Stage>,
    page: String,
}

impl Stream for Told {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let event = |news: Arc<News>| Ok(Event::default().data(serde_json::to_string(&*news).unwrap_or_default()));
        self.news.poll_recv(context).map(|news| news.map(event))
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        self.stage.leave(&self.page);
    }
}
