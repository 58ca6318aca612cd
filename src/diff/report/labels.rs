//! What properties of tables and fields of documents are called.

use crate::diff::change::{FieldName, PropertyName};

pub(super) fn property_id(property: PropertyName) -> &'static str {
    match property {
        PropertyName::Title => "diff-property-title",
        PropertyName::Unit => "diff-property-unit",
        PropertyName::RowHeader => "diff-property-row-header",
        PropertyName::IndexHeader => "diff-property-index-header",
        PropertyName::Numbered => "diff-property-numbered",
        PropertyName::Orientation => "diff-property-orientation",
        PropertyName::Paper => "diff-property-paper",
        PropertyName::SplitColumns => "diff-property-split-columns",
        PropertyName::TableSize => "diff-property-table-size",
        PropertyName::TotalLabel => "diff-property-total-label",
        PropertyName::TotalPlace => "diff-property-total-place",
        PropertyName::Header => "diff-property-header",
        PropertyName::ColumnUnit => "diff-property-column-unit",
        PropertyName::Type => "diff-property-type",
        PropertyName::Formula => "diff-property-formula",
        PropertyName::TotalRule => "diff-property-total-rule",
        PropertyName::Hidden => "diff-property-hidden",
        PropertyName::Working => "diff-property-working",
        PropertyName::Declared => "diff-property-declared",
    }
}

pub(super) fn field_id(field: FieldName) -> &'static str {
    match field {
        FieldName::Kind => "diff-field-kind",
        FieldName::Status => "diff-field-status",
        FieldName::Number => "diff-field-number",
        FieldName::Symbol => "diff-field-symbol",
        FieldName::Place => "diff-field-place",
        FieldName::Date => "diff-field-date",
        FieldName::Subject => "diff-field-subject",
        FieldName::Urgency => "diff-field-urgency",
        FieldName::Circulation => "diff-field-circulation",
        FieldName::Parent => "diff-field-parent",
        FieldName::Issuer => "diff-field-issuer",
        FieldName::CitedAs => "diff-field-cited-as",
        FieldName::Authority => "diff-field-authority",
        FieldName::Contact => "diff-field-contact",
        FieldName::FileNote => "diff-field-file-note",
        FieldName::SignedFor => "diff-field-signed-for",
        FieldName::SignedAs => "diff-field-signed-as",
        FieldName::Office => "diff-field-office",
        FieldName::SignedBy => "diff-field-signed-by",
        FieldName::EnactedKind => "diff-field-enacted-kind",
        FieldName::EnactedSubject => "diff-field-enacted-subject",
        FieldName::AppendixTitle => "diff-field-appendix-title",
        FieldName::AppendixSigned => "diff-field-appendix-signed",
    }
}
