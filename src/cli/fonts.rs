//! `vanthu fonts`: the families that documents can use.

use super::args::{CommonArgs, DoctorArgs};
use super::print::Closed;
use super::print::Printer;
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::messages::Catalog;

pub(super) fn fonts(args: &DoctorArgs) -> Result<Outcome, Closed> {
    let common = CommonArgs::of_one(".".into(), args.of_project.clone());
    let settings = match Settings::new(&common) {
        Ok(settings) => settings,
        Err(why) => return unsettled(&common, &why),
    };
    let fonts = match settings.fonts() {
        Ok(fonts) => fonts,
        Err(error) => {
            let catalog = Catalog::new(settings.language);
            Printer::new(catalog, settings.format, settings.color).failure(&error);
            return Ok(Outcome::Failed);
        }
    };
    for (family, styles) in fonts.families() {
        let mark = if family.eq_ignore_ascii_case(&fonts.family) { "*" } else { " " };
        let styles: Vec<&str> = styles.into_iter().collect();
        Printer::data(&format!("{mark} {family}: {}", styles.join(", ")))?;
    }
    Ok(Outcome::Clean)
}
