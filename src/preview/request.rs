//! Requests, and which of them are answered.
//!
//! The address is that of this machine alone, but any page in the browser can send requests to it,
//! and other users of the machine can. So a request must know the token, name this server as its
//! host, and not come from another page; nothing but `GET` is answered, and no part of an address
//! reaches the disk.

/// The head of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    method: String,
    target: String,
    hosts: Vec<String>,
    origins: Vec<String>,
}

/// What was read so far.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Parsed {
    /// More has to come.
    Partial,
    /// It is no request.
    Bad,
    /// All of the head.
    Head(Head),
}

/// Reads the head of a request.
pub(super) fn parse(bytes: &[u8]) -> Parsed {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(bytes) {
        Ok(httparse::Status::Partial) => return Parsed::Partial,
        Ok(httparse::Status::Complete(_)) => {}
        Err(_) => return Parsed::Bad,
    }
    let named = |name: &str| {
        let wanted = request.headers.iter().filter(|it| it.name.eq_ignore_ascii_case(name));
        wanted.map(|it| String::from_utf8_lossy(it.value).trim().to_owned()).collect()
    };
    Parsed::Head(Head {
        method: request.method.unwrap_or_default().to_owned(),
        target: request.path.unwrap_or_default().to_owned(),
        hosts: named("host"),
        origins: named("origin"),
    })
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not a `GET`.
    Method,
    /// It names another host, or comes from another page.
    Foreign,
    /// It does not know the token, or asks for nothing that is there.
    Unknown,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// The page itself.
    Shell,
    /// Its script.
    Script,
    /// Its style.
    Style,
    /// Its icon.
    Icon,
    /// The list of documents.
    List,
    /// A document, by its id.
    Document(String),
    /// A drawn page, by its digest.
    Page(String),
    /// How a figure came about: the id of its document, and its place in it.
    Figure(String, [String; 3]),
    /// What happens from now on.
    Events,
}

/// What `head` asks the server at `port` for, when it may.
pub(super) fn route(head: &Head, port: u16, token: &str) -> Result<Route, Refusal> {
    if head.method != "GET" {
        return Err(Refusal::Method);
    }
    let names = ["127.0.0.1", "localhost", "[::1]"];
    let is_own =
        |host: &str| names.iter().any(|name| host.eq_ignore_ascii_case(&format!("{name}:{port}")));
    let [host] = head.hosts.as_slice() else { return Err(Refusal::Foreign) };
    let is_own_page = |origin: &String| origin.strip_prefix("http://").is_some_and(&is_own);
    if !is_own(host) || !head.origins.iter().all(is_own_page) {
        return Err(Refusal::Foreign);
    }
    let path = head.target.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.strip_prefix('/').ok_or(Refusal::Unknown)?.split('/');
    if !is_same(parts.next().unwrap_or_default(), token) {
        return Err(Refusal::Unknown);
    }
    let parts: Vec<&str> = parts.collect();
    let is_plain =
        |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    if !parts.iter().all(is_plain) {
        return Err(Refusal::Unknown);
    }
    match parts[..] {
        [""] => Ok(Route::Shell),
        ["preview.js"] => Ok(Route::Script),
        ["preview.css"] => Ok(Route::Style),
        ["icon.svg"] => Ok(Route::Icon),
        ["list"] => Ok(Route::List),
        ["events"] => Ok(Route::Events),
        ["document", id] => Ok(Route::Document(id.to_owned())),
        ["page", digest] => Ok(Route::Page(digest.to_owned())),
        ["figure", id, table, line, column] => {
            Ok(Route::Figure(id.to_owned(), [table, line, column].map(str::to_owned)))
        }
        _ => Err(Refusal::Unknown),
    }
}

/// Whether both are the same, in a time that does not tell how much of them is.
fn is_same(one: &str, other: &str) -> bool {
    let bytes = one.bytes().zip(other.bytes());
    one.len() == other.len() && bytes.fold(0, |sum, (one, other)| sum | (one ^ other)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(request: &str) -> Result<Route, Refusal> {
        match parse(request.as_bytes()) {
            Parsed::Head(head) => route(&head, 8000, "secret"),
            other => panic!("{request:?}: {other:?}"),
        }
    }

    #[test]
    fn the_own_page_is_answered() {
        for (path, wanted) in [
            ("/secret/", Route::Shell),
            ("/secret/preview.js", Route::Script),
            ("/secret/document/ab12?again", Route::Document("ab12".to_owned())),
            ("/secret/events", Route::Events),
        ] {
            for host in ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"] {
                let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\n\r\n");
                assert_eq!(answer(&request), Ok(wanted.clone()), "{path} {host}");
            }
        }
        let own = "GET /secret/list HTTP/1.1\r\nHost: localhost:8000\r\nOrigin: http://localhost:8000\r\n\r\n";
        assert_eq!(answer(own), Ok(Route::List));
    }

    #[test]
    fn everything_else_is_refused() {
        let good = "Host: 127.0.0.1:8000\r\n";
        for (line, headers, wanted) in [
            ("POST /secret/", good, Refusal::Method),
            ("HEAD /secret/", good, Refusal::Method),
            ("OPTIONS /secret/", good, Refusal::Method),
            ("GET /secret/", "", Refusal::Foreign),
            ("GET /secret/", "Host: evil.example:8000\r\n", Refusal::Foreign),
            ("GET /secret/", "Host: 127.0.0.1:80\r\n", Refusal::Foreign),
            ("GET /secret/", "Host: 127.0.0.1\r\n", Refusal::Foreign),
            ("GET /secret/", "Host: 127.0.0.1:8000\r\nHost: evil.example\r\n", Refusal::Foreign),
            (
                "GET /secret/",
                "Host: 127.0.0.1:8000\r\nOrigin: http://evil.example\r\n",
                Refusal::Foreign,
            ),
            ("GET /secret/", "Host: 127.0.0.1:8000\r\nOrigin: null\r\n", Refusal::Foreign),
            ("GET /", good, Refusal::Unknown),
            ("GET /secre/", good, Refusal::Unknown),
            ("GET /secret", good, Refusal::Unknown),
            ("GET /secret/../secret/", good, Refusal::Unknown),
            ("GET /secret/page/../../etc/passwd", good, Refusal::Unknown),
            ("GET /secret/page/%2e%2e%2fpasswd", good, Refusal::Unknown),
            ("GET /secret//etc/passwd", good, Refusal::Unknown),
            ("GET http://127.0.0.1:8000/secret/", good, Refusal::Unknown),
        ] {
            let request = format!("{line} HTTP/1.1\r\n{headers}\r\n");
            assert_eq!(answer(&request), Err(wanted), "{line} {headers}");
        }
    }

    #[test]
    fn what_is_no_request_is_told_from_one_that_is_not_whole() {
        assert_eq!(parse(b"GET / HTTP/1.1\r\nHo"), Parsed::Partial);
        assert_eq!(parse(b"\x16\x03\x01\x02\x00"), Parsed::Bad);
    }
}
