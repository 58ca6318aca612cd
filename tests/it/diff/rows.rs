//! Rows and figures that were changed at random are told, and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

use proptest::prelude::*;
use vanthu::check::CheckContext;
use vanthu::diagnostic::Report;
use vanthu::diff::change::{Change, Event, Row};
use vanthu::diff::{Document, Reason, Snapshot, compare};
use vanthu::fonts::Fonts;
use vanthu::pipeline;
use vanthu::source::Sources;

/// A plan with these rows.
fn plan(rows: &[(String, [u32; 2])]) -> String {
    let mut text = "\
kind: ke-hoach
symbol: KH-UBND
subject: Giao chỉ tiêu
targets:
  chi-tieu:
    title: Chỉ tiêu
    row_header: Xã
    columns:
      - {id: a, header: Năm trước}
      - {id: b, header: Năm nay}
      - {id: tang, header: Tăng, formula: b - a}
    rows:
"
    .to_owned();
    for (name, [a, b]) in rows {
        let _ = writeln!(text, "      {name}: [{a}, {b}]");
    }
    text + "    total: {label: Tổng}\nbody: |\n  Tăng {{ chi_tieu.total.tang }} theo {{ appendix(\"chi-tieu\") }}./.\n"
}

static FONTS: LazyLock<Fonts> =
    LazyLock::new(|| Fonts::new(Vec::new(), None).expect("the fonts of the program"));

fn look(text: &str) -> Snapshot {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let source = sources.add("data/a.yaml", text);
    let around = CheckContext::of(FONTS.coverage());
    let partly = pipeline::partly(&mut sources, source, &|_| Ok(None), &around, &mut report);
    let partly = partly.expect("nothing is read");
    assert!(partly.tables.is_some(), "{text}");
    Snapshot {
        path: "data/a.yaml".to_owned(),
        directive: partly.directive,
        tables: partly.tables,
        printed: None,
        typst: None,
        findings: Vec::new(),
    }
}

fn compared(before: &str, after: &str) -> Option<Document> {
    let looks = |text: &str| BTreeMap::from([("data/a.yaml".to_owned(), look(text))]);
    let reason = Reason { own: true, ..Reason::default() };
    let reasons = BTreeMap::from([("data/a.yaml".to_owned(), reason)]);
    compare(&looks(before), &looks(after), &reasons).pop()
}

fn rows(figures: &[[u32; 2]]) -> Vec<(String, [u32; 2])> {
    figures.iter().enumerate().map(|(at, figures)| (name(at), *figures)).collect()
}

/// Names that are no slip of the hand away from each other.
fn name(at: usize) -> String {
    [
        "Xã Tân Phú",
        "Phường Mỹ Hòa",
        "Thị trấn Gành Hào",
        "Xã Long Điền Đông",
        "Xã Ia Grai",
        "Phường Quyết Thắng",
    ][at]
        .to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_table_compared_with_itself_is_no_change(
        figures in prop::collection::vec([1_u32..9_999, 1_u32..9_999], 1..6),
    ) {
        let text = plan(&rows(&figures));
        let document = compared(&text, &text).expect("one document");
        prop_assert_eq!((document.authored, document.follows), (Vec::new(), Vec::new()));
    }

    #[test]
    fn every_changed_input_is_told_once_and_what_follows_is_not_the_authors(
        figures in prop::collection::vec([1_u32..9_999, 1_u32..9_999], 6),
        changed in prop::collection::btree_set((0_usize..6, 0_usize..2), 0..6),
    ) {
        let before = rows(&figures);
        let mut after = before.clone();
        for (row, column) in &changed {
            after[*row].1[*column] += 10_000;
        }
        let document = compared(&plan(&before), &plan(&after)).expect("one document");
        let told: BTreeSet<(String, String)> = document.authored.iter().map(|change| match change {
            Change::Figure(figure) => (figure.row.clone(), figure.column.clone()),
            other => panic!("{other:?}"),
        }).collect();
        let columns = ["Năm trước", "Năm nay"];
        let wanted: BTreeSet<(String, String)> = changed.iter()
            .map(|(row, column)| (name(*row), columns[*column].to_owned())).collect();
        prop_assert_eq!(told.len(), document.authored.len());
        prop_assert_eq!(told, wanted);
        let is_of_author = |change: &Change| matches!(change, Change::Figure(figure)
            if figure.made_by == vanthu::diff::change::MadeBy::Input);
        prop_assert!(!document.follows.iter().any(is_of_author));
    }

    #[test]
    fn rows_in_another_order_are_moved_rows_and_as_few_as_can_be(
        figures in prop::collection::vec([1_u32..9_999, 1_u32..9_999], 6),
        order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let before = rows(&figures);
        let after: Vec<_> = order.iter().map(|at| before[*at].clone()).collect();
        let document = compared(&plan(&before), &plan(&after)).expect("one document");
        let mut moved = BTreeSet::new();
        for change in &document.authored {
            match change {
                Change::Row(row) if matches!(row.event, Event::Moved { .. }) => {
                    moved.insert(row.row.clone());
                }
                Change::Row(Row { event: Event::Reordered { moved: all }, .. }) => {
                    moved.extend(all.iter().cloned());
                    prop_assert_eq!(document.authored.len(), 1);
                }
                other => panic!("{other:?}"),
            }
        }
        prop_assert!(moved.len() <= 3 || document.authored.len() == 1);
        // Those that did not move stand in their former order, and no more of them could.
        let stayed: Vec<usize> =
            order.iter().copied().filter(|at| !moved.contains(&name(*at))).collect();
        prop_assert!(stayed.is_sorted());
        let longest = (0_u32..1 << 6)
            .filter(|set| {
                let kept = order.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                kept.map(|(_, row)| *row).collect::<Vec<_>>().is_sorted()
            })
            .map(u32::count_ones).max().unwrap_or_default();
        prop_assert_eq!(stayed.len(), longest as usize);
        prop_assert!(document.follows.is_empty());
    }
}

/// What is told of the rows, each in a few words.
fn told(before: &[(&str, [u32; 2])], after: &[(&str, [u32; 2])]) -> Vec<String> {
    let owned = |rows: &[(&str, [u32; 2])]| -> Vec<(String, [u32; 2])> {
        rows.iter().map(|(name, figures)| ((*name).to_owned(), *figures)).collect()
    };
    let document = compared(&plan(&owned(before)), &plan(&owned(after))).expect("one document");
    let words = |change: &Change| match change {
        Change::Row(row) => match &row.event {
            Event::Added => format!("+{}", row.row),
            Event::Removed => format!("-{}", row.row),
            Event::Renamed { from } => format!("{from}={}", row.row),
            Event::Moved { .. } | Event::MovedTo { .. } => format!("~{}", row.row),
            Event::Reordered { moved } => format!("~{}", moved.join("~")),
        },
        Change::Figure(figure) => format!("{}.{}", figure.row, figure.column),
        other => panic!("{other:?}"),
    };
    document.authored.iter().map(words).collect()
}

#[test]
fn a_row_is_renamed_when_its_figures_are_the_same_or_its_name_is_near() {
    let before = [("Xã Tân Phú", [1, 2]), ("Xã Mỹ Hòa", [3, 4]), ("Xã Ia Grai", [5, 6])];
    // The same figures under a quite other name.
    let other = [("Xã Tân Phú", [1, 2]), ("Phường Quyết Thắng", [3, 4]), ("Xã Ia Grai", [5, 6])];
    assert_eq!(told(&before, &other), ["Xã Mỹ Hòa=Phường Quyết Thắng"]);
    // Other figures under a near name at the same place.
    let near = [("Xã Tân Phú", [1, 2]), ("Xã Mĩ Hoà", [7, 8]), ("Xã Ia Grai", [5, 6])];
    assert_eq!(
        told(&before, &near),
        ["Xã Mỹ Hòa=Xã Mĩ Hoà", "Xã Mĩ Hoà.Năm trước", "Xã Mĩ Hoà.Năm nay"]
    );
    // Nothing in common: one is gone, one is new.
    let new = [("Xã Tân Phú", [1, 2]), ("Phường Quyết Thắng", [7, 8]), ("Xã Ia Grai", [5, 6])];
    assert_eq!(told(&before, &new), ["+Phường Quyết Thắng", "-Xã Mỹ Hòa"]);
    // Half of the figures at the same place.
    let half = [("Xã Tân Phú", [1, 2]), ("Phường Quyết Thắng", [3, 9]), ("Xã Ia Grai", [5, 6])];
    assert_eq!(
        told(&before, &half),
        ["Xã Mỹ Hòa=Phường Quyết Thắng", "Phường Quyết Thắng.Năm nay"]
    );
}

#[test]
fn a_table_sorted_in_another_way_is_one_change_behind_the_changed_figures() {
    let before = [
        ("Xã A", [1, 20]),
        ("Xã B", [3, 40]),
        ("Xã C", [5, 60]),
        ("Xã D", [7, 80]),
        ("Xã E", [9, 100]),
    ];
    let mut after = before;
    after.reverse();
    assert_eq!(told(&before, &after), ["~Xã D~Xã C~Xã B~Xã A"]);
    after[0].1[0] = 10;
    assert_eq!(told(&before, &after), ["Xã E.Năm trước", "~Xã D~Xã C~Xã B~Xã A"]);
}
