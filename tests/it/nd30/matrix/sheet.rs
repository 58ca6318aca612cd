//! A directive of the matrix: what it says, and that as YAML.

use std::fmt::Write as _;

use vanthu::model::kind::Kind;

use super::super::asked::{Asked, MARKED_NARROW, NARROW, WIDE};

/// A synthetic directive. What is not said is as in an ordinary one.
#[derive(Clone)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) asked: &'static Asked,
    pub(crate) kind: &'static str,
    pub(crate) is_issued: bool,
    pub(crate) parent: Option<&'static str>,
    pub(crate) issuer: Option<&'static str>,
    pub(crate) number: Option<u32>,
    pub(crate) place: Option<&'static str>,
    pub(crate) date: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) to: Vec<String>,
    pub(crate) cc: Vec<String>,
    /// `unit`, `drafter` and `copies`, as YAML.
    pub(crate) file: Option<&'static str>,
    pub(crate) bases: Vec<&'static str>,
    pub(crate) authority: Vec<&'static str>,
    pub(crate) title: Option<&'static str>,
    pub(crate) office: Option<&'static str>,
    pub(crate) signer: Option<&'static str>,
    pub(crate) tables: Vec<Rows>,
    pub(crate) body: String,
    /// Who decides or wires.
    pub(crate) decides: Option<&'static str>,
    /// `address`, `phone` …, as YAML.
    pub(crate) contact: Option<&'static str>,
    /// Further keys, as YAML.
    pub(crate) more: String,
}

/// A table of so many rows.
#[derive(Clone)]
pub(crate) struct Rows {
    pub(crate) id: &'static str,
    pub(crate) count: usize,
    pub(crate) columns: usize,
    /// `auto`, `portrait`, `landscape`.
    pub(crate) orientation: &'static str,
    /// Whether it stands in the body.
    pub(crate) is_in_body: bool,
    pub(crate) unit: Option<&'static str>,
}

impl Sheet {
    /// An ordinary directive of a kind.
    pub(crate) fn new(kind: &'static str) -> Self {
        let is_sent = ["cong-dien", "cong-van", "to-trinh", "bao-cao"].contains(&kind);
        let has_authority = Kind::find(kind).is_some_and(Kind::has_authority);
        let is_above = is_sent || kind == "giay-gioi-thieu";
        let cc = if is_above { "Như trên" } else { "UBND tỉnh" };
        Self {
            name: kind.to_owned(),
            asked: &WIDE,
            kind,
            is_issued: true,
            parent: Some("UBND tỉnh Hải Dương"),
            issuer: Some("Sở Y tế"),
            number: Some(7),
            place: Some("Hải Dương"),
            date: "2024-03-05",
            subject: "kiểm tra công tác y tế dự phòng năm 2024",
            to: if is_sent { vec!["Ủy ban nhân dân tỉnh".to_owned()] } else { Vec::new() },
            cc: vec![cc.to_owned(), "Các phòng chuyên môn".to_owned()],
            file: Some("unit: NVY"),
            bases: Vec::new(),
            authority: Vec::new(),
            title: Some("Giám đốc"),
            office: None,
            signer: Some("Nguyễn Văn Hòa"),
            tables: Vec::new(),
            body: super::forms::body(kind),
            decides: has_authority.then_some("Giám đốc Sở Y tế"),
            contact: None,
            more: super::forms::more(kind).to_owned(),
        }
    }

    /// The same under another name.
    pub(crate) fn named(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// The same in the narrow profile.
    pub(crate) fn narrow(mut self) -> Self {
        self.asked = if self.asked.draft_mark { &MARKED_NARROW } else { &NARROW };
        self.name += ", narrow";
        self
    }

    /// The same with something else.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The same as a draft that leaves open what it may.
    pub(crate) fn draft(mut self) -> Self {
        self.is_issued = false;
        (self.number, self.date) = (None, "2024-03");
        self.name += ", draft";
        self
    }

    /// The directive as an office would write it.
    pub(crate) fn yaml(&self) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: String| {
            let _ = writeln!(text, "{key}: {value}");
        };
        line("kind", self.kind.to_owned());
        line("status", if self.is_issued { "issued" } else { "draft" }.to_owned());
        if let Some(issuer) = self.issuer {
            let parent =
                self.parent.map_or(String::new(), |parent| format!("parent: {parent:?}, "));
            let decides = self.decides.map_or(String::new(), |who| format!(", authority: {who:?}"));
            let contact =
                self.contact.map_or(String::new(), |contact| format!(", contact: {{{contact}}}"));
            line("issuer", format!("{{{parent}name: {issuer:?}{decides}{contact}}}"));
        }
        let kind = Kind::find(self.kind).expect("a kind of the program");
        if let Some(number) = self.number.filter(|_| kind.has_number()) {
            line("number", number.to_string());
        }
        if kind.has_number() {
            let symbol = kind.code.map_or("SYT-NVY".to_owned(), |code| format!("{code}-SYT"));
            line("symbol", symbol);
        }
        if let Some(place) = self.place {
            line("place", place.to_owned());
        }
        line("date", self.date.to_owned());
        line("subject", format!("{:?}", self.subject));
        line("recipients", self.recipients());
        line("legal_bases", format!("{:?}", self.bases));
        let has_several = |line: &str| line.starts_with("signatories:");
        if !self.more.lines().any(has_several) {
            line("signatory", self.signatory());
        }
        text.push_str(&self.more);
        text.push_str(&self.targets());
        if self.body.is_empty() {
            return text;
        }
        text.push_str("body: |\n");
        let ends_in_mark = kind.has_fixed_end() || self.body.trim_end().ends_with("./.");
        let points = self.tables.iter().filter(|table| !table.is_in_body);
        let points = points.map(|table| {
            format!("Số liệu cụ thể tại {{{{ appendix({:?}) }}}} kèm theo.\n\n", table.id)
        });
        let body = points.collect::<String>() + &self.body;
        for line in body.lines() {
            let _ = writeln!(text, "  {line}");
        }
        assert!(ends_in_mark, "{}: the body ends in `./.`", self.name);
        text
    }

    fn recipients(&self) -> String {
        let file = self.file.map_or(String::new(), |file| format!(", file: {{{file}}}"));
        format!("{{to: {:?}, cc: {:?}{file}}}", self.to, self.cc)
    }

    fn signatory(&self) -> String {
        let mut parts = vec![format!("authority: {:?}", self.authority)];
        for (key, value) in [("title", self.title), ("office", self.office), ("name", self.signer)]
        {
            parts.extend(value.map(|value| format!("{key}: {value:?}")));
        }
        format!("{{{}}}", parts.join(", "))
    }

    fn targets(&self) -> String {
        if self.tables.is_empty() {
            return String::new();
        }
        let mut text = "targets:\n".to_owned();
        for table in &self.tables {
            table.write(&mut text);
        }
        text
    }
}

impl Rows {
    /// An appendix of so many rows.
    pub(crate) fn appendix(id: &'static str, count: usize) -> Self {
        Self { id, count, columns: 3, orientation: "auto", is_in_body: false, unit: None }
    }

    /// On its side.
    pub(crate) fn landscape(mut self) -> Self {
        self.orientation = "landscape";
        self
    }

    /// Upright, also where it is wide.
    pub(crate) fn portrait(mut self) -> Self {
        self.orientation = "portrait";
        self
    }

    /// In the body.
    pub(crate) fn in_body(mut self) -> Self {
        self.is_in_body = true;
        self
    }

    fn write(&self, text: &mut String) {
        let _ = writeln!(text, "  {}:", self.id);
        if !self.is_in_body {
            let title = "Chỉ tiêu kiểm tra cơ sở y tế theo địa bàn";
            let _ = writeln!(text, "    title: {title}");
            let _ = writeln!(text, "    orientation: {}", self.orientation);
        }
        if let Some(unit) = self.unit {
            let _ = writeln!(text, "    unit: {unit}");
        }
        text.push_str("    row_header: Đơn vị\n    columns:\n");
        for column in 1..=self.columns {
            let _ = writeln!(text, "      - {{id: q_{column}, header: Quý {column}}}");
        }
        text.push_str("    rows:\n");
        for row in 1..=self.count {
            let cells: Vec<String> =
                (1..=self.columns).map(|column| (row * 37 % 900 + column).to_string()).collect();
            let _ = writeln!(text, "      Đơn vị số {row}: [{}]", cells.join(", "));
        }
        text.push_str("    total: {label: Tổng cộng}\n");
    }
}
