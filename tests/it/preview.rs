//! `vanthu preview`: what it answers, and what it refuses.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::project::Project;

const TEXT: &str = "\
kind: cong-van
issuer: {name: Ủy ban nhân dân xã An Lạc}
place: An Lạc
symbol: UBND-VP
subject: giao chỉ tiêu năm 2024
date: 2024-03
recipients: {to: [Các thôn], cc: [Như trên], file: {unit: VP}}
targets:
  chi-tieu:
    row_header: Thôn
    columns:
      - {id: giao, header: Giao}
    rows:
      Thôn Đoài: [100]
      Thôn Hạ: [50]
    total: {label: Tổng cộng}
body: |
  Giao các thôn {{ chi_tieu.total.giao }} người như sau:

  {{ table(\"chi-tieu\") }}

  Các thôn tổ chức thực hiện./.
signatory: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Nguyễn Văn An}
";

/// A running server.
struct Preview<'p> {
    project: &'p Project,
    child: Child,
    port: u16,
    token: String,
}

/// An answer.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl<'p> Preview<'p> {
    fn start(project: &'p Project, arguments: &[&str]) -> Self {
        let mut command = project.command();
        command.arg("preview").args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let rest = line.trim().strip_prefix("http://127.0.0.1:").expect("an address");
        let (port, token) = rest.trim_end_matches('/').split_once('/').expect("a token");
        let (port, token) = (port.parse().unwrap(), token.to_owned());
        Self { project, child, port, token }
    }

    /// What comes back for these bytes.
    fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        let (port, token) = (self.port, &self.token);
        self.send(&format!("GET /{token}/{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"))
    }

    fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.head);
        serde_json::from_str(&answer.body).unwrap()
    }

    /// The document with this name.
    fn document(&self, name: &str) -> Value {
        let list = self.json("list");
        let listed = list.as_array().unwrap().iter().find(|it| it["name"] == name).expect("it");
        self.json(&format!("document/{}", listed["id"].as_str().unwrap()))
    }
}

impl Drop for Preview<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn project() -> Project {
    Project::new().file("vanthu.yaml", "").file("data/a.yaml", TEXT)
}

/// All pieces of all pages.
fn pieces(document: &Value) -> Vec<&Value> {
    let pages = document["pages"].as_array().expect("there are pages").iter();
    pages.flat_map(|page| page["pieces"].as_array().unwrap()).collect()
}

#[test]
fn pages_say_where_each_text_is_written_and_which_figure_it_shows() {
    let project = project();
    let preview = Preview::start(&project, &["data/a.yaml"]);
    let document = preview.document("data/a.yaml");
    assert_eq!(document["findings"].as_array().unwrap().len(), 0, "{}", document["findings"]);
    let pieces = pieces(&document);
    let piece = |text: &str| {
        let found = pieces.iter().find(|it| it["text"].as_str().unwrap().contains(text));
        found.unwrap_or_else(|| panic!("no `{text}` on the pages"))
    };
    assert_eq!(piece("Giao các thôn")["line"], 18);
    assert_eq!(piece("Thôn Đoài")["line"], 14);
    assert_eq!(piece("150")["figures"][0]["path"], "chi_tieu.total.giao");
    assert_eq!(piece("Nguyễn Văn An")["line"], 23);
    let place = piece("150")["figures"][0]["place"].as_str().unwrap();
    let list = preview.json("list");
    let id = list[0]["id"].as_str().unwrap();
    let told = preview.json(&format!("figure/{id}/{place}"));
    assert!(told[0][1].as_str().unwrap().ends_with("= 150"), "{told}");
    // The pictures of the pages.
    let digest = document["pages"][0]["digest"].as_str().unwrap();
    let page = preview.get(&format!("page/{digest}"));
    assert!(page.body.starts_with("<svg"), "{}", page.head);
    assert!(page.head.contains("Content-Type: image/svg+xml"), "{}", page.head);
}

/// A save is told, the document is another one, and its changed figures are marked.
#[test]
fn a_save_is_told_and_changed_figures_are_marked() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    preview.document("data/a.yaml");
    let mut events = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
    let (port, token) = (preview.port, &preview.token);
    write!(events, "GET /{token}/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").unwrap();
    let mut events = BufReader::new(events);
    let mut next = || loop {
        let mut line = String::new();
        events.read_line(&mut line).unwrap();
        if let Some(count) = line.strip_prefix("data: ") {
            return count.trim().parse::<u64>().unwrap();
        }
    };
    let first = next();
    project.write("data/a.yaml", &TEXT.replace("[50]", "[60]"));
    let begin = Instant::now();
    assert!(next() > first);
    let document = preview.document("data/a.yaml");
    let told = format!("from the save to the pages: {:?}\n", begin.elapsed());
    std::io::Write::write_all(&mut std::io::stdout(), told.as_bytes()).unwrap();
    assert_eq!(
        document["changed"],
        serde_json::json!(["chi_tieu.total.giao", "chi_tieu[\"Thôn Hạ\"].giao"])
    );
    let changed: Vec<&str> = pieces(&document)
        .into_iter()
        .filter(|it| it["is_changed"] == true)
        .map(|it| it["text"].as_str().unwrap())
        .collect();
    assert!(changed.contains(&"60") && changed.contains(&"160"), "{changed:?}");
    // A text with errors has findings, and the page keeps what it shows.
    project.write("data/a.yaml", &TEXT.replace("total.giao", "total.gaio"));
    let document = preview.document("data/a.yaml");
    assert!(document["pages"].is_null());
    assert_eq!(document["findings"][0]["severity"], "error");
    assert_eq!(document["findings"][0]["line"], 18);
}

#[test]
fn the_page_is_in_the_language_of_the_project_and_loads_nothing_from_elsewhere() {
    for (settings, language, word) in
        [("", "vi", "Thông báo"), ("language: en\n", "en", "Findings")]
    {
        let project = project().file("vanthu.yaml", settings);
        let preview = Preview::start(&project, &[]);
        let shell = preview.get("");
        assert!(shell.body.contains(&format!("<html lang=\"{language}\">")), "{}", shell.body);
        assert!(shell.body.contains(word) && !shell.body.contains("preview-"), "{}", shell.body);
        assert!(!shell.body.contains("http"), "{}", shell.body);
        for header in [
            "Content-Security-Policy: default-src 'none'; img-src 'self'; script-src 'self'",
            "X-Content-Type-Options: nosniff",
            "Cache-Control: no-store",
            "Referrer-Policy: no-referrer",
        ] {
            assert!(shell.head.contains(header), "{}", shell.head);
        }
        assert!(!shell.head.contains("Access-Control"), "{}", shell.head);
    }
}

#[test]
fn who_is_not_the_own_page_gets_nothing() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let (port, token) = (preview.port, preview.token.as_str());
    let host = format!("Host: 127.0.0.1:{port}\r\n");
    let wrong = "0".repeat(token.len());
    for (line, headers, status) in [
        (format!("GET /{token}/"), format!("Host: evil.example:{port}\r\n"), 403),
        (format!("GET /{token}/"), String::new(), 403),
        (format!("GET /{token}/list"), format!("{host}Origin: http://evil.example\r\n"), 403),
        (format!("GET /{token}/list"), format!("{host}Origin: http://127.0.0.1:1\r\n"), 403),
        ("GET /".to_owned(), host.clone(), 404),
        ("GET /list".to_owned(), host.clone(), 404),
        (format!("GET /{wrong}/list"), host.clone(), 404),
        (format!("GET /{}/list", &token[1..]), host.clone(), 404),
        (format!("GET /{token}/../../etc/passwd"), host.clone(), 404),
        (format!("GET /{token}/page/..%2f..%2fvanthu.yaml"), host.clone(), 404),
        (format!("GET /{token}/document/data/a.yaml"), host.clone(), 404),
        (format!("GET /{token}/document/0000000000000000"), host.clone(), 404),
        (format!("GET /{token}/page/0000000000000000"), host.clone(), 404),
        (format!("POST /{token}/list"), host.clone(), 405),
        (format!("PUT /{token}/list"), host.clone(), 405),
        (format!("OPTIONS /{token}/list"), host.clone(), 405),
        (format!("HEAD /{token}/list"), host.clone(), 405),
    ] {
        let answer = preview.send(&format!("{line} HTTP/1.1\r\n{headers}\r\n"));
        assert_eq!(answer.status, status, "{line} {headers}");
        assert!(answer.body.is_empty(), "{line}: {}", answer.body);
        assert!(answer.head.contains("Content-Security-Policy"), "{line}: {}", answer.head);
    }
    assert_eq!(preview.send("no request at all\r\n\r\n").status, 400);
    // Two servers have two tokens: another user of the machine cannot know one from the other.
    let other = Preview::start(&project, &[]);
    assert_ne!(other.token, preview.token);
    assert_eq!(preview.token.len(), 32);
    let request = format!("GET /{token}/list HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", other.port);
    assert_eq!(other.send(&request).status, 404);
    assert_eq!(preview.json("list").as_array().unwrap().len(), 1);
}

/// Other machines cannot reach it.
#[test]
fn the_server_listens_on_the_loopback_alone() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let port = preview.port;
    // Another address of the loopback network is another address.
    assert!(TcpStream::connect(("127.0.0.2", port)).is_err());
    assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
}

#[test]
fn a_file_that_is_no_document_is_refused() {
    let project = project();
    project.run(["preview", "vanthu.txt"]).stderr_has(&["vanthu.txt"]).breaks(2);
}

#[test]
fn a_file_of_the_disk_is_never_more_than_a_document_of_the_project() {
    let project = project().file("data/catalog/chung.yaml", "").file("secret.yaml", "a: b\n");
    let preview = Preview::start(&project, &[]);
    let list = preview.json("list");
    let names: Vec<&str> =
        list.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["data/a.yaml"]);
    assert_eq!(preview.project.listing("out"), Vec::<String>::new());
}

/// The line at the foot of each page is that of the PDF.
#[test]
fn the_fingerprint_of_the_sources_is_that_of_the_built_document() {
    let project = project().file("vanthu.yaml", "source_fingerprint: true\n");
    project.run(["build", "--emit", "typ", "--quiet"]).succeeds();
    let built = std::fs::read_to_string(project.path("out/a.typ")).expect("it is built");
    let start = built.find("Mã đối chiếu nguồn: ").expect("a fingerprint");
    let line = built[start..].split('"').next().unwrap_or_default();
    let preview = Preview::start(&project, &["data/a.yaml"]);
    let document = preview.document("data/a.yaml");
    let shown: Vec<&str> = pieces(&document)
        .into_iter()
        .filter_map(|piece| piece["text"].as_str())
        .filter(|text| text.contains("Mã đối chiếu nguồn"))
        .collect();
    let pages = document["pages"].as_array().expect("there are pages").len();
    assert_eq!(shown, vec![line; pages]);
}
