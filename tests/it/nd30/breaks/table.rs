//! The breaks: a table, and so longer than other files.

use super::super::matrix::{Rows, Sheet, text};
use super::Break;

fn letter() -> Sheet {
    Sheet::new("cong-van")
}

fn plan() -> Sheet {
    Sheet::new("ke-hoach")
}

fn two_pages() -> Sheet {
    plan().with(|sheet| sheet.body = text::paragraphs(14))
}

fn with_appendix() -> Sheet {
    letter().with(|sheet| sheet.tables = vec![Rows::appendix("chi-tieu", 5).portrait()])
}

fn on_its_side() -> Sheet {
    letter().with(|sheet| sheet.tables = vec![Rows::appendix("chi-tieu", 60).landscape()])
}

/// No issuer, no trích yếu as a title, number and date open.
fn nameless() -> Sheet {
    with_appendix().draft().with(|sheet| (sheet.issuer, sheet.place) = (None, None))
}

fn one_line() -> Sheet {
    plan().with(|sheet| sheet.body = "Nghỉ họp tuần này./.\n".into())
}

fn of_sections() -> Sheet {
    plan().with(|sheet| {
        let parts = [text::paragraph(0), "# I. Mục đích".to_owned(), text::paragraph(1)];
        sheet.body = text::ended(&parts.join("\n\n"));
    })
}

fn of_titles() -> Sheet {
    plan().with(|sheet| {
        let parts = ["## 1. Mục đích".to_owned(), text::paragraph(1), text::paragraph(2)];
        sheet.body = text::ended(&parts.join("\n\n"));
    })
}

fn of_points() -> Sheet {
    plan().with(|sheet| {
        let parts = ["### a) Mục đích".to_owned(), text::paragraph(1), text::paragraph(2)];
        sheet.body = text::ended(&parts.join("\n\n"));
    })
}

/// A text that begins with one of its parts.
fn of_part(part: &str) -> Sheet {
    let parts = [part.to_owned(), text::paragraph(1), text::paragraph(2)];
    Sheet::new("quy-che").with(|sheet| sheet.body = text::ended(&parts.join("\n\n")))
}

fn decision() -> Sheet {
    Sheet::new("quyet-dinh")
}

fn with_address() -> Sheet {
    let contact = "address: \"Số 42, đường Quang Trung\", phone: 0220 3852 000, website: a.vn";
    letter().with(|sheet| sheet.contact = Some(contact))
}

fn long_text() -> Sheet {
    plan().with(|sheet| sheet.body = text::paragraphs(60))
}

macro_rules! breaks {
    ($($what:literal, $on:expr, $template:literal: $from:literal => $to:literal, $rules:expr;)+) => {
        &[$(Break {
            what: $what,
            template: $template,
            from: $from,
            to: $to,
            on: $on,
            rules: &$rules,
        }),+]
    };
}

/// Where several rules fail, the reason stands above.
pub(super) static BREAKS: &[Break] = breaks![
    "US paper", one_line, "lib/page.typ":
        "paper: \"a4\"" => "paper: \"us-letter\"", [6];
    "a page on its side", one_line, "lib/page.typ":
        "paper: \"a4\"," => "paper: \"a4\", flipped: true,", [7];
    "a top margin of 18 mm", plan, "van-ban.typ":
        "top: {{ profile.top | mm }}" => "top: 18mm", [8];
    "a bottom margin of 15 mm", long_text, "van-ban.typ":
        "bottom: {{ profile.bottom | mm }}" => "bottom: 15mm", [8];
    "another right margin than the profile's", letter, "van-ban.typ":
        "right: {{ profile.right | mm }}" => "right: 20mm", [8];
    // 165 mm and margins of 30 and 15 are the whole of the paper.
    "text of 172 mm", letter, "van-ban.typ":
        "right: {{ profile.right | mm }}" => "right: 8mm", [8, 162];
    "letters with their marks apart", || with_appendix().with(|s| s.tables[0].count = 80),
        "van-ban.typ":
        "continued: {{ continued | lit }}" => "continued: \"(tiê\u{301}p theo)\"", [10];
    "page numbers of 16 pt", two_pages, "lib/page.typ":
        "size: p.body, numbering" => "size: 16pt, numbering", [11];
    "large numbers of pages on their side", on_its_side, "lib/page.typ":
        "size: p.body, numbering" => "size: if page.flipped { 16pt } else { p.body }, numbering",
        [12];
    "a number on page 1", two_pages, "lib/page.typ":
        "if number > 1" => "if number > 0", [11];
    "sizes at the head that do not go together", || plan().narrow(), "van-ban.typ":
        "motto: {{ profile.motto | pt }}" => "motto: 14pt", [13];
    "Quốc hiệu not bold", plan, "lib/letterhead.typ":
        "weight: \"bold\", nation" => "weight: \"regular\", nation", [16];
    "Tiêu ngữ not bold", plan, "lib/letterhead.typ":
        "weight: \"bold\", motto" => "weight: \"regular\", motto", [17];
    "Tiêu ngữ with dashes", plan, "van-ban.typ":
        "letterhead.motto | lit }}" => "letterhead.motto | lit }}.replace(\"-\", \"–\")", [17];
    "the rule under Tiêu ngữ too long", plan, "lib/letterhead.typ":
        "measure(lines.last()).width)" => "measure(lines.last()).width + 10mm)", [18];
    "room between Quốc hiệu and Tiêu ngữ", plan, "lib/letterhead.typ":
        "lines.push(text(size: p.motto, weight: \"bold\", motto))" =>
        "lines += (v(6pt), text(size: p.motto, weight: \"bold\", motto))", [19];
    "a dash in the issuer's name", || plan().with(|s| s.issuer = Some("Phòng Văn hóa - Xã hội")),
        "lib/letterhead.typ":
        "balanced(issuer, width, style(\"bold\"))" =>
        "balanced(issuer.replace(\"-\", \"–\"), width, style(\"bold\"))", [20];
    "chủ quản bold", plan, "lib/letterhead.typ":
        "balanced(parent, width, style(\"regular\"))" => "balanced(parent, width, style(\"bold\"))",
        [21];
    "the issuer not bold", plan, "lib/letterhead.typ":
        "balanced(issuer, width, style(\"bold\"))" => "balanced(issuer, width, style(\"regular\"))",
        [22];
    "the rule under the issuer too long", letter, "lib/text.typ":
        "rule(0.4 * width)" => "rule(0.6 * width)", [23];
    "the same under an issuer of two lines",
        || letter().with(|s| s.issuer = Some("Ban Quản lý dự án đầu tư xây dựng công trình")),
        "lib/text.typ":
        "rule(0.4 * width)" => "rule(0.6 * width)", [25];
    "the same under trích yếu", || plan().draft().with(|s| s.issuer = None), "lib/text.typ":
        "rule(0.4 * width)" => "rule(0.6 * width)", [40];
    "the same on an appendix", nameless, "lib/text.typ":
        "rule(0.4 * width)" => "rule(0.6 * width)", [89];
    "room between the names", plan, "lib/letterhead.typ":
        "style(\"regular\")).body) }" => "style(\"regular\")).body); lines.push(v(6pt)) }", [24];
    "a number of 14 pt", plan, "lib/letterhead.typ":
        "size: p.number, number" => "size: 14pt, number", [27];
    "no colon behind `Số`", plan, "lib/letterhead.typ":
        "size: p.number, number" => "size: p.number, number.replace(\":\", \"\")", [27];
    "a number without its zero", plan, "lib/letterhead.typ":
        "size: p.number, number" => "size: p.number, number.replace(\": 0\", \": \")", [28];
    "a space before the slash", plan, "lib/letterhead.typ":
        "size: p.number, number" => "size: p.number, number.replace(\"/\", \" /\", count: 1)", [29];
    "the date upright", plan, "lib/letterhead.typ":
        "size: p.dateline, style: \"italic\"," => "size: p.dateline,", [33];
    "a day without its zero", plan, "lib/letterhead.typ":
        "style: \"italic\", date" => "style: \"italic\", date.replace(\"ngày 0\", \"ngày \")", [34];
    "a type name of 16 pt", plan, "lib/letterhead.typ":
        "text(size: p.type-name, weight: \"bold\", name)" => "text(size: 16pt, weight: \"bold\", name)", [38];
    "trích yếu not bold", plan, "lib/letterhead.typ":
        "text-width(p) - 30mm, style)" => "text-width(p) - 30mm, w => text(size: p.body, w))", [39];
    "V/v bold", letter, "lib/letterhead.typ":
        "\"normal\" }, words)" => "\"normal\" }, weight: \"bold\", words)", [41];
    "căn cứ upright", || plan().with(|s| {
        (s.bases, s.body) = (vec!["Nghị quyết số 35/NQ-HĐND"], "{{ bases }}\n\nĐọc./.\n".into());
    }), "lib/body.typ":
        "paragraph(hold: hold, emph(body))" => "paragraph(hold: hold, body)", [43];
    "a chương on the left", || of_part("# Chương I. Quy định chung"), "lib/body.typ":
        "align(center, it.body))" => "align(left, it.body))", [48];
    "a mục of điều on the left", || of_part("## Mục 1. Quy định chung"), "lib/body.typ":
        "align(center, it.body))" => "align(left, it.body))", [49];
    "điều not bold", || of_part("Điều 1. Quy chế này quy định việc họp."), "lib/body.typ":
        "strong(marker) + \" \" + body" => "marker + \" \" + body", [50];
    "a khoản's title not bold", of_titles, "lib/page.typ":
        "show heading: set text(size: p.body, weight: \"bold\")" =>
        "show heading: set text(size: p.body, weight: \"regular\")", [51];
    "a điểm that leans", of_points, "lib/body.typ":
        "else { marker + \" \" + body }," => "else { emph(marker + \" \" + body) },", [52];
    "a mục in the middle", of_sections, "lib/page.typ":
        "    it.body,\n  ))" => "    it.body,\n  )) \n  show heading: set align(center)", [53];
    "text bold", plan, "lib/body.typ":
        "{ par(body) }" => "{ par(strong(body)) }", [54];
    "text ragged on the right", long_text, "lib/page.typ":
        "justify: true" => "justify: false", [55];
    // R161 is R56 with its tolerance.
    "an indent of 8 mm", letter, "van-ban.typ":
        "indent: {{ profile.indent | mm }}" => "indent: 8mm", [56, 161];
    // R160 is R57 as a distance of baselines.
    "a gap of 3 pt", letter, "van-ban.typ":
        "gap: {{ profile.gap | pt }}" => "gap: 3pt", [57, 160];
    // R159 is R58 in points.
    "lines 1,8 apart", letter, "van-ban.typ":
        "step: {{ profile.step | factor }}" => "step: 1.8", [58, 159];
    // … and with lines nearer than single ones, so are the paragraphs.
    "lines one em apart", letter, "van-ban.typ":
        "step: {{ profile.step | factor }}" => "step: 1.0", [57, 58, 159];
    "`./.` in pieces", plan, "lib/page.typ":
        "show symbol: whole" => "show symbol: whole\n  show \"./.\": \"./ .\"", [59];
    "authority and title not bold",
        || plan().draft().with(|s| s.signer = None), "lib/signature.typ":
        "{ \"regular\" } else { \"bold\" }, title" => "{ \"regular\" } else { \"regular\" }, title", [65];
    "the name in capitals", plan, "lib/signature.typ":
        "below.map(line))\n}" => "below.map(w => line(upper(w))))\n}", [66];
    "the office under the name", || plan().with(|s| s.office = Some("Phó Chủ tịch UBND tỉnh")),
        "lib/signature.typ":
        "(signer.office, signer.name)" => "(signer.name, signer.office)", [67];
    "no room for the signature", plan, "lib/signature.typ":
        "signature-room = 26mm" => "signature-room = 15mm", [70];
    "Kính gửi bold", letter, "lib/letterhead.typ":
        "lead + \"\\u{a0}\", entry" => "strong(lead + \"\\u{a0}\"), entry", [73];
    "dashes not under the colon",
        || letter().with(|s| s.to = vec!["Sở Tài chính".into(), "Công an tỉnh".into()]),
        "lib/letterhead.typ":
        "pad(left: colon, dashed(marker, entries))" =>
        "pad(left: 0mm, dashed(marker, entries))", [74];
    "Nơi nhận underlined", plan, "lib/signature.typ":
        "p.body, heading)" => "p.body, underline(heading))", [76];
    "Nơi nhận of 13 pt", plan, "lib/signature.typ":
        "size: p.recipients, weight" => "size: 13pt, weight", [76];
    "the list of Nơi nhận of 12 pt", plan, "lib/signature.typ":
        "text(size: p.recipient, stack(" => "text(size: 12pt, stack(", [77];
    "a Lưu line without its capitals", plan, "lib/page.typ":
        "show symbol: whole" => "show symbol: whole\n  show \"Lưu: VT\": \"Lưu: vt\"", [78];
    // The drafter's mark stands in the list of R77.
    "a drafter's mark of 12 pt", || plan().with(|s| s.file = Some("drafter: PL, copies: 9")),
        "lib/page.typ":
        "show symbol: whole" => "show symbol: whole\n  show \"PL.(9)\": set text(12pt)", [77, 82];
    "a number on the only appendix", with_appendix, "lib/appendix.typ":
        "bold(14pt)(label)" => "bold(14pt)(label + \" I\")", [84];
    "PHỤ LỤC in capitals", with_appendix, "lib/appendix.typ":
        "bold(14pt)(label)" => "bold(14pt)(upper(label))", [85];
    "an appendix's title in its letters", with_appendix, "lib/appendix.typ":
        "balanced(title, limit, bold(p.body))" => "balanced(lower(title), limit, bold(p.body))",
        [86];
    "what an appendix goes with upright", with_appendix, "lib/appendix.typ":
        "style: \"italic\", reference" => "reference", [87];
    "no room for an open number", || with_appendix().draft(), "appendix.typ":
        "reference: {{ item.reference | lit }}" =>
        "reference: {{ item.reference | lit }}.replace(regex(\"\\u{a0}{13}\"), \"\\u{a0}\" * 2)", [88];
    "numbers that run on into the appendix", with_appendix, "lib/appendix.typ":
        "[#metadata(none)#part-mark]" => "", [90];
    "an upright appendix on its side", with_appendix, "lib/appendix.typ":
        "flipped: not upright" => "flipped: upright", [91];
    "what is put into force under a thin title",
        || decision().with(|s| s.more = text::enacts(&[("quy-che", text::paragraphs(2))])),
        "lib/appendix.typ":
        "balanced(abstract, limit, bold)" =>
        "balanced(abstract, limit, w => text(size: p.body, w))", [92];
    "a blue stamp", || letter().with(|s| s.more = "urgency: khan\n".into()),
        "lib/letterhead.typ":
        "rgb(\"#ff0000\")" => "rgb(\"#0000ff\")", [94];
    "no room for the stamp under the number", || letter().with(|s| s.more = "urgency: khan\n".into()),
        "lib/letterhead.typ":
        "dy: 6pt + stamp-height" => "dy: -20mm", [94, 106];
    "a narrow frame", || letter().with(|s| s.more = "circulation: luu-hanh-noi-bo\n".into()),
        "lib/letterhead.typ":
        "stamp(p, words, width, black)" => "stamp(p, words, 450, black)", [95];
    "half a rule above the address", with_address, "lib/letterhead.typ":
        "line(length: 100%, stroke: rule-stroke)" => "line(length: 50%, stroke: rule-stroke)", [96];
    "the address upside down", with_address, "lib/letterhead.typ":
        "spacing: 0.5pt, ..lines))\n" => "spacing: 0.5pt, ..lines.rev()))\n", [97];
    "Kính gửi above the title", || Sheet::new("to-trinh"), "van-ban.typ":
        "{% block type_name %}{% endblock %}\n{%- block addressees -%}\n{%- if addressees %}\n\
         #addressees({{ addressees.lead | lit }}, {{ addressees.marker | lit }}, \
         {{ addressees.entries | lit }}\n\
         {%- if letterhead.urgency and not type_name %}, urgency: \
         {{ <Urgency stamp={letterhead.urgency} /> }}{% endif %})\n\
         {%- endif %}\n{%- endblock %}" =>
        "{% block addressees -%}\n{%- if addressees %}\n\
         #addressees({{ addressees.lead | lit }}, {{ addressees.marker | lit }}, \
         {{ addressees.entries | lit }})\n\
         {%- endif %}\n{%- endblock %}\n{% block type_name %}{% endblock %}", [106];
    "who decides not bold", decision, "lib/body.typ":
        "w => text(size: p.body, weight: \"bold\", w)" => "w => text(size: p.body, w)", [123];
    "Quốc hiệu spaced out", plan, "lib/letterhead.typ":
        "weight: \"bold\", nation" => "weight: \"bold\", tracking: 0.3pt, nation", [163];
    "Tiêu ngữ spaced out", plan, "lib/letterhead.typ":
        "weight: \"bold\", motto" => "weight: \"bold\", tracking: 0.3pt, motto", [164];
    // A date out of the middle is R33's, whether or not it meets the number.
    "a date over the number", plan, "lib/letterhead.typ":
        "{ level(date-line(p, date)) }" =>
        "{ move(dx: -36mm, level(date-line(p, date))) }", [33, 165];
    "a short rule out of the middle", plan, "lib/letterhead.typ":
        "short-rule(issuer.width)" => "move(dx: 2mm, short-rule(issuer.width))", [166];
    "page numbers on the left", two_pages, "lib/page.typ":
        "place(top + center" => "place(top + left", [167];
    "red text", plan, "lib/page.typ":
        "fill: black" => "fill: red", [169];
    "a place and a date on a biên bản", || Sheet::new("bien-ban"), "van-ban.typ":
        "date: {{ letterhead.date | lit }}" =>
        "date: \"Hải Dương, ngày 05 tháng 3 năm 2024\"", [1002];
    "who introduces on the left", || Sheet::new("giay-gioi-thieu"), "lib/body.typ":
        "if is-centred { align(center, it) }" => "if is-centred { align(left, it) }", [1023];
    "names that are not level", || Sheet::new("bien-ban"), "lib/signature.typ":
        "align(bottom, foot)" => "align(top, foot)", [1036];
    "who grants with an indent", || Sheet::new("giay-nghi-phep"), "lib/body.typ":
        "set par(first-line-indent: 0pt, justify" => "set par(justify", [1041];
    "a large confirmation", || Sheet::new("giay-nghi-phep"), "lib/signature.typ":
        "text(size: 11pt, style: \"italic\", w)" => "text(size: 13pt, style: \"italic\", w)", [1046];
    "Quốc hiệu of a contract on the left", || Sheet::new("hop-dong"), "lib/letterhead.typ":
        "align(center, nation-and-motto(p, nation, motto))" =>
        "align(left, nation-and-motto(p, nation, motto))", [17, 1071];
    "a number over the title of a contract", || Sheet::new("hop-dong"), "lib/letterhead.typ":
        "lines.push(pad(top: 6pt, number-line(p, number)))" =>
        "lines.insert(0, number-line(p, number))", [106, 1072];
    "symbols that part at the end of a line", long_text, "lib/page.typ":
        "show symbol: whole" => "", [170];
];
