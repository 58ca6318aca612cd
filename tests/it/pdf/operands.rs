//! What stands before an operator, as values.

use hayro_syntax::object::{Name, Object};
use hayro_syntax::page::Resources;

use super::Color;
use super::matrix::Matrix;

/// A number; none for other things.
pub(super) fn number(object: &Object<'_>) -> Option<f64> {
    object.clone().into_number().map(|number| number.as_f64())
}

/// Six numbers.
pub(super) fn matrix(parts: &[f64]) -> Matrix {
    Matrix(parts.try_into().expect("a matrix has six numbers"))
}

/// A name.
pub(super) fn name(object: &Object<'_>) -> String {
    object.clone().into_name().expect("a name").as_str().to_owned()
}

/// Left or upper end first.
pub(super) fn ordered(one: (f64, f64), other: (f64, f64)) -> ((f64, f64), (f64, f64)) {
    if other < one { (other, one) } else { (one, other) }
}

/// As many parts as the device has colours.
pub(super) fn color(parts: &[f64]) -> Color {
    match *parts {
        [gray] => Color(gray, gray, gray),
        [red, green, blue] => Color(red, green, blue),
        [c, m, y, k] => Color((1.0 - c) * (1.0 - k), (1.0 - m) * (1.0 - k), (1.0 - y) * (1.0 - k)),
        _ => panic!("a colour of {} parts", parts.len()),
    }
}

/// Only spaces whose parts are gray, or red, green and blue, or the four inks.
pub(super) fn check_color_space(name: &str, resources: &Resources<'_>) {
    if ["DeviceGray", "DeviceRGB", "DeviceCMYK"].contains(&name) {
        return;
    }
    let space = resources.get_color_space(&Name::new_unescaped(name.as_bytes()));
    let kind = space.and_then(Object::into_array).and_then(|parts| parts.iter::<Name<'_>>().next());
    let kind = kind.expect("a colour space has a kind");
    assert!(["ICCBased", "CalGray", "CalRGB"].contains(&kind.as_str()), "{}", kind.as_str());
}
