//! Phrases of certified copies.

use super::{own, phrase};
use crate::model::certified::SigningTime;
use crate::model::issuer::Issuer;
use crate::model::kind::Certified;
use crate::printed::run::{Line, Run};

/// Hình thức sao (R104): `SAO Y`.
#[must_use]
pub fn copy_name(certified: Certified) -> Line {
    Line::from(phrase(104, copy_form(certified))).in_capitals()
}

/// The mark of an electronic copy (R102): `Sao y; Ủy ban nhân dân xã A; 02/04/2026; 17:08:02; +07:00`.
#[must_use]
pub fn copy_mark(certified: Certified, issuer: Option<&Issuer>, signed: SigningTime) -> Line {
    let line = Line::from(phrase(102, format!("{}; ", copy_form(certified))));
    let issuer = issuer.map(|issuer| Run::typed(&issuer.name));
    let line = issuer.map_or(line.clone(), |issuer| line.with(issuer).with(phrase(102, "; ")));
    line.with(phrase(102, signed.printed()))
}

fn copy_form(certified: Certified) -> &'static str {
    match certified {
        Certified::Whole => "Sao y",
        Certified::OfCopy => "Sao lục",
        Certified::Extract => "Trích sao",
    }
}

/// In the place of a signature that an extract repeats.
#[must_use]
pub fn signed() -> Line {
    own("(Đã ký)").into()
}

/// In the place of what an extract leaves out.
#[must_use]
pub fn left_out() -> Line {
    own("…").into()
}
