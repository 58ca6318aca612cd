//! A reader of Word files, for tests alone: it shares nothing with what writes them. Formats are
//! those that hold in the end, of defaults, style and paragraph together.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};

/// The parts of a file, by name.
#[derive(Debug, Clone)]
pub(crate) struct Parts(pub(crate) BTreeMap<String, String>);

/// A file as it is shown.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) sections: Vec<Section>,
    /// Headers and footers by the name of their part.
    pub(crate) furniture: BTreeMap<String, Vec<Item>>,
    /// The size of the text, in half-points, and the typeface, where no style says otherwise.
    pub(crate) default_size: i64,
    /// Names of styles by their ids.
    pub(crate) style_names: BTreeMap<String, String>,
    /// Numbers of all drawings.
    pub(crate) drawings: Vec<String>,
    pub(crate) language: String,
}

#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) items: Vec<Item>,
    pub(crate) page: (i64, i64),
    pub(crate) is_landscape: bool,
    /// Top, right, bottom, left, and from the edge to the header.
    pub(crate) margins: [i64; 5],
    pub(crate) has_title_page: bool,
    pub(crate) first_number: Option<i64>,
    /// Kind (`header first`) and part.
    pub(crate) references: BTreeMap<String, String>,
    /// Footnotes, each with its number.
    pub(crate) notes: Vec<Paragraph>,
}

#[derive(Debug)]
pub(crate) enum Item {
    Paragraph(Paragraph),
    Table(Table),
}

#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) style: String,
    pub(crate) runs: Vec<Run>,
    pub(crate) values: BTreeMap<&'static str, String>,
    /// In twips.
    pub(crate) rules: Vec<i64>,
    pub(crate) fields: Vec<String>,
    pub(crate) bookmarks: Vec<String>,
    pub(crate) anchors: Vec<String>,
    pub(crate) is_framed: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) is_bold: bool,
    pub(crate) is_italic: bool,
    pub(crate) size: i64,
    pub(crate) font: String,
    pub(crate) color: String,
}

#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) style: String,
    pub(crate) widths: Vec<i64>,
    pub(crate) rows: Vec<Row>,
    pub(crate) has_lines: bool,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    pub(crate) is_header: bool,
}

#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) span: usize,
    /// Whether it is a part of the cell above.
    pub(crate) goes_on: bool,
    pub(crate) paragraphs: Vec<Paragraph>,
}

impl Parts {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP archive");
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).expect("an entry");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("a part in UTF-8");
            let name = file.name().expect("a name in UTF-8").into_owned();
            parts.insert(name, text);
        }
        Self(parts)
    }

    /// The file, or what is wrong with its XML.
    pub(crate) fn read(&self) -> Result<Word, String> {
        let part = |name: &str| self.0.get(name).ok_or_else(|| format!("no {name}"));
        let parse = |text| Document::parse(text).map_err(|error| error.to_string());
        for (name, text) in &self.0 {
            parse(text).map_err(|error| format!("{name}: {error}"))?;
        }
        let styles = parse(part("word/styles.xml")?)?;
        let styles = Styles::new(styles.root_element());
        let targets = targets(&parse(part("word/_rels/document.xml.rels")?)?);
        let document = parse(part("word/document.xml")?)?;
        let body = child(document.root_element(), "body").ok_or("no body")?;
        let mut drawings = Vec::new();
        let mut furniture = BTreeMap::new();
        for name in self.0.keys() {
            let is_furniture = name.starts_with("word/header") || name.starts_with("word/footer");
            if is_furniture {
                let part = parse(part(name)?)?;
                let name = name.trim_start_matches("word/").to_owned();
                drawings.extend(ids_of_drawings(part.root_element()));
                furniture.insert(name, items(part.root_element(), &styles));
            }
        }
        drawings.extend(ids_of_drawings(body));
        let mut sections = sections(body, &styles, &targets);
        if let Some(text) = self.0.get("word/footnotes.xml") {
            let notes = parse(text)?;
            let mut notes = notes_of(notes.root_element(), &styles);
            sections.iter_mut().for_each(|section| section.number(&mut notes));
            if let Some(id) = notes.keys().next() {
                return Err(format!("footnote {id} is named nowhere"));
            }
        }
        Ok(Word {
            sections,
            furniture,
            default_size: styles.run("sz").and_then(|it| it.parse().ok()).unwrap_or(0),
            style_names: styles.names.clone(),
            drawings,
            language: styles.run("lang").unwrap_or_default(),
        })
    }
}

fn ids_of_drawings(node: Node<'_, '_>) -> Vec<String> {
    let all = node.descendants().filter(|node| node.tag_name().name() == "docPr");
    all.filter_map(|node| node.attribute("id")).map(str::to_owned).collect()
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.tag_name().name() == name)
}

fn children<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.tag_name().name() == name)
}

/// The attribute `name` in any namespace.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|it| it.name() == name).map(|it| it.value())
}

fn number(node: Node<'_, '_>, name: &str) -> i64 {
    attribute(node, name).and_then(|value| value.parse().ok()).unwrap_or(0)
}

fn targets(rels: &Document<'_>) -> BTreeMap<String, String> {
    let all = rels.root_element().children().filter(Node::is_element);
    let pair = |node: Node<'_, '_>| {
        Some((attribute(node, "Id")?.to_owned(), attribute(node, "Target")?.to_owned()))
    };
    all.filter_map(pair).collect()
}

/// What styles and defaults say.
struct Styles {
    run: BTreeMap<String, BTreeMap<&'static str, String>>,
    paragraph: BTreeMap<String, BTreeMap<&'static str, String>>,
    framed: Vec<String>,
    names: BTreeMap<String, String>,
}

/// Under this id stand the defaults.
const DEFAULTS: &str = "";

impl Styles {
    fn new(root: Node<'_, '_>) -> Self {
        let mut styles = Self {
            run: BTreeMap::new(),
            paragraph: BTreeMap::new(),
            framed: Vec::new(),
            names: BTreeMap::new(),
        };
        let defaults = child(root, "docDefaults");
        let of = |name: &str, inner: &str| {
            let node = defaults.and_then(|it| child(it, name)).and_then(|it| child(it, inner));
            node.map(values).unwrap_or_default()
        };
        styles.run.insert(DEFAULTS.to_owned(), of("rPrDefault", "rPr"));
        styles.paragraph.insert(DEFAULTS.to_owned(), of("pPrDefault", "pPr"));
        for style in children(root, "style") {
            let id = attribute(style, "styleId").unwrap_or_default().to_owned();
            let name = child(style, "name").and_then(|name| attribute(name, "val"));
            styles.names.insert(id.clone(), name.unwrap_or_default().to_owned());
            styles.run.insert(id.clone(), child(style, "rPr").map(values).unwrap_or_default());
            let paragraph = child(style, "pPr");
            if paragraph.and_then(|it| child(it, "pBdr")).is_some() {
                styles.framed.push(id.clone());
            }
            styles.paragraph.insert(id, paragraph.map(values).unwrap_or_default());
        }
        styles
    }

    fn run(&self, key: &str) -> Option<String> {
        self.run[DEFAULTS].get(key).cloned()
    }
}

/// Defaults, style and what stands at the place itself, the last the strongest.
fn resolved(
    of: &BTreeMap<String, BTreeMap<&'static str, String>>,
    style: &str,
    own: BTreeMap<&'static str, String>,
) -> BTreeMap<&'static str, String> {
    let mut all = of[DEFAULTS].clone();
    all.extend(of.get(style).cloned().unwrap_or_default());
    all.extend(own);
    all
}

/// Properties by short names.
fn values(node: Node<'_, '_>) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    let flags = ["b", "i", "keepNext", "keepLines", "widowControl", "pageBreakBefore"];
    for name in flags {
        if let Some(flag) = child(node, name) {
            found.insert(name, attribute(flag, "val").unwrap_or("1").to_owned());
        }
    }
    for name in ["sz", "color", "jc", "outlineLvl", "lang"] {
        if let Some(value) = child(node, name).and_then(|it| attribute(it, "val")) {
            found.insert(name, value.to_owned());
        }
    }
    let mut inner = |element: &str, names: &[(&str, &'static str)]| {
        let Some(element) = child(node, element) else { return };
        for (name, key) in names {
            if let Some(value) = attribute(element, name) {
                found.insert(key, value.to_owned());
            }
        }
    };
    inner("rFonts", &[("ascii", "font")]);
    inner(
        "spacing",
        &[("before", "before"), ("after", "after"), ("line", "line"), ("lineRule", "rule")],
    );
    inner(
        "ind",
        &[("left", "left"), ("right", "right"), ("firstLine", "first"), ("hanging", "hanging")],
    );
    found
}

fn sections(
    body: Node<'_, '_>,
    styles: &Styles,
    targets: &BTreeMap<String, String>,
) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut open = Vec::new();
    for node in body.children() {
        match node.tag_name().name() {
            "p" => {
                open.push(Item::Paragraph(paragraph(node, styles)));
                let ends = child(node, "pPr").and_then(|it| child(it, "sectPr"));
                if let Some(end) = ends {
                    sections.push(section(end, std::mem::take(&mut open), targets));
                }
            }
            "tbl" => open.extend(tables(node, styles)),
            "sectPr" => sections.push(section(node, std::mem::take(&mut open), targets)),
            _ => {}
        }
    }
    sections
}

fn section(node: Node<'_, '_>, items: Vec<Item>, targets: &BTreeMap<String, String>) -> Section {
    let size = child(node, "pgSz");
    let margins = child(node, "pgMar");
    let margin = |name| margins.map_or(0, |node| number(node, name));
    let references = node.children().filter_map(|node| {
        let kind = node.tag_name().name().strip_suffix("Reference")?;
        let id = attribute(node, "id")?;
        let part = targets.get(id).cloned().unwrap_or_default();
        Some((format!("{kind} {}", attribute(node, "type")?), part))
    });
    Section {
        items,
        page: size.map_or((0, 0), |node| (number(node, "w"), number(node, "h"))),
        is_landscape: size.and_then(|it| attribute(it, "orient")) == Some("landscape"),
        margins: ["top", "right", "bottom", "left", "header"].map(margin),
        has_title_page: child(node, "titlePg").is_some(),
        first_number: child(node, "pgNumType").map(|node| number(node, "start")),
        references: references.collect(),
        notes: Vec::new(),
    }
}

/// Footnotes by their ids, but for the two lines above them.
fn notes_of(root: Node<'_, '_>, styles: &Styles) -> BTreeMap<String, Paragraph> {
    let notes = children(root, "footnote").filter(|note| attribute(*note, "type").is_none());
    let note = |node: Node<'_, '_>| {
        let id = attribute(node, "id")?.to_owned();
        Some((id, paragraph(child(node, "p")?, styles)))
    };
    notes.filter_map(note).collect()
}

impl Section {
    /// Counts the footnotes, which are restarted in each section.
    fn number(&mut self, notes: &mut BTreeMap<String, Paragraph>) {
        for item in &mut self.items {
            let Item::Paragraph(paragraph) = item else { continue };
            for run in &mut paragraph.runs {
                let Some(id) = run.text.strip_prefix(NOTE) else { continue };
                if let Some(mut note) = notes.remove(id) {
                    let number = (self.notes.len() + 1).to_string();
                    let own = note.runs.iter_mut().find(|run| run.text == NOTE);
                    own.expect("a footnote begins with its number").text.clone_from(&number);
                    self.notes.push(note);
                    run.text = number;
                }
            }
        }
    }
}

/// Stands for the number of a footnote, before its id.
const NOTE: &str = "\u{fffc}";

fn items(node: Node<'_, '_>, styles: &Styles) -> Vec<Item> {
    let item = |node: Node<'_, '_>| match node.tag_name().name() {
        "p" => Some(Item::Paragraph(paragraph(node, styles))),
        "tbl" => Some(Item::Table(table(node, styles))),
        _ => None,
    };
    node.children().filter_map(item).collect()
}

fn paragraph(node: Node<'_, '_>, styles: &Styles) -> Paragraph {
    let properties = child(node, "pPr");
    let style = properties.and_then(|it| child(it, "pStyle"));
    let style = style.and_then(|it| attribute(it, "val")).unwrap_or("Normal").to_owned();
    let own = properties.map(values).unwrap_or_default();
    let has_border = properties.and_then(|it| child(it, "pBdr")).is_some();
    let mut paragraph = Paragraph {
        values: resolved(&styles.paragraph, &style, own),
        is_framed: has_border || styles.framed.contains(&style),
        ..Paragraph::default()
    };
    for inner in node.descendants() {
        match inner.tag_name().name() {
            "r" => paragraph.runs.push(run(inner, &style, styles)),
            "instrText" => {
                paragraph.fields.push(inner.text().unwrap_or_default().trim().to_owned());
            }
            "bookmarkStart" => {
                paragraph.bookmarks.extend(attribute(inner, "name").map(str::to_owned));
            }
            "hyperlink" => paragraph.anchors.extend(attribute(inner, "anchor").map(str::to_owned)),
            "extent" => paragraph.rules.push(number(inner, "cx") / 635),
            _ => {}
        }
    }
    paragraph.runs.retain(|run| !run.text.is_empty());
    paragraph.style = style;
    paragraph
}

fn run(node: Node<'_, '_>, style: &str, styles: &Styles) -> Run {
    let own = child(node, "rPr").map(values).unwrap_or_default();
    let values = resolved(&styles.run, style, own);
    let value = |key: &str| values.get(key).cloned().unwrap_or_default();
    let text = node.children().map(|inner| match inner.tag_name().name() {
        "t" => inner.text().unwrap_or_default(),
        "br" => "\n",
        "tab" => "\t",
        "footnoteRef" => NOTE,
        _ => "",
    });
    let noted = child(node, "footnoteReference").and_then(|it| attribute(it, "id"));
    let noted = noted.map(|id| format!("{NOTE}{id}"));
    Run {
        text: noted.unwrap_or_else(|| text.collect()),
        is_bold: value("b") == "1",
        is_italic: value("i") == "1",
        size: value("sz").parse().unwrap_or(0),
        font: value("font"),
        color: value("color"),
    }
}

/// A table; of one that holds others beside each other, what is in its cells.
fn tables(node: Node<'_, '_>, styles: &Styles) -> Vec<Item> {
    let is_frame = node.descendants().skip(1).any(|it| it.tag_name().name() == "tbl");
    if !is_frame {
        return vec![Item::Table(table(node, styles))];
    }
    let cells = children(node, "tr").flat_map(|row| children(row, "tc"));
    cells.flat_map(|cell| items(cell, styles)).collect()
}

fn table(node: Node<'_, '_>, styles: &Styles) -> Table {
    let properties = child(node, "tblPr");
    let borders = properties.and_then(|it| child(it, "tblBorders"));
    let top = borders.and_then(|it| child(it, "top")).and_then(|it| attribute(it, "val"));
    let style = properties.and_then(|it| child(it, "tblStyle"));
    let columns = child(node, "tblGrid").into_iter().flat_map(|it| it.children());
    let columns = columns.filter(|it| it.tag_name().name() == "gridCol");
    Table {
        style: style.and_then(|it| attribute(it, "val")).unwrap_or_default().to_owned(),
        widths: columns.map(|node| number(node, "w")).collect(),
        has_lines: top == Some("single"),
        rows: children(node, "tr").map(|node| row(node, styles)).collect(),
    }
}

fn row(node: Node<'_, '_>, styles: &Styles) -> Row {
    let properties = child(node, "trPr");
    let has = |name| properties.and_then(|it| child(it, name)).is_some();
    Row {
        cells: children(node, "tc").map(|node| cell(node, styles)).collect(),
        is_header: has("tblHeader"),
    }
}

fn cell(node: Node<'_, '_>, styles: &Styles) -> Cell {
    let properties = child(node, "tcPr");
    let span = properties.and_then(|it| child(it, "gridSpan"));
    let merge = properties.and_then(|it| child(it, "vMerge"));
    Cell {
        span: span.map_or(1, |node| usize::try_from(number(node, "val")).unwrap_or(1)),
        goes_on: merge.is_some_and(|node| attribute(node, "val") != Some("restart")),
        paragraphs: children(node, "p").map(|node| paragraph(node, styles)).collect(),
    }
}

impl Paragraph {
    /// With ordinary spaces, a line break being one.
    pub(crate) fn text(&self) -> String {
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A property as a number; nothing is 0.
    pub(crate) fn number(&self, key: &str) -> i64 {
        self.values.get(key).and_then(|value| value.parse().ok()).unwrap_or(0)
    }

    pub(crate) fn value(&self, key: &str) -> &str {
        self.values.get(key).map_or("", String::as_str)
    }
}

impl Section {
    /// Every paragraph, those in cells of tables included, from the first to the last.
    pub(crate) fn paragraphs(&self) -> Vec<&Paragraph> {
        paragraphs(&self.items)
    }
}

/// Every paragraph of a story, those in cells of tables included.
pub(crate) fn paragraphs(items: &[Item]) -> Vec<&Paragraph> {
    let mut all = Vec::new();
    for item in items {
        match item {
            Item::Paragraph(paragraph) => all.push(paragraph),
            Item::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                all.extend(cells.flat_map(|cell| &cell.paragraphs));
            }
        }
    }
    all
}
