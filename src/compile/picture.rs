//! A page as it is drawn.

/// A page in shades of grey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Row by row: 0 is paper, 255 is ink.
    pub ink: Vec<u8>,
}
