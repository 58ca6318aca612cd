//! The outline of a document: what its headings are to a reader's program.

/// How deep each heading stands. Levels that an author leaves out leave no gap: `###` right
/// below `#` is one step down, as accessible documents need it.
#[derive(Debug, Default)]
pub(super) struct Depths {
    /// Levels of the headings that the next one may stand under.
    open: Vec<u8>,
}

impl Depths {
    /// The depth, from 1, of the next heading, which is of `level`.
    pub(super) fn next(&mut self, level: u8) -> usize {
        while self.open.last().is_some_and(|open| *open >= level) {
            self.open.pop();
        }
        self.open.push(level);
        self.open.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn depths(levels: &[u8]) -> Vec<usize> {
        let mut depths = Depths::default();
        levels.iter().map(|level| depths.next(*level)).collect()
    }

    #[test]
    fn levels_in_order_are_depths() {
        assert_eq!(depths(&[1, 2, 3, 2, 1, 2]), [1, 2, 3, 2, 1, 2]);
    }

    #[test]
    fn levels_left_out_leave_no_gap() {
        assert_eq!(depths(&[3, 3, 1, 3, 2, 3, 3]), [1, 1, 1, 2, 2, 3, 3]);
    }

    proptest! {
        #[test]
        fn no_depth_is_skipped(levels in prop::collection::vec(1_u8..=6, 0..20)) {
            let mut before = 0;
            for depth in depths(&levels) {
                prop_assert!((1..=before + 1).contains(&depth));
                before = depth;
            }
        }
    }
}
