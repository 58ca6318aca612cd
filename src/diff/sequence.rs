//! Members of two sequences that belong together: which of them were moved.

/// For pairs in the order of before, each the position of its partner after: which of them
/// moved. As few as can be: the others are one longest ascending run.
pub(super) fn moved(positions: &[usize]) -> Vec<bool> {
    // The least last position of an ascending run of each length, and who comes before whom.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous = vec![None; positions.len()];
    for (index, position) in positions.iter().enumerate() {
        let length = ends.partition_point(|end| positions[*end] < *position);
        previous[index] = length.checked_sub(1).map(|before| ends[before]);
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut moved = vec![true; positions.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        moved[index] = false;
        at = previous[index];
    }
    moved
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn count(positions: &[usize]) -> usize {
        moved(positions).into_iter().filter(|moved| *moved).count()
    }

    #[test]
    fn who_goes_to_the_front_is_the_only_one_that_moved() {
        assert_eq!(moved(&[1, 2, 3, 0]), [false, false, false, true]);
        assert_eq!(count(&[0, 1, 2]), 0);
        assert_eq!(count(&[]), 0);
    }

    proptest! {
        #[test]
        fn those_that_stay_are_in_order_and_no_larger_set_of_them_is(
            positions in Just((0..7_usize).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let stays: Vec<usize> = positions.iter().zip(moved(&positions))
                .filter(|(_, moved)| !moved).map(|(position, _)| *position).collect();
            prop_assert!(stays.is_sorted());
            let longest = (0_u32..1 << positions.len())
                .filter(|set| {
                    let chosen: Vec<usize> = positions.iter().enumerate()
                        .filter(|(index, _)| set >> index & 1 == 1).map(|(_, at)| *at).collect();
                    chosen.is_sorted()
                })
                .map(u32::count_ones)
                .max();
            prop_assert_eq!(longest, u32::try_from(stays.len()).ok());
        }
    }
}
