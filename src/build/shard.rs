//! A stable part of all directives.

use std::str::FromStr;

use crate::digest::Digest;

/// Part `index` of `count`, from 1. Which part a directive belongs to depends on its path alone:
/// one more directive moves none of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub index: u32,
    /// Of how many.
    pub count: u32,
}

impl Shard {
    /// Whether the directive `name` belongs to this part.
    #[must_use]
    pub fn has(self, name: &str) -> bool {
        Digest::of(name.as_bytes()).number() % u64::from(self.count) == u64::from(self.index) - 1
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(index, count)| {
            let number = |text: &str| text.parse::<u32>().ok().filter(|number| *number > 0);
            Some((number(index)?, number(count)?))
        });
        match numbers {
            Some((index, count)) if index <= count => Ok(Self { index, count }),
            _ => Err("1/4".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_directive_belongs_to_exactly_one_part() {
        for count in 1..9 {
            for name in ["data/a.yaml", "data/xã Đông Hòa/b.yaml", ""] {
                let parts = (1..=count).filter(|index| Shard { index: *index, count }.has(name));
                assert_eq!(parts.count(), 1, "{name} {count}");
            }
        }
    }

    /// A build of years ago and one of today share the work in the same way.
    #[test]
    fn the_part_of_a_path_is_for_ever() {
        let part = |name: &str| (1..=34).find(|index| Shard { index: *index, count: 34 }.has(name));
        assert_eq!(part("data/hai-duong/2024/phat-trien-doi-tuong.yaml"), Some(2));
        assert_eq!(part("data/tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml"), Some(22));
    }

    #[test]
    fn only_a_part_that_there_is_can_be_named() {
        assert_eq!("2/4".parse(), Ok(Shard { index: 2, count: 4 }));
        for wrong in ["0/4", "5/4", "4", "a/b", "1/0", "-1/4", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
