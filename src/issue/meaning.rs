//! What a document says on paper, whatever its YAML looks like and however it is laid out.

use crate::compute::{self, ComputedTable, Tables};
use crate::diagnostic::Report;
use crate::digest::Digest;
use crate::model::Directive;
use crate::model::block::{Block, Inline};
use crate::model::certified::{Content, CopiedDocument, SigningTime};
use crate::model::copies::{Copies, RowReference, RowText, Rows};
use crate::model::directive::Status;
use crate::model::issued::{FORM, Meaning};
use crate::model::kind::{Form, Kind};
use crate::model::reference::{Reference, Referent};
use crate::model::rule_set::RuleSet;
use crate::model::signatory::Signatory;
use crate::model::target::{
    Beside, Details, Header, Label, Line, Orientation, Paper, Role, Target,
};
use crate::model::text::Text;
use crate::printed::{self, Resolved, numbers, phrases};

/// What `directive`, computed as `tables`, says.
#[must_use]
pub fn meaning_of(directive: &Directive, tables: &Tables) -> Meaning {
    let mut lines = Lines(Vec::new());
    lines.directive(directive, tables);
    Meaning { form: FORM, digest: Digest::of_parts(lines.0.iter().map(String::as_bytes)) }
}

struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        // A space that a line may not end at is one that the program may set, too.
        self.0.push(format!("{name}\t{}", value.replace('\u{a0}', " ")));
    }

    fn text<'a>(&mut self, name: &str, text: impl IntoIterator<Item = &'a Text>) {
        text.into_iter().for_each(|text| self.add(name, &text.value));
    }

    fn directive(&mut self, directive: &Directive, tables: &Tables) {
        self.add("kind", directive.kind.id);
        let status = Status::KNOWN.iter().find(|(_, status)| *status == directive.status);
        self.add("status", status.map_or("", |(name, _)| name));
        if let Some(issuer) = &directive.issuer {
            self.text("parent", &issuer.parent);
            self.text("issuer", [&issuer.name]);
            self.text("cited as", &issuer.cited_as);
            self.text("authority", &issuer.authority);
            let contact = &issuer.contact;
            let known = [
                ("address", &contact.address),
                ("phone", &contact.phone),
                ("fax", &contact.fax),
                ("email", &contact.email),
                ("website", &contact.website),
            ];
            known.into_iter().for_each(|(name, text)| self.text(name, text));
        }
        // Documents issued before there was a choice keep their digests.
        if directive.rules != RuleSet::default() {
            self.add("rules", directive.rules.id());
        }
        let number = directive.number.map(|number| number.to_string()).unwrap_or_default();
        self.add("number", &number);
        self.text("symbol", &directive.symbol);
        self.text("place", &directive.place);
        let date = directive.date;
        let date = [date.day(), date.month()].map(|part| part.map(|part| part.to_string()));
        let year = directive.date.year().map(|year| year.to_string());
        let date = date.into_iter().chain([year]).map(Option::unwrap_or_default);
        self.add("date", &date.collect::<Vec<_>>().join("/"));
        self.text("subject", [&directive.subject]);
        self.add("urgency", directive.urgency.map_or("", phrases::urgency));
        self.add("circulation", directive.circulation.map_or("", phrases::circulation));
        self.people(directive);
        if matches!(directive.kind.form, Form::Enacting(_)) {
            self.text("basis", directive.legal_bases.iter().map(|basis| &basis.text));
        }
        if let Some(particulars) = &directive.particulars {
            self.text("particular", particulars.texts());
            for (key, date) in particulars.dates() {
                self.add(
                    key,
                    &date.period().map(|(first, _)| first.to_string()).unwrap_or_default(),
                );
            }
        }
        if let Some(copied) = &directive.copied {
            self.copied(copied);
        }
        self.bodies(directive, tables);
        for table in tables.iter() {
            self.table(table);
        }
        if let Some(copies) = &directive.copies {
            self.copies(copies, directive, tables);
        }
    }

    /// What a certified copy is a copy of; how its file is called does not count.
    fn copied(&mut self, copied: &CopiedDocument) {
        let content = match &copied.content {
            Content::Pdf(bytes) => Digest::of(bytes).to_string(),
            Content::Directive(source) => {
                let tables = compute::compute(source, &mut Report::default());
                meaning_of(source, &tables).to_string()
            }
        };
        self.add("copied", &content);
        let signed = copied.signed_at.map(SigningTime::printed).unwrap_or_default();
        self.add("copied as", &format!("{:?} {:?} {signed}", copied.from, copied.to));
        self.text("extract", &copied.extract);
    }

    /// What is said to the rows, and all that the rows say; how files are called does not count.
    fn copies(&mut self, copies: &Copies, directive: &Directive, tables: &Tables) {
        match &copies.rows {
            Rows::Table(at) => {
                self.text("copies", [&directive.targets[*at].id]);
                let hidden = directive.targets[*at].columns.iter().enumerate();
                let hidden: Vec<usize> =
                    hidden.filter(|(_, column)| column.hidden).map(|(at, _)| at).collect();
                for line in &tables.of(*at).table.lines {
                    let cells = hidden.iter().map(|column| format!("{:?}", line[*column].value));
                    self.add("hidden", &cells.collect::<Vec<_>>().join("\t"));
                }
            }
            Rows::List(entries) => self.text("copies", entries),
        }
        let Copies { tests, count, appendix, numbers, has_general, .. } = copies;
        self.add("rows", &format!("{tests:?}"));
        self.add("copy", &format!("{count:?} {appendix:?} {numbers:?} {has_general}"));
        let mut texts = |name: &str, texts: &[RowText]| {
            texts.iter().for_each(|text| self.add(name, &format!("{:?}", text.parts)));
        };
        texts("copy to", copies.to.as_deref().unwrap_or_default());
        texts("copy guest", copies.guests.as_deref().unwrap_or_default());
        texts("copy cc", copies.cc.as_deref().unwrap_or_default());
        texts("copy subject", copies.subject.as_slice());
        if let Some(signatory) = &copies.signatory {
            texts("copy for", &signatory.authority);
            texts("copy title", signatory.title.as_slice());
            texts("copy office", signatory.office.as_slice());
            texts("copy name", signatory.name.as_slice());
        }
        for block in copies.bodies.iter().flatten() {
            let resolved = block.map(&mut |reference| said(reference, tables));
            self.block(&resolved);
        }
    }

    /// The texts, and what stands behind the document.
    fn bodies(&mut self, directive: &Directive, tables: &Tables) {
        let mut bodies = printed::bodies(directive, tables).into_iter();
        bodies.next().iter().flatten().for_each(|block| self.block(block));
        for (enacted, body) in directive.enacts.iter().zip(bodies.by_ref()) {
            self.enacted(enacted.kind, &enacted.subject);
            body.iter().for_each(|block| self.block(block));
        }
        for (appended, body) in directive.appended.iter().zip(bodies) {
            self.text("appendix", [&appended.title]);
            if appended.orientation != Orientation::Auto {
                self.add("orientation", &format!("{:?}", appended.orientation));
            }
            body.iter().for_each(|block| self.block(block));
            self.text("signs", appended.signatories.iter().flat_map(Signatory::texts));
        }
        if !directive.appendix_order.is_empty() {
            self.add("appendices", &format!("{:?}", directive.appendix_order));
        }
    }

    fn enacted(&mut self, kind: &Kind, subject: &Text) {
        self.add("enacts", kind.id);
        self.text("subject", [subject]);
    }

    fn people(&mut self, directive: &Directive) {
        let recipients = &directive.recipients;
        self.text("to", &recipients.to);
        self.text("cc", &recipients.cc);
        if let Some(file) = &recipients.file {
            self.text("file unit", &file.unit);
            self.text("file drafter", &file.drafter);
            let copies = file.copies.map(|copies| copies.to_string()).unwrap_or_default();
            self.add("file copies", &copies);
        }
        for signatory in &directive.signatories {
            self.add("signatory", "");
            self.text("for", &signatory.authority);
            self.text("title", &signatory.title);
            self.text("office", &signatory.office);
            self.text("name", &signatory.name);
        }
    }

    fn block(&mut self, block: &Block<Resolved>) {
        match block {
            Block::Heading { rank, marker, content } => {
                let marker = marker.as_ref().map_or("", |marker| marker.text.as_str());
                self.add(&format!("heading {rank:?} {marker}"), &words(content));
            }
            Block::Paragraph(content) => self.add("paragraph", &words(content)),
            Block::Item { marker, blocks } => {
                self.add("item", &marker.text);
                blocks.iter().for_each(|block| self.block(block));
                self.add("end of item", "");
            }
            Block::Note { number, content } => self.add(&format!("note {number}"), &words(content)),
        }
    }

    fn table(&mut self, whole: ComputedTable<'_>) {
        let ComputedTable { target, table } = whole;
        self.add("table", &target.id.value);
        self.text("title", &target.title);
        self.text("unit", &target.unit);
        self.text("header", [&target.index_header, &target.row_header]);
        let Beside { code, unit, note } = &target.beside;
        self.text("header", [code, unit, note].into_iter().flatten());
        let numbering = target.numbering.written();
        numbering.iter().for_each(|signs| self.add("numbering", signs));
        self.text("note", &target.notes);
        self.text("source", &target.source);
        for signer in &target.signers {
            self.text("signed below by", [&signer.title]);
            self.text("name", &signer.name);
        }
        target.headers.iter().for_each(|header| self.header(header, 0));
        self.add("column numbers", &target.is_numbered.to_string());
        self.add("orientation", &format!("{:?}", target.orientation));
        if target.paper != Paper::A4 {
            self.add("paper", &format!("{:?}", target.paper));
        }
        let adds_up = target.columns.iter().any(|column| column.adds_up && !column.hidden);
        self.add("adds up", &adds_up.to_string());
        let total = target.total.as_ref();
        for (at, (line, cells)) in whole.lines().enumerate() {
            let kind = if line.group.is_some() { "group" } else { "row" };
            self.add(&format!("{kind} {}", line.level), &line.name.value);
            self.details(line);
            self.cells(target, Some(at), cells);
        }
        if let Some(total) = total {
            let place = if total.is_on_top { "total on top" } else { "total" };
            self.add(place, &total.label.value);
            self.cells(target, None, &table.total);
        }
        for working in &table.workings {
            let column = &target.columns[working.column];
            if let crate::model::target::MadeBy::Allocation(spread) = &column.made_by
                && spread.shows_working
            {
                for share in &working.shares {
                    let weight = share.weight.as_ref().map(ToString::to_string).unwrap_or_default();
                    let part = share.exact.vietnamese(column.kind.decimals() + 4);
                    self.add("working", &format!("{weight} {part} {:?}", share.bound));
                }
            }
        }
    }

    fn cells(&mut self, target: &Target, line: Option<usize>, cells: &[crate::compute::Cell]) {
        for (index, cell) in cells.iter().enumerate() {
            if !target.columns[index].hidden {
                self.add("cell", &numbers::cell(&cell.value, target.kind_at(line, index)));
                let mark = line.and_then(|line| target.lines[line].mark(index));
                mark.iter().for_each(|mark| self.add("mark", mark));
            }
        }
    }

    /// What is printed beside the name and the figures of a line.
    fn details(&mut self, line: &Line) {
        if let Role::Part(part) = line.role {
            self.add("part", &format!("{} {:?}", part.breakdown, part.extent));
        }
        let Details { code, label, unit, decimals: _, note } = &line.details;
        match label {
            Label::Number => {}
            Label::Own(text) => self.text("label", [text]),
            Label::None => self.add("label", ""),
        }
        self.text("code", code);
        self.text("row unit", unit);
        self.text("row note", note);
    }

    fn header(&mut self, header: &Header, level: usize) {
        match header {
            Header::Leaf { text, unit } => {
                self.add(&format!("header {level}"), &text.value);
                self.text("header unit", unit);
            }
            Header::Group { text, under } => {
                self.add(&format!("header {level} over {}", under.len()), &text.value);
                under.iter().for_each(|header| self.header(header, level + 1));
            }
        }
    }
}

/// What a reference of a copy says, before a row is known.
fn said(reference: &RowReference, tables: &Tables) -> Resolved {
    let (text, span) = match reference {
        RowReference::Row(value, span) => (format!("\u{5}{value:?}"), *span),
        RowReference::Only(audience, span) => (format!("\u{6}{audience:?}"), *span),
        RowReference::Same(same) => {
            let text = match &same.to {
                Referent::Document(document) => format!("\u{7}{}", document.id.value),
                to => printed::of_table(to, tables).unwrap_or_else(|| format!("{to:?}")),
            };
            (text, same.span)
        }
    };
    let to = Referent::Told(text.clone());
    Resolved { reference: Reference { to, span }, text }
}

/// The words of a line, with signs no author can type around those in another style.
fn words(content: &[Inline<Resolved>]) -> String {
    let inner = |inline: &Inline<Resolved>| match inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::Reference(it) => match it.reference.to {
            Referent::Table(target) => format!("\u{0}{target}"),
            _ => it.text.clone(),
        },
        Inline::Strong(inner) => format!("\u{1}{}\u{2}", words(inner)),
        Inline::Emphasis(inner) => format!("\u{3}{}\u{4}", words(inner)),
        Inline::Break => "\n".to_owned(),
        Inline::Note { number, .. } => format!("\u{5}{number}"),
    };
    content.iter().map(inner).collect()
}
