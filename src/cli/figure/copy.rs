//! A figure of the copy for one recipient.

use crate::copies;
use crate::diagnostic::{Message, Report};
use crate::explain::LookupError;
use crate::model::copies::{Attached, Rows};
use crate::nearest::suggestion;
use crate::pipeline::Examined;

/// The copy for `name` with whole tables, what is `asked` for as a path in them, and whether the
/// copy itself has less of them.
pub(super) fn copy(
    examined: &Examined,
    asked: &str,
    name: &str,
) -> Result<(Examined, String, bool), LookupError> {
    let Examined { directive, tables } = examined;
    let mut silent = Report::default();
    let found = copies::whole_letters(directive, tables, &mut silent);
    let (Some((recipients, mut letters)), Some(copies)) = (found, &directive.copies) else {
        return Err((Message::new("copy-of-none"), None));
    };
    let wanted = name.trim();
    let recipient = recipients.iter().find(|it| it.name == wanted || it.file == wanted);
    let Some(recipient) = recipient else {
        let known = recipients.iter().map(|it| it.name.as_str());
        let message = Message::new("copy-unknown").with("name", wanted);
        return Err((message, suggestion(wanted, known)));
    };
    // What the copy lacks is told when it is built.
    let (directive, tables) = letters.letter(recipient, &mut Report::default());
    let bare = asked.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
    let column =
        bare.strip_prefix("row.").map(|rest| rest.split('|').next().unwrap_or_default().trim());
    let path = match (column, &copies.rows) {
        (Some(name), Rows::Table(at)) => {
            let target = &directive.targets[*at];
            let known = target.columns.iter().map(|column| column.id.value.as_str());
            let column = target.column_named(name).ok_or_else(|| {
                let message = Message::new("reference-no-column").with("name", name);
                (message, suggestion(name, known))
            })?;
            target.reference_to(Some(recipient.row), column)
        }
        _ => asked.to_owned(),
    };
    let is_cut = copies.appendix != Attached::Table;
    Ok((Examined { directive, tables }, path, is_cut))
}
