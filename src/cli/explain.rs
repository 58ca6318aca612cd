//! `vanthu explain`: a rule and its basis.

use super::args::{Color, ExplainArgs, Format};
use super::print::{Closed, Printer};
use super::{Outcome, settings};
use crate::check::rules::RULES;
use crate::codes::MEANINGS;
use crate::diagnostic::{Code, Message};
use crate::error::Error;
use crate::messages::Catalog;
use crate::nearest::listed;

pub(super) fn explain(args: &ExplainArgs) -> Result<Outcome, Closed> {
    let wanted = |code: &Code| {
        [code.id, code.name].iter().any(|known| known.eq_ignore_ascii_case(&args.code))
    };
    let rule = RULES.iter().find(|rule| wanted(&rule.code)).map(|rule| (&rule.code, rule.docs));
    let other = || MEANINGS.iter().find(|(code, _)| wanted(code)).copied();
    let Some((code, docs)) = rule.or_else(other) else {
        let catalog = Catalog::new(settings::early_language(args.lang));
        let printer = Printer::new(catalog, Format::Human, Color::Auto);
        let codes = RULES.iter().map(|rule| rule.code.id);
        let known = listed(codes.chain(MEANINGS.iter().map(|(code, _)| code.id)));
        let message = Message::new("explain-unknown").with("code", &args.code).with("known", known);
        printer.failure(&Error::Usage(message));
        return Ok(Outcome::Failed);
    };
    Printer::data(&format!("# {} {} ({})\n", code.id, code.name, code.severity.name()))?;
    let docs: Vec<&str> = docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    Printer::data(docs.join("\n").trim())?;
    Ok(Outcome::Clean)
}
