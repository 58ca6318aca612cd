//! `vanthu explain`: a rule and its basis.

use super::args::{Color, ExplainArgs, Format};
use super::print::{Closed, Printer};
use super::{Outcome, settings};
use crate::check::rules::RULES;
use crate::diagnostic::Message;
use crate::error::Error;
use crate::messages::Catalog;
use crate::nearest::listed;

pub(super) fn explain(args: &ExplainArgs) -> Result<Outcome, Closed> {
    let catalog = Catalog::new(settings::early_language(args.lang));
    let printer = Printer::new(catalog, Format::Human, Color::Auto);
    let wanted = |known: &str| known.eq_ignore_ascii_case(&args.code);
    let Some(rule) = RULES.iter().find(|rule| wanted(rule.code.id) || wanted(rule.code.name))
    else {
        let known = listed(RULES.iter().map(|rule| rule.code.id));
        let message = Message::new("explain-unknown").with("code", &args.code).with("known", known);
        printer.failure(&Error::Usage(message));
        return Ok(Outcome::Failed);
    };
    let severity = rule.code.severity.name();
    Printer::data(&format!("# {} {} ({severity})\n", rule.code.id, rule.code.name))?;
    let docs: Vec<&str> =
        rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    Printer::data(docs.join("\n").trim())?;
    Ok(Outcome::Clean)
}
