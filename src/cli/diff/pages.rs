//! How many pages there are before and now.

use super::scope::{Compared, is_worth_telling};
use super::side::Side;
use crate::cli::args::DiffArgs;
use crate::error::Error;

/// Sets what is different on paper, in both states.
pub(super) fn count(
    _args: &DiffArgs,
    _before: &Side,
    _after: &Side,
    compared: &mut Compared,
) -> Result<(), Error> {
    compared.report.documents.retain(is_worth_telling);
    Ok(())
}
