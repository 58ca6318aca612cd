//! The test of the tests: a template is broken in one place, and exactly the measure of the rule
//! that it breaks fails.

mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::thread;

use vanthu::render::typst::templates::BUILT_IN;

use super::matrix::Sheet;
use super::measures::MEASURES;
use super::press::Press;
use super::verdict::Verdict;
use super::{STACK, measured};
use table::BREAKS;

/// A deliberate mistake in a template.
pub(crate) struct Break {
    /// What is wrong on paper.
    pub(crate) what: &'static str,
    /// The template, by its name in `templates/`.
    pub(crate) template: &'static str,
    /// Stands there once …
    pub(crate) from: &'static str,
    /// … and becomes this.
    pub(crate) to: &'static str,
    /// The document it is seen on.
    pub(crate) on: fn() -> Sheet,
    /// The rules whose measures must fail, and no others.
    pub(crate) rules: &'static [u16],
}

impl Break {
    /// The broken template.
    fn overlay(&self) -> Result<BTreeMap<String, Vec<u8>>, String> {
        let built_in = BUILT_IN.iter().find(|(name, _)| *name == self.template);
        let (name, text) = built_in.ok_or_else(|| format!("there is no {}", self.template))?;
        match text.matches(self.from).count() {
            1 => {
                let broken = text.replace(self.from, self.to).into_bytes();
                Ok(BTreeMap::from([((*name).to_owned(), broken)]))
            }
            times => Err(format!("`{}` stands {times} times in {name}", self.from)),
        }
    }

    /// What is not as it should be about this break.
    fn fault(&self, whole: &Press) -> Option<String> {
        let sheet = (self.on)();
        let failing = |press: &Press| {
            let verdicts = measured(press, &sheet.yaml(), sheet.asked)?.verdicts;
            let failed = verdicts.into_iter().filter_map(|(rule, verdict)| match verdict {
                Verdict::Failed(why) => Some((rule, why)),
                _ => None,
            });
            Ok::<BTreeMap<u16, String>, String>(failed.collect())
        };
        let found = failing(whole).and_then(|before| {
            let after = failing(&Press::new(&self.overlay()?))?;
            Ok((before, after))
        });
        let (before, after) = match found {
            Ok(found) => found,
            Err(error) => return Some(error),
        };
        let rules: BTreeSet<u16> = after.keys().copied().collect();
        let expected: BTreeSet<u16> = self.rules.iter().copied().collect();
        (!before.is_empty() || rules != expected)
            .then(|| format!("before {before:?}; expected {expected:?}, found {after:#?}"))
    }
}

#[test]
fn a_broken_template_fails_the_measure_of_its_rule_and_no_other() {
    let whole = Press::new(&BTreeMap::new());
    let check = || {
        let faults = BREAKS.iter().filter_map(|one| one.fault(&whole).map(|why| (one.what, why)));
        faults.fold(String::new(), |mut wrong, (what, why)| {
            let _ = writeln!(wrong, "{what}: {why}");
            wrong
        })
    };
    let wrong = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, check);
        thread.expect("a thread can be started").join().expect("measuring does not panic")
    });
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Rules that no template can break: typefaces come from the engine, the marks of a single
/// addressee from the directive.
const BEYOND_TEMPLATES: [u16; 3] = [9, 75, 168];

#[test]
fn every_measure_has_failed_once() {
    let broken: BTreeSet<u16> =
        BREAKS.iter().flat_map(|one| one.rules).copied().chain(BEYOND_TEMPLATES).collect();
    let measures: BTreeSet<u16> = MEASURES.iter().map(|measure| measure.rule).collect();
    assert_eq!(measures, broken, "left: the measures, right: what is broken");
    let alone = BREAKS.iter().filter(|one| one.rules.len() == 1).flat_map(|one| one.rules);
    assert!(alone.collect::<BTreeSet<_>>().len() >= 50, "most are broken alone");
}
