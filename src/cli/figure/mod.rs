//! `vanthu explain FILE FIGURE`: how a printed figure came about.

mod copy;
mod pages;

use std::path::PathBuf;

use super::args::{CommonArgs, ExplainArgs, Format};
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::diagnostic::{Message, Report};
use crate::error::{Error, catch};
use crate::explain::branch::Branch;
use crate::explain::tree::{Pages, TreeFormatter};
use crate::explain::{self, Explanation, Shaper, form};
use crate::model::cell_id::CellId;
use crate::pipeline::Examined;
use crate::printed;
use crate::source::Sources;

/// So many rows of a sum are printed unless all are asked for.
const EXCERPT: usize = 10;

/// Explains `asked`, a figure of the directive that `args` name.
pub(super) fn figure(args: &ExplainArgs, asked: &str) -> Result<Outcome, Closed> {
    let common = CommonArgs::of_one(PathBuf::from(&args.code), args.of_project.clone());
    let settings = match Settings::new(&common) {
        Ok(found) => found,
        Err(why) => return unsettled(&common, &why),
    };
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    let Some((name, path)) = run.one_directive() else { return run.stop(Outcome::Failed) };
    let mut sources = run.project.office.sources();
    let mut report = Report::default();
    let project = std::rc::Rc::clone(&run.project);
    let file = project.file(&name, &path);
    let examined = catch(|| file.computed(&mut sources, &mut report));
    let examined = match examined.and_then(|examined| examined) {
        Ok(Some(examined)) => examined,
        Ok(None) => {
            run.tell(&report, &sources)?;
            return run.stop(Outcome::Clean);
        }
        Err(error) => return run.abort(&error),
    };
    let copy = args.copy.as_ref().map(|name| copy::copy(&examined, asked, name));
    let (examined, asked, is_cut) = match copy {
        None => (examined, asked.to_owned(), false),
        Some(Ok(found)) => found,
        Some(Err((message, help))) => {
            run.fail(&Error::Usage(message));
            if let Some(help) = help {
                run.note(&help);
            }
            return run.stop(Outcome::Failed);
        }
    };
    let asked = asked.as_str();
    // Other findings are left out: the question is about a figure.
    match explain::find(asked, &examined, &sources) {
        Ok(spots) => {
            let Examined { directive, tables } = &examined;
            let document = printed::print(directive, tables, run.project.settings.draft_mark);
            let explained = |spot: &CellId| explain::explain(&examined, &document, *spot);
            let told: Vec<Explanation> = spots.iter().map(explained).collect();
            let pages = if is_cut {
                Pages::unknown(Message::new("told-copy-pages"))
            } else {
                pages::pages(&told, &document, &run)
            };
            let asked = Asked { words: asked, name: &name, told, pages, all: args.all };
            tell(&asked, &examined, &run, &sources)
        }
        Err((message, help)) => {
            run.fail(&Error::Usage(message));
            if let Some(help) = help {
                run.note(&help);
            }
            run.stop(Outcome::Failed)
        }
    }
}

/// What was asked for, and what is known of it.
struct Asked<'a> {
    words: &'a str,
    name: &'a str,
    told: Vec<Explanation>,
    pages: Pages,
    all: bool,
}

fn tell(
    asked: &Asked<'_>,
    examined: &Examined,
    run: &Run<'_>,
    sources: &Sources,
) -> Result<Outcome, Closed> {
    let pages = &asked.pages;
    let shaper = Shaper { examined, sources };
    let typed = explain::typed(asked.words, &examined.directive, sources);
    if run.settings.format == Format::Json {
        let is_alone = asked.told.len() == 1;
        let figure = |(index, told)| shaper.figure(told, pages.of(index), is_alone);
        let form = form::Form {
            schema: 1,
            file: asked.name.to_owned(),
            asked: asked.words.to_owned(),
            page_count: pages.count,
            figures: asked.told.iter().enumerate().map(figure).collect(),
            typed: typed
                .iter()
                .map(|it| form::Typed { words: it.words.clone(), place: shaper.place(it.span) })
                .collect(),
        };
        let text = serde_json::to_string_pretty(&form);
        Printer::data(&text.expect("strings and numbers have a form in JSON"))?;
        return Ok(Outcome::Clean);
    }
    let most = if asked.all { usize::MAX } else { EXCERPT };
    let catalog = run.printer.catalog();
    let formatter = TreeFormatter { shaper, catalog, pages: Some(pages), most, more: "told-more" };
    let mut roots: Vec<Branch> = match &asked.told[..] {
        [told] => vec![formatter.whole(told, 0)],
        several => formatter.list(several),
    };
    let place = |it: &crate::check::figures_in_text::Typed| {
        let place = formatter.place(it.span);
        Message::new("told-typed").with("words", &it.words).with("place", place)
    };
    roots.extend(typed.iter().map(|it| Branch::leaf(run.printer.say(&place(it)))));
    for root in &roots {
        Printer::data(root.drawn().trim_end())?;
    }
    Ok(Outcome::Clean)
}
