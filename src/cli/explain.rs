//! `vanthu explain`: a rule and its basis, or a figure of a directive.

use super::args::ExplainArgs;
use super::print::{Closed, Printer};
use super::{Outcome, figure, settings};
use crate::check::rules::RULES;
use crate::codes::MEANINGS;
use crate::diagnostic::{Code, Message};
use crate::error::Error;
use crate::messages::{Language, documentation};
use crate::nearest::listed;

pub(super) fn explain(args: &ExplainArgs) -> Result<Outcome, Closed> {
    if let Some(figure) = &args.figure {
        return figure::figure(args, figure);
    }
    let wanted = |code: &Code| {
        [code.id, code.name].iter().any(|known| known.eq_ignore_ascii_case(&args.code))
    };
    let language = settings::early_language(args.of_project.lang);
    if let Some(rule) = RULES.iter().find(|rule| wanted(&rule.code)) {
        Printer::data(documentation::of(rule, language, "#").trim_end())?;
        return Ok(Outcome::Clean);
    }
    if let Some((code, english, vietnamese)) = MEANINGS.iter().find(|(code, ..)| wanted(code)) {
        let heading = documentation::heading(code, language);
        let meaning = if language == Language::Vi { vietnamese } else { english };
        Printer::data(&format!("# {heading}\n\n{meaning}"))?;
        return Ok(Outcome::Clean);
    }
    let printer = Printer::early(language);
    let codes = RULES.iter().map(|rule| rule.code.id);
    let known = listed(codes.chain(MEANINGS.iter().map(|(code, ..)| code.id)));
    let message = Message::new("explain-unknown").with("code", &args.code).with("known", known);
    printer.failure(&Error::Usage(message));
    Ok(Outcome::Failed)
}
