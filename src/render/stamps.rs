//! How wide the frames of stamps are, in tenths of a millimetre.

use crate::model::mark::{Circulation, Urgency};

/// Of mức độ khẩn (R94).
pub(super) fn urgency_width(urgency: Urgency) -> u16 {
    match urgency {
        Urgency::Express => 300,
        Urgency::Pressing => 400,
        Urgency::Urgent => 200,
    }
}

/// Of phạm vi lưu hành, as in the sample of the decree (R95).
pub(super) fn circulation_width(circulation: Circulation) -> u16 {
    match circulation {
        Circulation::ReturnAfterReading => 569,
        Circulation::Internal => 494,
    }
}
