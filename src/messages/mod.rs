//! The one catalog of everything the program says, in Vietnamese and English.

pub mod documentation;
pub mod finding;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod sarif;
pub mod stored;

use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::visible::is_unsafe;

/// A language of the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Language {
    /// The language called `name`: `vi` or `en`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The sentences of the language, in Fluent's form.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Vi => include_str!("vi.ftl"),
            Self::En => include_str!("en.ftl"),
        }
    }
}

/// No word put into a sentence is longer; the place shows the rest.
const LONGEST_WORDS: usize = 240;

/// Variables that hold a list of the program.
const LISTS: [&str; 4] = ["known", "columns", "subjects", "successor"];

/// The sentences of one language.
pub struct Catalog {
    language: Language,
    /// Read when something is said first: most builds say nothing.
    bundle: OnceCell<FluentBundle<FluentResource>>,
}

impl Catalog {
    /// The catalog in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, bundle: OnceCell::new() }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let resource = FluentResource::try_new(self.language.text().to_owned())
                .map_err(|(_, errors)| errors)
                .expect("a test parses both catalogs");
            let mut bundle = FluentBundle::new(Vec::new());
            // The marks around words are for right-to-left scripts, and would be copied along.
            bundle.set_use_isolating(false);
            bundle.add_resource(resource).expect("a test finds every id once");
            bundle
        })
    }

    /// The language it speaks.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence for `message`, in one line. An unknown id is said as it is.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let pattern = self.bundle().get_message(&message.id).and_then(|found| found.value());
        pattern.map_or_else(
            || message.id.clone().into_owned(),
            |pattern| self.format(pattern, message),
        )
    }

    /// The word for `severity`.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.say(&Message::new(match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Info => "severity-info",
        }))
    }

    /// The edit to make: the finding's own, or what the catalog keeps for its message.
    #[must_use]
    pub fn help(&self, finding: &Diagnostic) -> Option<String> {
        if let Some(help) = &finding.help {
            return Some(self.say(help));
        }
        let message = self.bundle().get_message(&finding.message.id)?;
        let help = message.get_attribute("help")?;
        Some(self.format(help.value(), &finding.message))
    }

    /// Whether there is a sentence `id`.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle().has_message(id)
    }

    fn format(&self, pattern: &fluent_syntax::ast::Pattern<&str>, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            // What the program lists is not cut short.
            let most = if LISTS.contains(&name.as_ref()) { usize::MAX } else { LONGEST_WORDS };
            match value.parse::<usize>() {
                // `1 document`, `2 documents`: a sentence may tell one from many.
                Ok(number) if COUNTS.contains(&name.as_ref()) && number.to_string() == *value => {
                    args.set(name.as_ref(), number);
                }
                _ => args.set(name.as_ref(), one_line(value, most)),
            }
        }
        self.bundle().format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// Arguments that count things.
const COUNTS: [&str; 6] = ["count", "files", "built", "new", "same", "stale"];

/// The author's words, safe to stand within a sentence on a terminal.
fn one_line(words: &str, most: usize) -> String {
    let mut line = String::new();
    for (count, sign) in words.chars().enumerate() {
        if count == most {
            line.push('…');
            break;
        }
        if is_unsafe(sign) {
            line.extend(sign.escape_default());
        } else {
            line.push(sign);
        }
    }
    line
}
