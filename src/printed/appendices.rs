//! Appendices, in their order (R84–R88).

use super::block::Block;
use super::document::{Appendix, Signature};
use super::run::Line;
use super::{grid, phrases, signer};
use crate::compute::Tables;
use crate::model::Directive;
use crate::model::reference;
use crate::model::signatory::Signatory;
use crate::model::target::Orientation;

/// `texts` are those of the appendices of text, in the order of the directive.
pub(super) fn appendices(
    directive: &Directive,
    tables: &Tables,
    texts: &[Vec<Block>],
) -> Vec<Appendix> {
    let all = directive.appendices();
    let one = |(index, which): (usize, &reference::Appendix)| {
        let (title, blocks, signatories) = match *which {
            reference::Appendix::Table(target) => {
                let title = directive.targets[target].title.as_ref();
                let title = title.map(|text| Line::typed(text).in_capitals());
                (title, vec![Block::Grid(grid::of_table(tables, target))], &[][..])
            }
            reference::Appendix::Working(target, column) => {
                let header = &directive.targets[target].columns[column].header;
                let grid = grid::of_working(tables, target, column);
                (Some(phrases::working_title(header)), vec![Block::Grid(grid)], &[][..])
            }
            reference::Appendix::Text(text) => {
                let appended = &directive.appended[text];
                let title = Line::typed(&appended.title).in_capitals();
                let blocks = texts.get(text).cloned().unwrap_or_default();
                (Some(title), blocks, &appended.signatories[..])
            }
        };
        let orientation = match *which {
            reference::Appendix::Text(text) => directive.appended[text].orientation,
            _ => Orientation::Auto,
        };
        Appendix {
            orientation,
            which: *which,
            label: phrases::mark(84, &phrases::appendix_label(index, all.len())),
            title,
            accompanies: phrases::accompanies(directive),
            blocks,
            signature: signature(signatories),
        }
    };
    all.iter().enumerate().map(one).collect()
}

/// Who signs below a text, without Nơi nhận.
fn signature(signatories: &[Signatory]) -> Option<Signature> {
    (!signatories.is_empty()).then(|| Signature {
        heading: None,
        recipients: Vec::new(),
        file: None,
        signers: signatories.iter().map(signer).collect(),
        confirmation: None,
    })
}
