//! Responses.

use std::io::{self, Write};

use super::request::Refusal;

/// Nothing but what the page brings along may be loaded by it; only the viewer of VS Code may show
/// it in a frame.
const POLICY: &str = "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors vscode-webview:";

/// What is sent back.
pub(super) struct Response {
    status: &'static str,
    kind: &'static str,
    more: &'static str,
    body: Vec<u8>,
}

impl Response {
    /// A text of this type.
    pub(super) fn of(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: "200 OK", kind, more: "", body: body.into() }
    }

    /// A value as JSON.
    pub(super) fn json(value: &impl serde::Serialize) -> Self {
        let body = serde_json::to_vec(value).unwrap_or_default();
        Self::of("application/json", body)
    }

    /// Why there is no answer.
    pub(super) fn refused(refusal: Refusal) -> Self {
        let (status, more) = match refusal {
            Refusal::Method => ("405 Method Not Allowed", "Allow: GET\r\n"),
            Refusal::Foreign => ("403 Forbidden", ""),
            Refusal::Unknown => ("404 Not Found", ""),
        };
        Self { status, kind: "text/plain; charset=utf-8", more, body: Vec::new() }
    }

    /// The answer to what is no request.
    pub(super) fn bad() -> Self {
        let kind = "text/plain; charset=utf-8";
        Self { status: "400 Bad Request", kind, more: "", body: Vec::new() }
    }

    /// Sends it.
    pub(super) fn send(&self, stream: &mut impl Write) -> io::Result<()> {
        let Self { status, kind, more, body } = self;
        let head = format!(
            "HTTP/1.1 {status}\r\n{}Content-Length: {}\r\nConnection: close\r\n{more}\r\n",
            headers(kind),
            body.len()
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)?;
        stream.flush()
    }
}

/// The head of a stream of events.
pub(super) fn events_head() -> String {
    format!("HTTP/1.1 200 OK\r\n{}Connection: close\r\n\r\n", headers("text/event-stream"))
}

/// What all responses have.
fn headers(kind: &str) -> String {
    format!(
        "Content-Type: {kind}\r\nContent-Security-Policy: {POLICY}\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\nCache-Control: no-store\r\n"
    )
}
