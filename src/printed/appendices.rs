//! Appendices, in their order (R84–R88).

use super::document::Appendix;
use super::run::Line;
use super::{grid, phrases};
use crate::compute::Table;
use crate::model::Directive;
use crate::model::reference;

pub(super) fn appendices(directive: &Directive, tables: &[Table]) -> Vec<Appendix> {
    let all = directive.appendices();
    let one = |(index, which): (usize, &reference::Appendix)| {
        let (title, grid) = match *which {
            reference::Appendix::Table(target) => {
                let title = directive.targets[target].title.as_ref();
                let title = title.map(|text| Line::typed(text).in_capitals());
                (title, grid::of_table(directive, tables, target))
            }
            reference::Appendix::Working(target, column) => {
                let header = &directive.targets[target].columns[column].header;
                let grid = grid::of_working(directive, tables, target, column);
                (Some(phrases::working_title(header)), grid)
            }
        };
        let label = phrases::mark(84, &phrases::appendix_label(index, all.len()));
        Appendix { label, title, accompanies: phrases::accompanies(directive), grid }
    };
    all.iter().enumerate().map(one).collect()
}
