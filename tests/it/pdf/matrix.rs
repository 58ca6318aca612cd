//! Transformations of the plane.
#![expect(clippy::many_single_char_names, reason = "the names PDF gives them")]

/// `a b c d e f`, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    /// Leaves everything where it is.
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A shift.
    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `self`, then `next`.
    pub(super) fn then(self, next: Self) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        let (x, y) = next.apply(e, f);
        let Self([na, nb, nc, nd, ..]) = next;
        Self([a * na + b * nc, a * nb + b * nd, c * na + d * nc, c * nb + d * nd, x, y])
    }

    /// Where the point goes.
    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let Self([a, b, c, d, e, f]) = self;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How much larger things become, both ways alike and neither turned nor mirrored.
    pub(super) fn upright_scale(self) -> Option<f64> {
        let Self([a, b, c, d, ..]) = self;
        let is_upright = b.abs() < 1e-6 && c.abs() < 1e-6 && a > 0.0 && (a - d).abs() < 1e-6;
        is_upright.then_some(a)
    }

    /// How much thicker a stroke becomes.
    pub(super) fn stroke_scale(self) -> f64 {
        let Self([a, b, c, d, ..]) = self;
        (a * d - b * c).abs().sqrt()
    }
}
