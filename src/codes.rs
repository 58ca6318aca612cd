//! The codes of findings, but for those of rules, which stand in `check/rules`.
//!
//! Codes are for ever: none is used again for another thing.

use crate::diagnostic::{Code, Severity};

macro_rules! codes {
    ($($constant:ident = $id:literal $name:literal $severity:ident, $doc:literal;)*) => {
        $(
            #[doc = $doc]
            pub static $constant: Code =
                Code { id: $id, name: $name, severity: Severity::$severity };
        )*
        /// All of them, in the order of their ids.
        pub static ALL: &[&Code] = &[$(&$constant),*];

        /// All of them, each with what it means.
        pub static MEANINGS: &[(&Code, &str)] = &[$((&$constant, $doc)),*];
    };
}

codes! {
    BAD_VALUE = "N001" "bad-value" Error, "A value that is none of those known.";
    BAD_DATE = "N002" "bad-date" Error, "A date that is not one, or not written as one.";
    BAD_NUMBER = "N003" "bad-document-number" Error, "A document number that is not a whole number from 1.";
    UNPRINTABLE_TEXT = "N004" "unprintable-text" Error, "A text with characters that cannot be printed.";
    EMPTY_TEXT = "N005" "empty-text" Error, "A text that must say something is empty.";
    TEXT_TOO_LONG = "N006" "text-too-long" Error, "A text is longer than any document has.";
    BAD_FIGURE = "N007" "bad-figure" Error, "A figure that is not a number, or can be read two ways.";
    BAD_COLUMN = "N008" "bad-column" Error, "A column that contradicts itself or another one.";
    BAD_ROW = "N009" "bad-row" Error, "A row that does not fit its table.";
    BAD_FORMULA = "N010" "bad-formula" Error, "A formula that cannot be read or computed.";
    UNKNOWN_REFERENCE = "N011" "unknown-reference" Error, "A `{{ … }}` that points to nothing.";
    UNSUPPORTED_MARKDOWN = "N012" "unsupported-markdown" Error, "Something in the body that an administrative document does not have.";
    BAD_ACCEPT = "N013" "bad-accept" Error, "An `accept` that names no finding.";
    BAD_ID = "N014" "bad-id" Error, "A name that cannot be a name.";
    BAD_TABLE_FILE = "N015" "bad-table-file" Error, "A file of rows that cannot be used.";
    BAD_ALLOCATION = "N016" "bad-allocation" Error, "An amount that cannot be spread as asked.";
    TYPST_ERROR = "P001" "typst-error" Error, "Typst refuses the text made from a template.";
    UNKNOWN_FONT = "P002" "unknown-font" Error, "A typeface that is not there.";
    NOT_CONVERGED = "P003" "not-converged" Error, "The layout does not come to rest.";
    PDF_STANDARD = "P004" "pdf-standard" Error, "The document cannot be written as PDF/A.";
    TOO_SLOW = "P005" "too-slow" Error, "A document that takes more time than it may.";
    TOO_MUCH_MEMORY = "P006" "too-much-memory" Error, "A document that takes more memory than it may.";
    CRASHED = "P007" "crashed" Error, "A document on which the program that set it broke down.";
    TYPST_WARNING = "P009" "typst-warning" Warning, "Typst warns about the text made from a template.";
    TEMPLATE_ERROR = "T001" "template-error" Error, "A template of the project cannot be used.";
    YAML_SYNTAX = "Y001" "yaml-syntax" Error, "The text is not YAML.";
    EMPTY_FILE = "Y002" "empty-file" Error, "The file says nothing.";
    UNKNOWN_KEY = "Y003" "unknown-key" Error, "A key that is none of those known.";
    MISSING_KEY = "Y004" "missing-key" Error, "A key that must be there is not.";
    WRONG_TYPE = "Y005" "wrong-type" Error, "A value of another shape than expected.";
    DUPLICATE_KEY = "Y006" "duplicate-key" Error, "A key, or a row, written twice.";
    TAB_INDENTATION = "Y007" "tab-indentation" Error, "A tab where YAML allows only spaces.";
    TOO_LARGE = "Y008" "too-large" Error, "More than a directive can need.";
    NOT_UTF8 = "Y009" "not-utf8" Error, "The file is not UTF-8.";
    BYTE_ORDER_MARK = "Y010" "byte-order-mark" Error, "The file begins with a byte-order mark.";
    ANCHOR = "Y011" "anchor" Error, "An anchor, alias, tag or merge key.";
}
