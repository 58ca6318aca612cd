//! The codes of findings, but for those of rules, which stand in `check/rules`.
//!
//! Codes are for ever: none is used again for another thing.

use crate::diagnostic::{Code, Severity};

macro_rules! codes {
    ($($constant:ident = $id:literal $name:literal $severity:ident, $doc:literal, $vi:literal;)*) => {
        $(
            #[doc = $doc]
            pub static $constant: Code =
                Code { id: $id, name: $name, severity: Severity::$severity };
        )*
        /// All of them, in the order of their ids.
        pub static ALL: &[&Code] = &[$(&$constant),*];

        /// All of them, each with what it means, in English and in Vietnamese.
        pub static MEANINGS: &[(&Code, &str, &str)] = &[$((&$constant, $doc, $vi)),*];
    };
}

codes! {
    CANNOT_ISSUE = "I001" "cannot-issue" Error, "A document that cannot be issued as asked.", "Văn bản chưa ban hành được như yêu cầu.";
    BAD_RECORD = "I002" "bad-record" Error, "An entry of the record of issued documents that cannot be used.", "Mục trong sổ văn bản đã ban hành không dùng được.";
    NUMBER_ORDER = "I003" "number-order" Warning, "An issued document with a higher number and an earlier day than another one.", "Văn bản đã ban hành có số lớn hơn mà ngày sớm hơn văn bản khác.";
    NUMBER_GAP = "I004" "number-gap" Info, "Numbers of a year that no issued document has.", "Số trong năm không có văn bản nào.";
    BAD_VALUE = "N001" "bad-value" Error, "A value that is none of those known.", "Giá trị không phải một trong những giá trị đã biết.";
    BAD_DATE = "N002" "bad-date" Error, "A date that is not one, or not written as one.", "Không phải ngày tháng, hoặc viết không đúng cách.";
    BAD_NUMBER = "N003" "bad-document-number" Error, "A document number that is not a whole number from 1.", "Số văn bản không phải số nguyên từ 1.";
    UNPRINTABLE_TEXT = "N004" "unprintable-text" Error, "A text with characters that cannot be printed.", "Chữ có ký tự không in được.";
    EMPTY_TEXT = "N005" "empty-text" Error, "A text that must say something is empty.", "Chỗ phải có chữ mà để trống.";
    TEXT_TOO_LONG = "N006" "text-too-long" Error, "A text is longer than any document has.", "Chữ dài quá mức một văn bản cần.";
    BAD_FIGURE = "N007" "bad-figure" Error, "A figure that is not a number, or can be read two ways.", "Không phải số, hoặc đọc được hai cách.";
    BAD_COLUMN = "N008" "bad-column" Error, "A column that contradicts itself or another one.", "Cột tự trái mình hoặc trái với cột khác.";
    BAD_ROW = "N009" "bad-row" Error, "A row that does not fit its table.", "Dòng không khớp với bảng.";
    BAD_FORMULA = "N010" "bad-formula" Error, "A formula that cannot be read or computed.", "Công thức không đọc hoặc không tính được.";
    UNKNOWN_REFERENCE = "N011" "unknown-reference" Error, "A `{{ … }}` that points to nothing.", "`{{ … }}` không chỉ đến đâu.";
    UNSUPPORTED_MARKDOWN = "N012" "unsupported-markdown" Error, "Something in the body that an administrative document does not have.", "Nội dung có thứ mà văn bản hành chính không có.";
    BAD_ACCEPT = "N013" "bad-accept" Error, "An `accept`, or a line of `rules`, that names no rule.", "`accept` hoặc `rules` gọi một quy tắc không có.";
    BAD_ID = "N014" "bad-id" Error, "A name that cannot be a name.", "Tên không dùng làm tên được.";
    BAD_TABLE_FILE = "N015" "bad-table-file" Error, "A file of rows that cannot be used.", "Tệp số liệu không dùng được.";
    BAD_ALLOCATION = "N016" "bad-allocation" Error, "An amount that cannot be spread as asked.", "Số không chia được như yêu cầu.";
    BAD_SIGNATORIES = "N017" "bad-signatories" Error, "Those who sign side by side are not two.", "Hai người ký cạnh nhau nhưng không phải hai người.";
    KEY_NOT_FOR_KIND = "N018" "key-not-for-kind" Error, "A key that this kind of document has no use for.", "Khóa mà loại văn bản này không dùng.";
    UNKNOWN_ENTRY = "N019" "unknown-entry" Error, "An id that no entry of the catalog has.", "Mã không có trong danh mục.";
    BAD_ENTRY = "N020" "bad-entry" Error, "An entry of the catalog that cannot be used.", "Mục trong danh mục không dùng được.";
    TABLE_FILE_NOTE = "N021" "table-file-note" Info, "What of a file of rows is no row of the table.", "Những gì trong tệp số liệu không phải là dòng của bảng.";
    PERHAPS_GROUP = "N022" "row-without-figures" Warning, "A row of a file without any figure, which may be the name of a group.", "Dòng trong tệp không có số nào, có thể là tên nhóm.";
    BAD_APPENDIX = "N023" "bad-appendix" Error, "An entry of `appendices` that contradicts another one.", "Mục trong `appendices` trái với mục khác.";
    BAD_COPIES = "N024" "bad-copies" Error, "Copies that cannot be made as asked.", "Không làm được các bản gửi như yêu cầu.";
    COPY_LACKS = "N025" "copy-lacks" Error, "A copy that lacks something it has to say.", "Bản gửi thiếu nội dung phải có.";
    BAD_NOTE = "N026" "bad-footnote" Error, "A footnote that is not both named in the text and written, once each.", "Chú thích không vừa được gọi trong nội dung vừa có lời, mỗi thứ một lần.";
    FRACTIONS = "N027" "fractions-of-percent" Warning, "A column of percentages of a file whose figures are all below 1.", "Cột phần trăm trong tệp có mọi số đều nhỏ hơn 1.";
    WORDS_IN_SUM = "N030" "words-in-sum" Warning, "Words in a row of sums or of a group, which are not printed.", "Chữ ở dòng cộng hoặc dòng nhóm, không được in.";
    BAD_SOURCE = "N031" "bad-source" Error, "A document to be copied, or attached, that cannot be used.", "Văn bản cần sao hoặc gửi kèm không dùng được.";
    BAD_CERTIFIED_COPY = "N032" "bad-certified-copy" Error, "A certified copy that the decree does not allow.", "Bản sao mà Nghị định không cho phép.";
    SOURCE_PAPER = "N033" "source-paper" Warning, "A page to be copied that is not A4.", "Trang cần sao không phải khổ A4.";
    SOURCE_SCAN = "N034" "source-scan" Warning, "A scan for an electronic copy that is too coarse, or not in colour.", "Bản quét để sao y điện tử chưa đủ nét hoặc không có màu.";
    KIND_NOT_OF_RULES = "N040" "kind-not-of-rules" Error, "A kind of document that its rules do not know.", "Loại văn bản không có trong bộ quy tắc đã chọn.";
    BAD_ATTACHMENT = "N050" "bad-attachment" Error, "Files that cannot be inside the PDF as asked.", "Không đính kèm được tệp vào PDF như yêu cầu.";
    TYPST_ERROR = "P001" "typst-error" Error, "Typst refuses the text made from a template.", "Typst không nhận phần do mẫu tạo ra.";
    UNKNOWN_FONT = "P002" "unknown-font" Error, "A typeface that is not there.", "Kiểu chữ không có.";
    NOT_CONVERGED = "P003" "not-converged" Error, "The layout does not come to rest.", "Dàn trang không dừng được.";
    PDF_STANDARD = "P004" "pdf-standard" Error, "The document cannot be written as the standard of PDF asks.", "Văn bản không ghi được theo chuẩn PDF đã chọn.";
    TOO_SLOW = "P005" "too-slow" Error, "A document that takes more time than it may.", "Văn bản dựng lâu quá thời gian cho phép.";
    TOO_MUCH_MEMORY = "P006" "too-much-memory" Error, "A document that takes more memory than it may.", "Văn bản dùng quá bộ nhớ cho phép.";
    CRASHED = "P007" "crashed" Error, "A document on which the program that set it broke down.", "Chương trình dựng văn bản bị hỏng giữa chừng.";
    TYPST_WARNING = "P009" "typst-warning" Warning, "Typst warns about the text made from a template.", "Typst cảnh báo về phần do mẫu tạo ra.";
    PAGE_TEXT = "P010" "page-text" Error, "The pages do not say what the document must say.", "Chữ trên trang không đúng với văn bản.";
    PAGE_OVERLAP = "P011" "page-overlap" Error, "Two texts touch or cover each other on the page.", "Hai chỗ chữ chạm hoặc đè lên nhau trên trang.";
    PAGE_OVERFLOW = "P012" "page-overflow" Error, "A text reaches out of its cell, of the margins or off the page.", "Chữ tràn ra ngoài ô, ra lề hoặc ra khỏi trang.";
    EMPTY_PAGE = "P013" "empty-page" Error, "A page with nothing on it, or with the head of an appendix alone.", "Trang trống, hoặc trang chỉ có phần đầu của phụ lục.";
    TABLE_TOO_WIDE = "P014" "table-too-wide" Error, "A table whose words have no room in its columns.", "Bảng quá rộng, chữ không đủ chỗ trong các cột.";
    PDF_DIFFERS = "P015" "pdf-differs" Error, "A PDF that does not say what the sources inside it give.", "Tệp PDF không đúng với tệp nguồn bên trong nó.";
    TEMPLATE_ERROR = "T001" "template-error" Error, "A template of the project cannot be used.", "Mẫu của dự án không dùng được.";
    YAML_SYNTAX = "Y001" "yaml-syntax" Error, "The text is not YAML.", "Tệp không phải YAML.";
    EMPTY_FILE = "Y002" "empty-file" Error, "The file says nothing.", "Tệp không có gì.";
    UNKNOWN_KEY = "Y003" "unknown-key" Error, "A key that is none of those known.", "Khóa không phải một trong những khóa đã biết.";
    MISSING_KEY = "Y004" "missing-key" Error, "A key that must be there is not.", "Thiếu khóa bắt buộc.";
    WRONG_TYPE = "Y005" "wrong-type" Error, "A value of another shape than expected.", "Giá trị có dạng khác với dạng cần có.";
    DUPLICATE_KEY = "Y006" "duplicate-key" Error, "A key, or a row, written twice.", "Khóa hoặc dòng viết hai lần.";
    TAB_INDENTATION = "Y007" "tab-indentation" Error, "A tab where YAML allows only spaces.", "Dấu tab ở chỗ YAML chỉ cho dấu cách.";
    TOO_LARGE = "Y008" "too-large" Error, "More than a directive can need.", "Nhiều hơn mức một văn bản cần.";
    NOT_UTF8 = "Y009" "not-utf8" Error, "The file is not UTF-8.", "Tệp không phải UTF-8.";
    BYTE_ORDER_MARK = "Y010" "byte-order-mark" Error, "The file begins with a byte-order mark.", "Tệp bắt đầu bằng dấu thứ tự byte (BOM).";
    ANCHOR = "Y011" "anchor" Error, "An anchor, alias, tag or merge key.", "Neo, bí danh, thẻ hoặc khóa gộp.";
    FOLDED_BODY = "Y012" "folded-body" Error, "A body whose lines YAML joins (`body: >`).", "Nội dung viết bằng `body: >`, các dòng bị nối lại.";
    STRAY_FILE = "Y013" "stray-file" Error, "A link out of the project, to nothing or to itself, or a file that is a pipe or a device.", "Liên kết ra ngoài dự án, đến chỗ không có hoặc vòng về chính nó; hoặc tệp là ống dẫn, thiết bị.";
    WRONG_ENCODING = "Y014" "wrong-encoding" Error, "A text that was saved in a wrong encoding.", "Chữ đã bị lưu sai bảng mã.";
    CUT_VALUE = "Y015" "cut-value" Error, "A value that `#` cuts off.", "Giá trị bị dấu `#` cắt mất phần sau.";
    MERGE_CONFLICT = "Y016" "merge-conflict" Error, "Marks of a merge that was not finished.", "Dấu của một lần gộp (git) chưa xong.";
}

/// What follows from the columns and rows of a table: unknown where they could not be read.
pub(crate) static OF_TABLES: &[&Code] =
    &[&BAD_COLUMN, &BAD_ROW, &BAD_FORMULA, &UNKNOWN_REFERENCE, &BAD_ALLOCATION];
