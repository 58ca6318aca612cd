//! `vanthu completions` and `vanthu man`: what packages install beside the program.

use std::path::Path;

use super::args::{CompletionsArgs, ManArgs};
use super::print::{Closed, Printer};
use super::settings::early_language;
use super::{Outcome, help};
use crate::error::Error;
use crate::messages::Catalog;
use crate::write;

pub(super) fn completions(args: &CompletionsArgs) -> Result<Outcome, Closed> {
    let mut command = help::command(&Catalog::new(early_language(args.lang)));
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "vanthu", &mut script);
    Printer::data(String::from_utf8_lossy(&script).trim_end())?;
    Ok(Outcome::Clean)
}

pub(super) fn man(args: &ManArgs) -> Result<Outcome, Closed> {
    let printer = Printer::early(early_language(args.lang));
    let mut command = help::command(printer.catalog());
    command.build();
    let Some(folder) = &args.folder else {
        return match page(command) {
            Ok(page) => Printer::data(page.trim_end()).map(|()| Outcome::Clean),
            Err(error) => failed(&printer, &error),
        };
    };
    match pages(command, folder) {
        Ok(paths) => {
            paths.iter().try_for_each(|path| Printer::data(path))?;
            Ok(Outcome::Clean)
        }
        Err(error) => failed(&printer, &error),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "what every command returns")]
fn failed(printer: &Printer, error: &Error) -> Result<Outcome, Closed> {
    printer.failure(error);
    Ok(Outcome::Failed)
}

/// Writes one page for the program and one for each command. Returns their paths.
fn pages(command: clap::Command, folder: &Path) -> Result<Vec<String>, Error> {
    let visible = command.get_subcommands().filter(|command| !command.is_hide_set());
    let named =
        visible.map(|command| (format!("vanthu-{}.1", command.get_name()), command.clone()));
    let mut commands: Vec<_> = named.collect();
    commands.insert(0, ("vanthu.1".to_owned(), command));
    let mut paths = Vec::new();
    for (name, command) in commands {
        let path = folder.join(name);
        write::write(&path, page(command)?.as_bytes())?;
        paths.push(path.display().to_string());
    }
    Ok(paths)
}

/// The page of one command, in the form of man(7).
fn page(command: clap::Command) -> Result<String, Error> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).map_err(write::scratch_failed)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
