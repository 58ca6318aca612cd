//! The documents of `data/` with a hole for every text their author writes.

use std::fmt::Write as _;

use crate::examples;

/// A directive whose values can be changed one by one.
pub(super) struct Document {
    lines: Vec<String>,
    fields: Vec<Field>,
    body: String,
}

/// One value.
pub(super) struct Field {
    /// What it is.
    pub(super) name: &'static str,
    /// What becomes of it.
    pub(super) use_: Use,
    /// As it stands in the file.
    written: String,
}

/// What becomes of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Printed as it is.
    Printed,
    /// Printed in capitals (IN HOA).
    Capitals,
    /// Printed, a paragraph of the body.
    Body,
    /// Kept, not printed.
    Kept,
    /// One of a few words, a number or a formula.
    Closed,
    /// A name that other lines call, or that calls another line.
    Name,
}

/// Where in the file a value stands.
enum Where {
    /// `key: …` to the end of the line, below the line of a section.
    Key(&'static str, &'static str),
    /// The first item under a key.
    Item(&'static str),
    /// `key: …` between braces.
    Flow(&'static str),
    /// The name of the first row.
    Row,
    /// One more cell at the end of the first row.
    Cell,
    /// A new line, behind the one of a key.
    After(&'static str, &'static str),
}

/// A hole in a line: this sign, the number of the field, this sign.
const HOLE: char = '\u{f8f0}';

/// The letter of Hải Dương.
pub(super) fn letter() -> Document {
    use Use::{Body, Capitals, Closed, Kept, Name, Printed};
    use Where::{After, Cell, Flow, Item, Key, Row};
    Document::new(
        "data/hai-duong/2024/phat-trien-doi-tuong.yaml",
        &[
            ("kind", Closed, Key("", "kind")),
            ("status", Closed, Key("", "status")),
            ("issuer.parent", Capitals, Key("issuer:", "parent")),
            ("issuer.name", Capitals, Key("issuer:", "name")),
            ("issuer.cited_as", Printed, Key("issuer:", "cited_as")),
            ("number", Closed, Key("", "number")),
            ("symbol", Closed, Key("", "symbol")),
            ("place", Printed, Key("", "place")),
            ("date", Closed, Key("", "date")),
            ("subject", Printed, Key("", "subject")),
            ("recipients.to", Printed, Item("to:")),
            ("recipients.cc", Printed, Item("cc:")),
            ("recipients.file.unit", Printed, Flow("unit")),
            ("recipients.file.drafter", Capitals, Flow("drafter")),
            ("recipients.file.copies", Closed, Flow("copies")),
            ("legal_bases", Printed, Item("legal_bases:")),
            ("target.title", Capitals, Key("targets:", "title")),
            ("target.row_header", Printed, Key("targets:", "row_header")),
            ("target.index_header", Printed, After("row_header", "    index_header: ")),
            ("column.header", Printed, Flow("header")),
            ("column.id", Name, Flow("id")),
            ("column.formula", Closed, Flow("formula")),
            ("column.type", Closed, Flow("type")),
            ("group.header", Printed, Key("targets:", "header")),
            ("row.name", Printed, Row),
            ("row.text", Printed, Cell),
            ("total.label", Printed, Flow("label")),
            ("declared", Closed, Key("declared:", "tn_2024")),
            ("body", Body, Key("", "body")),
            ("signatory.authority", Capitals, After("signatory", "  authority: ")),
            ("signatory.title", Capitals, Key("signatory:", "title")),
            ("signatory.office", Capitals, Key("signatory:", "office")),
            ("signatory.name", Printed, Key("signatory:", "name")),
            ("accept.rule", Name, Flow("rule")),
            ("accept.at", Name, Flow("at")),
            ("accept.why", Kept, Flow("why")),
        ],
    )
}

/// The plan of Trà Vinh.
pub(super) fn plan() -> Document {
    use Use::{Body, Closed, Kept, Printed};
    use Where::{After, Flow, Key, Row};
    Document::new(
        "data/tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml",
        &[
            ("kind", Closed, Key("", "kind")),
            ("number", Closed, Key("", "number")),
            ("symbol", Closed, Key("", "symbol")),
            ("date", Closed, Key("", "date")),
            ("subject", Printed, Key("", "subject")),
            ("target.row_header", Printed, Key("targets:", "row_header")),
            ("target.index_header", Printed, After("row_header", "    index_header: ")),
            ("column.header", Printed, Flow("header")),
            ("row.name", Printed, Row),
            ("total.label", Printed, Flow("label")),
            ("body", Body, Key("", "body")),
            ("accept.why", Kept, Flow("why")),
        ],
    )
}

/// A decision with everything that only a decision has.
pub(super) fn decision() -> Document {
    use Use::{Body, Capitals, Closed, Printed};
    use Where::{Flow, Item, Key};
    Document::of(
        DECISION,
        &[
            ("kind", Closed, Key("", "kind")),
            ("urgency", Closed, Key("", "urgency")),
            ("circulation", Closed, Key("", "circulation")),
            ("issuer.authority", Capitals, Key("issuer:", "authority")),
            ("issuer.contact.address", Printed, Key("contact:", "address")),
            ("issuer.contact.phone", Printed, Key("contact:", "phone")),
            ("issuer.contact.fax", Printed, Key("contact:", "fax")),
            ("issuer.contact.email", Printed, Key("contact:", "email")),
            ("issuer.contact.website", Printed, Key("contact:", "website")),
            ("legal_bases", Printed, Item("legal_bases:")),
            ("signatories.title", Capitals, Key("signatories:", "title")),
            ("signatories.name", Printed, Flow("name")),
            ("enacts.kind", Closed, Key("enacts:", "kind")),
            ("enacts.subject", Printed, Key("enacts:", "subject")),
            ("enacts.body", Body, Key("enacts:", "body")),
        ],
    )
}

const DECISION: &str = "\
kind: quyet-dinh
symbol: QĐ-UBND
subject: Ban hành Quy chế làm việc
urgency: khan
circulation: luu-hanh-noi-bo
issuer:
  name: Ủy ban nhân dân xã An Lạc
  authority: Chủ tịch Ủy ban nhân dân xã
  contact:
    address: Thôn Một
    phone: 0220 3853 000
    fax: 0220 3853 001
    email: xa@example.vn
    website: example.vn
legal_bases:
  - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
signatories:
  - title: Chủ tịch
    name: Nguyễn Văn A
  - {title: Kế toán trưởng, name: Trần Thị B}
enacts:
  - kind: quy-che
    subject: Làm việc của Ủy ban nhân dân xã
    body: \"Quy chế này có hiệu lực từ ngày ký./.\"
body: |
  Điều 1. Ban hành Quy chế làm việc./.
";

impl Document {
    fn new(name: &str, fields: &[(&'static str, Use, Where)]) -> Self {
        Self::of(&examples::examples()[name], fields)
    }

    fn of(text: &str, fields: &[(&'static str, Use, Where)]) -> Self {
        let (mut lines, body) = on_one_line(text);
        shorten(&mut lines);
        let mut document = Self { lines, fields: Vec::new(), body };
        for (name, use_, place) in fields {
            document.dig(name, *use_, place);
        }
        document
    }

    /// Takes the value out of its line and leaves a hole.
    fn dig(&mut self, name: &'static str, use_: Use, place: &Where) {
        let number = self.fields.len();
        let hole = format!("{HOLE}{number}{HOLE}");
        let written = match *place {
            Where::Key(section, key) => self.dig_key(section, key, &hole),
            Where::Item(key) => {
                let line = self.below(key);
                let (indent, rest) = line.split_once("- ").expect("a list has items");
                let (line_now, written) = (format!("{indent}- {hole}"), rest.to_owned());
                *line = line_now;
                Some(written)
            }
            Where::Flow(key) => self.dig_flow(key, &hole),
            Where::Row => {
                let line = self.below("rows:");
                let name = line.split_once(": [").map(|(name, _)| name.trim().to_owned());
                *line = line.replacen(name.as_deref().expect("a row has a name"), &hole, 1);
                name
            }
            Where::Cell => {
                let line = self.below("rows:");
                *line = line.replace(']', &format!(", {hole}]"));
                Some("\"\"".to_owned())
            }
            Where::After(key, prefix) => {
                let found = |line: &String| line.trim_start().starts_with(&format!("{key}:"));
                let at = self.lines.iter().position(found).expect("the key is there");
                // A list of one item, where the key takes a list; the only text where not.
                let is_list = key == "signatory";
                let value = if is_list { format!("[{hole}]") } else { hole };
                self.lines.insert(at + 1, format!("{prefix}{value}"));
                Some(if is_list { "TM. Ban Chỉ đạo" } else { "STT" }.to_owned())
            }
        };
        let written = written.unwrap_or_else(|| panic!("no place for {name}"));
        self.fields.push(Field { name, use_, written });
    }

    fn dig_key(&mut self, section: &str, key: &str, hole: &str) -> Option<String> {
        let is_start = |line: &String| section.is_empty() || line.trim() == section;
        let start = self.lines.iter().position(is_start)?;
        let begins = format!("{key}:");
        let line = self.lines[start..]
            .iter_mut()
            .find(|line| line.trim_start().trim_start_matches("- ").starts_with(&begins))?;
        let (before, value) = line.split_once(&begins)?;
        let written = value.trim().to_owned();
        *line = format!("{before}{begins} {hole}");
        Some(written)
    }

    fn dig_flow(&mut self, key: &str, hole: &str) -> Option<String> {
        let begins = format!("{key}: ");
        let inside = |line: &&mut String| {
            line.split_once('{').is_some_and(|(_, rest)| {
                rest.starts_with(&begins) || rest.contains(&format!(", {begins}"))
            })
        };
        let line = self.lines.iter_mut().find(inside)?;
        let at = line.find(&begins)? + begins.len();
        let length = line[at..].find([',', '}'])?;
        let written = line[at..at + length].to_owned();
        line.replace_range(at..at + length, hole);
        Some(written)
    }

    /// The line below the one that says `key` and nothing else.
    fn below(&mut self, key: &str) -> &mut String {
        let at = self.lines.iter().position(|line| line.trim() == key);
        &mut self.lines[at.expect("the key is there") + 1]
    }

    /// The values.
    pub(super) fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The line a field stands on, from 1.
    pub(super) fn line_of(&self, field: &Field) -> usize {
        let number = self.fields.iter().position(|known| known.name == field.name);
        let hole = format!("{HOLE}{}{HOLE}", number.expect("it is one of ours"));
        self.lines.iter().position(|line| line.contains(&hole)).expect("each has a line") + 1
    }

    /// The line of the key that the tables stand below, from 1, where there are tables.
    pub(super) fn line_of_tables(&self) -> Option<usize> {
        self.lines.iter().position(|line| line.trim() == "targets:").map(|line| line + 1)
    }

    /// The fields whose text is the author's own.
    pub(super) fn texts(&self) -> Vec<&Field> {
        let is_text = |field: &&Field| !matches!(field.use_, Use::Closed | Use::Name);
        self.fields.iter().filter(is_text).collect()
    }

    /// The YAML, with the texts `value` gives for some of the fields.
    pub(super) fn with(&self, value: impl Fn(&Field) -> Option<String>) -> String {
        let mut yaml = String::new();
        for line in &self.lines {
            for (index, part) in line.split(HOLE).enumerate() {
                if index % 2 == 0 {
                    yaml.push_str(part);
                    continue;
                }
                let field = &self.fields[part.parse::<usize>().expect("a number")];
                match (value(field), field.use_) {
                    (Some(text), Use::Body) => {
                        yaml.push_str(&quoted(&format!("{text}\n\n{}", self.body)));
                    }
                    (Some(text), _) => yaml.push_str(&quoted(&text)),
                    (None, _) => yaml.push_str(&field.written),
                }
            }
            yaml.push('\n');
        }
        yaml
    }
}

/// What is accepted of the whole tables, and the same of their first two rows.
const FOUND: [(&str, &str); 8] = [
    ("66.689 / 66.688", "66.689 / 12.884"),
    ("18.305 / 18.304", "18.305 / 3.438"),
    ("503.936 / 503.937", "503.936 / 112.935"),
    ("38.154 / 38.155", "38.154 / 8.613"),
    ("15.647 / 15.304", "15.647 / 2.371"),
    ("1.757 / 1.756", "1.757 / 220"),
    ("12.369 / 12.368", "12.369 / 1.987"),
    ("108.441 / 102.720", "108.441 / 13.768"),
];

/// Leaves two rows of the table, which takes most of the time, and the declared totals that are
/// accepted, with what these rows give.
fn shorten(lines: &mut Vec<String>) {
    for line in lines.iter_mut().filter(|line| line.contains("found: ")) {
        for (whole, short) in FOUND {
            *line = line.replace(&format!("found: {whole},"), &format!("found: {short},"));
        }
    }
    let mut rows = 0;
    lines.retain(|line| {
        let is_row = line.starts_with("      ") && line.contains(": [") && line.ends_with(']');
        rows += usize::from(is_row);
        let is_right = ["tn_2023: ", "yt_2023: "].iter().any(|id| line.trim().starts_with(id));
        !(is_row && rows > 2 || is_right)
    });
}

/// The lines of a directive, its body as one quoted line, and the body itself.
fn on_one_line(text: &str) -> (Vec<String>, String) {
    let (before, rest) = text.split_once("body: |\n").expect("the body is a block");
    let is_body = |line: &&str| line.is_empty() || line.starts_with("  ");
    let body: Vec<&str> = rest.lines().take_while(is_body).collect();
    let after = rest.lines().skip(body.len());
    let body: Vec<&str> = body.iter().map(|line| line.strip_prefix("  ").unwrap_or("")).collect();
    let body = format!("{}\n", body.join("\n").trim_end());
    let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
    lines.push(format!("body: {}", quoted(&body)));
    lines.extend(after.map(str::to_owned));
    (lines, body)
}

/// A YAML double-quoted scalar on one line: what is not plainly visible becomes an escape.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        let code = u32::from(sign);
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            ' '..='~' => quoted.push(sign),
            _ if sign.is_alphabetic() => quoted.push(sign),
            _ if code > 0xffff => {
                let _ = write!(quoted, "\\U{code:08x}");
            }
            _ => {
                let _ = write!(quoted, "\\u{code:04x}");
            }
        }
    }
    quoted.push('"');
    quoted
}
