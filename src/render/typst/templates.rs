//! The templates: a built-in set, and the project's own files laid over it by name.
//!
//! Files right in `templates/` are Tera; those in `templates/lib/` are plain Typst.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use serde::Serialize;
use tera::{ErrorKind, Tera, Value};

use super::typst_text;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::{self, Sources};
use crate::span::Span;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../templates/", $name)))),*]
    };
}

/// The built-in templates by name. A file of the same name in the project replaces one.
pub static BUILT_IN: &[(&str, &str)] = built_in![
    "appendix.typ",
    "ban-sao.typ",
    "components.typ",
    "cong-dien.typ",
    "cong-van.typ",
    "hop-dong.typ",
    "ke-hoach.typ",
    "kem-theo.typ",
    "quyet-dinh.typ",
    "sao.typ",
    "ten-loai.typ",
    "thu-cong.typ",
    "van-ban.typ",
    "lib/appendix.typ",
    "lib/body.typ",
    "lib/closing.typ",
    "lib/copy.typ",
    "lib/letterhead.typ",
    "lib/page.typ",
    "lib/profile.typ",
    "lib/signature.typ",
    "lib/table.typ",
    "lib/text.typ",
    "lib/vanthu.typ",
];

/// The first line of every rendered text: it imports the library.
pub const IMPORT: &str = "#import \"/lib/vanthu.typ\": *";

/// Parsed templates and the Typst library they call.
pub struct Templates {
    tera: Tera,
    /// Text of each Tera template, for findings.
    texts: BTreeMap<String, String>,
    library: BTreeMap<String, Vec<u8>>,
    own: Vec<String>,
}

impl Templates {
    /// The built-in set with `own` (names below `templates/`, contents) laid over it.
    ///
    /// A file that Tera refuses is a finding; it is then added to `sources`.
    pub fn new(
        own: &BTreeMap<String, Vec<u8>>,
        sources: &mut Sources,
    ) -> Result<Self, Box<Diagnostic>> {
        let mut library = BTreeMap::new();
        let mut texts = BTreeMap::new();
        let built_in = BUILT_IN.iter().map(|(name, text)| (*name, text.as_bytes()));
        for (name, bytes) in built_in.chain(own.iter().map(|(name, b)| (name.as_str(), &b[..]))) {
            if name.contains('/') {
                library.insert(name.to_owned(), bytes.to_vec());
            } else if Path::new(name).extension().is_some_and(|extension| extension == "typ") {
                let text = str::from_utf8(bytes).map_err(|_| not_utf8(name, bytes, sources))?;
                texts.insert(name.to_owned(), text.to_owned());
            }
        }
        let mut tera = Tera::new();
        tera.autoescape_on([".typ"]);
        tera.set_escape_fn(typst_text::markup);
        tera.register_filter("lit", lit);
        super::profile::register(&mut tera);
        let own = own.keys().cloned().collect();
        match tera.add_raw_templates(texts.iter()) {
            Ok(()) => Ok(Self { tera, texts, library, own }),
            Err(error) => Err(explain(&error, &texts, sources)),
        }
    }

    /// The Typst files that rendered texts import, by their names in the project.
    #[must_use]
    pub fn library(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.library
    }

    /// Whether the project has any template of its own; then an error in a template is its error.
    #[must_use]
    pub fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    pub(super) fn render(
        &self,
        name: &str,
        view: &impl Serialize,
        sources: &mut Sources,
    ) -> Result<String, Box<Diagnostic>> {
        let rendered = tera::Context::from_serialize(view)
            .and_then(|context| self.tera.render(name, &context));
        rendered.map_err(|error| explain(&error, &self.texts, sources))
    }
}

/// `{{ x | lit }}`: a text, a list of texts or nothing, as Typst code.
fn lit(value: &Value, _: tera::Kwargs, _: &tera::State<'_>) -> Value {
    Value::safe_string(&code(value))
}

fn code(value: &Value) -> String {
    if value.is_none() {
        return "none".to_owned();
    }
    if let Some(items) = value.as_array() {
        // The comma behind the last item keeps a list of one a list.
        let items: Vec<String> = items.iter().map(code).collect();
        return if items.is_empty() { "()".to_owned() } else { format!("({},)", items.join(", ")) };
    }
    match value.as_str() {
        Some(text) => typst_text::literal(text),
        None => typst_text::literal(&value.to_string()),
    }
}

/// A Tera error as a finding in the template.
fn explain(
    error: &tera::Error,
    texts: &BTreeMap<String, String>,
    sources: &mut Sources,
) -> Box<Diagnostic> {
    let said = error.to_string();
    let (cause, file, range) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.message(), report.filename(), report.span().range.clone())
        }
        ErrorKind::MissingParent { current, .. } => (said.as_str(), current.as_str(), 0..0),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (said.as_str(), tpl.as_str(), 0..0)
        }
        _ => drawn(&said, texts),
    };
    let message = Message::new("template-error").with("cause", one_line(cause));
    let finding = Diagnostic::new(&codes::TEMPLATE_ERROR, message);
    let Some(text) = texts.get(file) else { return Box::new(finding) };
    let source = sources.add(format!("templates/{file}"), text);
    Box::new(finding.at(Span::new(source, range)))
}

/// Cause and place of an error that Tera reports only as text for a terminal.
fn drawn<'a>(said: &'a str, texts: &BTreeMap<String, String>) -> (&'a str, &'a str, Range<usize>) {
    let cause = said.strip_prefix("error: ").unwrap_or(said);
    let place = said.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    let Some((rest, column)) = place.and_then(|place| place.rsplit_once(':')) else {
        return (cause, "", 0..0);
    };
    let (file, line) = rest.rsplit_once(':').unwrap_or((rest, ""));
    let number = |digits: &str| digits.parse().unwrap_or(1);
    let text = texts.get(file).map_or("", String::as_str);
    let start = source::offset(text, number(line), number(column));
    (cause, file, start..start)
}

/// The finding for a template that is not UTF-8.
fn not_utf8(name: &str, bytes: &[u8], sources: &mut Sources) -> Box<Diagnostic> {
    let good = str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let text = String::from_utf8_lossy(&bytes[..good]);
    let byte = bytes.get(good).map(|byte| format!("0x{byte:02X}")).unwrap_or_default();
    let source = sources.add(format!("templates/{name}"), text);
    let message = Message::new("not-utf8").with("byte", byte);
    Box::new(Diagnostic::new(&codes::NOT_UTF8, message).at(Span::new(source, good..good)))
}

/// The first line that is not blank, of a report over several lines.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}
