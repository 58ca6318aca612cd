//! The table of rules, in the order of their codes. One rule, one file.

pub mod abbreviated_issuer;
pub mod abbreviated_place;
pub mod abolished_unit;
pub mod academic_title;
pub mod act_of_ended_body;
pub mod addressee_order;
pub mod agency_name_case;
pub mod amount_in_words;
pub mod as_of_article;
pub mod authority_against_signature;
pub mod authority_form;
pub mod award_name_case;
pub mod backward_range;
pub mod basis_order;
pub mod basis_out_of_force;
pub mod basis_punctuation;
pub mod basis_twice;
pub mod blank_in_text;
pub mod blank_when_issued;
pub mod capital_unit;
pub mod citation_against_catalog;
pub mod citation_without_so;
pub mod cited_day_zero;
pub mod cited_differently;
pub mod cited_number_zero;
pub mod cited_part_case;
pub mod collective_without_tm;
pub mod confused_word;
pub mod contradicting_percentage;
pub mod correction_kind;
pub mod count_against_table;
pub mod declared_total;
pub mod decree_without_year;
pub mod delegated_signature;
pub mod deputy_without_prefix;
pub mod document_name_case;
pub mod doubled_word;
pub mod duplicate_recipient;
pub mod duration_against_range;
pub mod enacting_subject;
pub mod end_mark;
pub mod fewer_copies;
pub mod field_length;
pub mod file_line;
pub mod first_recipient;
pub mod idle_accept;
pub mod impossible_day;
pub mod impossible_time;
pub mod incomplete_citation;
pub mod incomplete_symbol;
pub mod issued_changed;
pub mod issuer_against_symbol;
pub mod item_form;
pub mod later_citation;
pub mod law_with_number;
pub mod law_without_date;
pub mod legacy_encoding;
pub mod levels_in_names;
pub mod list_count;
pub mod literal_asterisk;
pub mod look_alike_letter;
pub mod missing_addressee;
pub mod missing_article;
pub mod missing_glyph;
pub mod missing_space;
pub mod mixed_quotes;
pub mod mixed_systems;
pub mod mixed_tone_placement;
pub mod near_figure;
pub mod not_nfc;
pub mod note_mark;
pub mod nothing_attached;
pub mod number_form;
pub mod number_taken;
pub mod numbering_gap;
pub mod other_kind_named;
pub mod other_paper;
pub mod parts_against_whole;
pub mod parts_with_commas;
pub mod party_authority;
pub mod party_end_mark;
pub mod party_symbol;
pub mod past_deadline;
pub mod perhaps_total;
pub mod person_name_case;
pub mod place_against_issuer;
pub mod place_capital;
pub mod place_form;
pub mod place_name_case;
pub mod placeholder_left;
pub mod rate_summed;
pub mod recipient_punctuation;
pub mod row_named_twice;
pub mod sentence_case;
pub mod signature_prefix;
pub mod signer_name_form;
pub mod single_braces;
pub mod spaces_in_symbol;
pub mod stray_space;
pub mod subject_begins_about;
pub mod subject_full_stop;
pub mod subject_repeats_kind;
pub mod sum_in_parentheses;
pub mod sum_named_unit;
pub mod superfluous_parent;
pub mod swapped_digits;
pub mod symbol_against_issuer;
pub mod symbol_against_kind;
pub mod symbol_form;
pub mod symbol_without_unit;
pub mod task_deadline;
pub mod task_lead_and_support;
pub mod task_without_lead;
pub mod time_name_case;
pub mod title_case;
pub mod tm_of_head;
pub mod total_left_blank;
pub mod total_not_printed;
pub mod two_spellings;
pub mod type_against_symbol;
pub mod typed_appendix_number;
pub mod typed_balance;
pub mod typed_enacting_words;
pub mod typed_figure;
pub mod typed_v_v;
pub mod unbreakable_word;
pub mod unclosed_pair;
pub mod undated_party_citation;
pub mod unknown_basis;
pub mod unknown_syllable;
pub mod unknown_task_unit;
pub mod unknown_type_code;
pub mod unlisted_basis;
pub mod unneeded_addressee;
pub mod unprinted_basis;
pub mod unreferenced_appendix;
pub mod untitled_appendix;
pub mod untitled_part;
pub mod wrong_percentage;
pub mod wrong_sum;
pub mod wrong_weekday;
pub mod year_against_symbol;

use super::rule::Rule;

/// Every rule there is.
pub static RULES: &[&Rule] = &[
    &other_paper::RULE,
    &not_nfc::RULE,
    &abbreviated_issuer::RULE,
    &superfluous_parent::RULE,
    &number_taken::RULE,
    &symbol_form::RULE,
    &place_form::RULE,
    &cited_day_zero::RULE,
    &abbreviated_place::RULE,
    &subject_repeats_kind::RULE,
    &typed_v_v::RULE,
    &subject_full_stop::RULE,
    &basis_punctuation::RULE,
    &law_with_number::RULE,
    &incomplete_citation::RULE,
    &numbering_gap::RULE,
    &item_form::RULE,
    &end_mark::RULE,
    &signature_prefix::RULE,
    &deputy_without_prefix::RULE,
    &authority_form::RULE,
    &academic_title::RULE,
    &unneeded_addressee::RULE,
    &recipient_punctuation::RULE,
    &file_line::RULE,
    &first_recipient::RULE,
    &unreferenced_appendix::RULE,
    &typed_appendix_number::RULE,
    &untitled_appendix::RULE,
    &blank_when_issued::RULE,
    &sentence_case::RULE,
    &person_name_case::RULE,
    &capital_unit::RULE,
    &place_name_case::RULE,
    &agency_name_case::RULE,
    &title_case::RULE,
    &document_name_case::RULE,
    &cited_part_case::RULE,
    &time_name_case::RULE,
    &award_name_case::RULE,
    &cited_number_zero::RULE,
    &type_against_symbol::RULE,
    &decree_without_year::RULE,
    &incomplete_symbol::RULE,
    &symbol_without_unit::RULE,
    &unknown_type_code::RULE,
    &undated_party_citation::RULE,
    &mixed_systems::RULE,
    &citation_without_so::RULE,
    &symbol_against_kind::RULE,
    &abolished_unit::RULE,
    &place_capital::RULE,
    &missing_addressee::RULE,
    &parts_with_commas::RULE,
    &tm_of_head::RULE,
    &collective_without_tm::RULE,
    &delegated_signature::RULE,
    &authority_against_signature::RULE,
    &enacting_subject::RULE,
    &fewer_copies::RULE,
    &correction_kind::RULE,
    &field_length::RULE,
    &declared_total::RULE,
    &missing_glyph::RULE,
    &unbreakable_word::RULE,
    &idle_accept::RULE,
    &typed_figure::RULE,
    &near_figure::RULE,
    &later_citation::RULE,
    &duplicate_recipient::RULE,
    &placeholder_left::RULE,
    &look_alike_letter::RULE,
    &stray_space::RULE,
    &mixed_tone_placement::RULE,
    &mixed_quotes::RULE,
    &impossible_day::RULE,
    &past_deadline::RULE,
    &task_without_lead::RULE,
    &wrong_percentage::RULE,
    &wrong_sum::RULE,
    &basis_out_of_force::RULE,
    &basis_twice::RULE,
    &citation_against_catalog::RULE,
    &unlisted_basis::RULE,
    &unprinted_basis::RULE,
    &basis_order::RULE,
    &unknown_basis::RULE,
    &untitled_part::RULE,
    &contradicting_percentage::RULE,
    &issued_changed::RULE,
    &legacy_encoding::RULE,
    &wrong_weekday::RULE,
    &backward_range::RULE,
    &impossible_time::RULE,
    &year_against_symbol::RULE,
    &duration_against_range::RULE,
    &amount_in_words::RULE,
    &number_form::RULE,
    &sum_in_parentheses::RULE,
    &swapped_digits::RULE,
    &list_count::RULE,
    &count_against_table::RULE,
    &unknown_syllable::RULE,
    &doubled_word::RULE,
    &unclosed_pair::RULE,
    &missing_space::RULE,
    &spaces_in_symbol::RULE,
    &two_spellings::RULE,
    &symbol_against_issuer::RULE,
    &issuer_against_symbol::RULE,
    &law_without_date::RULE,
    &cited_differently::RULE,
    &act_of_ended_body::RULE,
    &place_against_issuer::RULE,
    &signer_name_form::RULE,
    &as_of_article::RULE,
    &subject_begins_about::RULE,
    &nothing_attached::RULE,
    &addressee_order::RULE,
    &typed_enacting_words::RULE,
    &single_braces::RULE,
    &literal_asterisk::RULE,
    &parts_against_whole::RULE,
    &row_named_twice::RULE,
    &task_lead_and_support::RULE,
    &task_deadline::RULE,
    &unknown_task_unit::RULE,
    &note_mark::RULE,
    &perhaps_total::RULE,
    &blank_in_text::RULE,
    &party_symbol::RULE,
    &party_authority::RULE,
    &party_end_mark::RULE,
    &other_kind_named::RULE,
    &missing_article::RULE,
    &confused_word::RULE,
    &rate_summed::RULE,
    &levels_in_names::RULE,
    &typed_balance::RULE,
    &total_not_printed::RULE,
    &total_left_blank::RULE,
    &sum_named_unit::RULE,
];

/// Rules that look at words alone: they hold also where other values of the directive could not be
/// read. A rule that concludes from what is missing, or from tables, is none of them.
pub(super) static OF_WORDS: &[&str] = &[
    "abbreviated-issuer",
    "abbreviated-place",
    "academic-title",
    "capital-unit",
    "citation-without-so",
    "cited-day-zero",
    "cited-number-zero",
    "cited-part-case",
    "decree-without-year",
    "duplicate-recipient",
    "impossible-day",
    "incomplete-symbol",
    "law-with-number",
    "look-alike-letter",
    "missing-glyph",
    "mixed-quotes",
    "mixed-systems",
    "mixed-tone-placement",
    "not-nfc",
    "placeholder-left",
    "recipient-punctuation",
    "stray-space",
    "subject-full-stop",
    "type-against-symbol",
    "typed-v-v",
    "undated-party-citation",
    "unknown-type-code",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_words_is_a_rule() {
        for name in OF_WORDS {
            assert!(RULES.iter().any(|rule| rule.code.name == *name), "{name}");
        }
        assert!(OF_WORDS.is_sorted(), "in the order of their names");
    }
}
