//! The administrative units of Vietnam before and since 01/7/2025, from `units.txt`, which
//! `tools/units.py` makes of the table of the National Statistics Office.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::{Date, date};

/// The day from which there are two levels of government.
pub(super) const TWO_LEVELS: Date = date(2025, 7, 1);

/// A unit that has one name, at some time.
#[derive(Debug)]
pub(super) struct Unit {
    /// The province before 01/7/2025, by its name alone.
    pub(super) old_province: &'static str,
    /// The province now.
    pub(super) province: usize,
    /// The district it belonged to, with its kind; empty for districts, provinces and units of now.
    pub(super) district: &'static str,
    /// The first day of it, where that is known.
    pub(super) from: Option<Date>,
    /// The first day without it.
    pub(super) ended: Option<Date>,
    /// What took its place: communes, or the province where there are none.
    pub(super) into: Vec<usize>,
}

impl Unit {
    /// Whether it is there on `day`.
    pub(super) fn is_there(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.ended.is_none_or(|ended| day < ended)
    }
}

/// A commune of now.
#[derive(Debug)]
pub(super) struct Commune {
    name: &'static str,
    kind: &'static str,
    pub(super) province: usize,
    /// The day from which it is a phường.
    ward_from: Option<Date>,
}

/// A province of now.
#[derive(Debug)]
struct Province {
    name: &'static str,
    kind: &'static str,
    /// The day from which it is a city.
    city_from: Option<Date>,
}

/// All units.
#[derive(Debug, Default)]
pub(super) struct Registry {
    provinces: Vec<Province>,
    communes: Vec<Commune>,
    /// By their folded names.
    units: HashMap<String, Vec<Unit>>,
}

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| read(include_str!("units.txt")));

/// All units; read when it is first asked for.
pub(super) fn registry() -> &'static Registry {
    &REGISTRY
}

impl Registry {
    /// The units that have this name with its kind, at any time.
    pub(super) fn named(&self, folded: &str) -> &[Unit] {
        self.units.get(folded).map_or(&[], Vec::as_slice)
    }

    /// A province as it is called on `day`.
    pub(super) fn province(&self, index: usize, day: Date) -> String {
        let province = &self.provinces[index];
        let is_city = province.city_from.is_some_and(|from| from <= day);
        let kind = if is_city { "thành phố" } else { province.kind };
        // Its noun has a capital by itself (Phụ lục II, III.1c).
        let kind = if province.name == "Hồ Chí Minh" { "Thành phố" } else { kind };
        format!("{kind} {}", province.name)
    }

    /// A commune as it is called on `day`, without its province.
    pub(super) fn commune(&self, index: usize, day: Date) -> String {
        let commune = &self.communes[index];
        let is_ward = commune.ward_from.is_some_and(|from| from <= day);
        format!("{} {}", if is_ward { "phường" } else { commune.kind }, commune.name)
    }

    fn add(&mut self, kind: &str, name: &str, unit: Unit) {
        self.units.entry(folded(&format!("{kind} {name}"))).or_default().push(unit);
    }
}

/// `text` in small letters, with its tones in one place (`hoà` as `hòa`) and `-` without spaces.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        match sign {
            '–' => folded.push('-'),
            '’' => folded.push('\''),
            sign => folded.push(sign),
        }
    }
    if folded.contains('-') {
        folded = folded.replace(" - ", "-").replace("- ", "-").replace(" -", "-");
    }
    for (new, old) in TONES {
        if let Some(at) = folded.find(new)
            && !folded[at + new.len()..].starts_with(char::is_alphabetic)
        {
            folded.replace_range(at..at + new.len(), old);
        }
    }
    folded
}

/// Where the new placement of tones differs from the old one.
const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// What is open while the lines are read.
struct Open {
    province: usize,
    /// The first of its communes.
    first: usize,
    old_province: &'static str,
    district: &'static str,
}

fn read(text: &'static str) -> Registry {
    let mut registry = Registry::default();
    let mut open = Open { province: 0, first: 0, old_province: "", district: "" };
    for line in text.lines() {
        let Some((sign, rest)) = line.split_once(' ') else { continue };
        match sign {
            "#" => {}
            "+" => {
                let (kind, name) = kind_and_name(rest);
                (open.province, open.first) = (registry.provinces.len(), registry.communes.len());
                registry.provinces.push(Province { name, kind, city_from: None });
            }
            "=" => {
                let (kind, name) = kind_and_name(rest);
                (open.old_province, open.district) = (name, "");
                let is_same = registry.provinces[open.province].name == name;
                let ended = (!is_same).then_some(TWO_LEVELS);
                registry.add(kind, name, unit(&open, None, ended));
            }
            "-" => {
                open.district = rest;
                let (kind, name) = kind_and_name(rest);
                let unit = Unit { district: "", ..unit(&open, None, Some(TWO_LEVELS)) };
                registry.add(kind, name, unit);
            }
            "~" => ended_before(rest, &mut registry),
            "!" => city(rest, &mut registry),
            kind => commune(kind, rest, &open, &mut registry),
        }
    }
    registry
}

fn unit(open: &Open, from: Option<Date>, ended: Option<Date>) -> Unit {
    let Open { old_province, province, district, .. } = *open;
    Unit { old_province, province, district, from, ended, into: Vec::new() }
}

/// `p Ba Đình: p Trúc Bạch, p Quán Thánh`
fn commune(kind: &'static str, rest: &'static str, open: &Open, registry: &mut Registry) {
    let Some((name, parts)) = rest.split_once(':') else { return };
    let kind = kind_of(kind);
    // Parts of several districts stand on several lines.
    let known = registry.communes[open.first..]
        .iter()
        .rposition(|it| it.name == name && it.kind == kind)
        .map(|at| open.first + at);
    let into = known.unwrap_or_else(|| {
        let province = open.province;
        registry.communes.push(Commune { name, kind, province, ward_from: None });
        let now = Unit { district: "", ..unit(open, Some(TWO_LEVELS), None) };
        registry.add(kind, name, now);
        registry.communes.len() - 1
    });
    for part in parts.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let Some((kind, name)) = part.split_once(' ') else { continue };
        let key = folded(&format!("{} {name}", kind_of(kind)));
        let units = registry.units.entry(key).or_default();
        let same = |it: &&mut Unit| {
            it.district == open.district
                && it.old_province == open.old_province
                && it.from.is_none()
        };
        if let Some(unit) = units.iter_mut().find(same) {
            unit.into.push(into);
        } else {
            let old = unit(open, None, Some(TWO_LEVELS));
            units.push(Unit { into: vec![into], ..old });
        }
    }
    let district = registry.units.get_mut(&folded(open.district));
    let of_province = |it: &&mut Unit| it.old_province == open.old_province;
    let district = district.and_then(|units| units.iter_mut().find(of_province));
    district.filter(|it| !it.into.contains(&into)).into_iter().for_each(|it| it.into.push(into));
}

/// `2025-01-01 tỉnh Thừa Thiên Huế: thành phố Huế`
fn ended_before(rest: &'static str, registry: &mut Registry) {
    let Some((day, (old, now))) = rest
        .split_once(' ')
        .and_then(|(day, rest)| Some((day.parse().ok()?, rest.split_once(": ")?)))
    else {
        return;
    };
    let (kind, name) = kind_and_name(old);
    let now = kind_and_name(now).1;
    let province = registry.provinces.iter().position(|it| it.name == now).unwrap_or(0);
    let open = Open { province, first: 0, old_province: name, district: "" };
    registry.add(kind, name, unit(&open, None, Some(day)));
}

/// `2026-04-30 Đồng Nai: Lộc Ninh, Tân Khai`
fn city(rest: &'static str, registry: &mut Registry) {
    let Some((day, (name, wards))) = rest
        .split_once(' ')
        .and_then(|(day, rest)| Some((day.parse::<Date>().ok()?, rest.split_once(':')?)))
    else {
        return;
    };
    let Some(province) = registry.provinces.iter().position(|it| it.name == name) else { return };
    registry.provinces[province].city_from = Some(day);
    let open = Open { province, first: 0, old_province: name, district: "" };
    let until = |units: Option<&mut Vec<Unit>>, is_meant: &dyn Fn(&Unit) -> bool| {
        let meant = units.into_iter().flatten().filter(|it| it.ended.is_none() && is_meant(it));
        meant.for_each(|it| it.ended = Some(day));
    };
    until(registry.units.get_mut(&folded(&format!("tỉnh {name}"))), &|_| true);
    registry.add("thành phố", name, unit(&open, Some(day), None));
    for ward in wards.split(',').map(str::trim).filter(|ward| !ward.is_empty()) {
        let commune = registry
            .communes
            .iter()
            .position(|it| it.province == province && it.name == ward && it.kind == "xã");
        let Some(commune) = commune else { continue };
        registry.communes[commune].ward_from = Some(day);
        let before = registry.units.get_mut(&folded(&format!("xã {ward}")));
        for unit in before.into_iter().flatten() {
            if unit.province == province && unit.ended.is_none() {
                unit.ended = Some(day);
                unit.into = vec![commune];
            }
        }
        registry.add("phường", ward, unit(&open, Some(day), None));
    }
}

/// `huyện Nam Sách` in two.
fn kind_and_name(text: &'static str) -> (&'static str, &'static str) {
    let kinds = ["thành phố ", "tỉnh ", "huyện ", "quận ", "thị xã "];
    let kind = kinds.into_iter().find(|kind| text.starts_with(kind)).unwrap_or_default();
    (kind.trim_end(), &text[kind.len()..])
}

fn kind_of(letter: &str) -> &'static str {
    match letter {
        "p" => "phường",
        "t" => "thị trấn",
        "k" => "đặc khu",
        _ => "xã",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_units_as_the_resolutions_say() {
        let all = registry();
        assert_eq!(all.provinces.len(), 34);
        let count = |kind: &str| all.communes.iter().filter(|it| it.kind == kind).count();
        assert_eq!((count("phường"), count("xã"), count("đặc khu")), (687, 2_621, 13));
        let wards = all.communes.iter().filter(|it| it.ward_from.is_some()).count();
        assert_eq!(wards, 22);
        let ended = all.units.values().flatten().filter(|it| it.ended == Some(TWO_LEVELS));
        let provinces = ended.clone().filter(|it| it.into.is_empty()).count();
        assert_eq!(provinces, 29);
        let districts = ended.filter(|it| it.district.is_empty() && !it.into.is_empty()).count();
        assert_eq!(districts, 696);
    }

    #[test]
    fn names_are_found_however_their_tones_are_placed() {
        for name in ["huyện Hoà Vang", "HUYỆN HÒA VANG", "xã Thuỵ Hương", "Thị xã Khoái"]
        {
            assert_eq!(folded(name), folded(&name.to_uppercase()), "{name}");
        }
        assert_eq!(folded("tỉnh Bà Rịa-Vũng Tàu"), folded("Tỉnh Bà Rịa – Vũng Tàu"));
        assert_eq!(folded("huyện Hoà Vang"), folded("huyện Hòa Vang"));
        assert_eq!(folded("xã Hoàn Long"), "xã hoàn long");
    }
}
