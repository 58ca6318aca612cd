//! Paragraphs: where their lines stand.

use super::run::Inline;
use super::section::SectionProperties;
use super::style::StyleId;
use super::xml::Xml;

/// `w:p`
#[derive(Debug, Clone, Default)]
pub(crate) struct Paragraph {
    pub(crate) properties: ParagraphProperties,
    pub(crate) content: Vec<Inline>,
}

/// `w:pPr`
#[derive(Debug, Clone, Default)]
pub(crate) struct ParagraphProperties {
    pub(crate) style: Option<StyleId>,
    pub(crate) keep_next: bool,
    pub(crate) keep_lines: bool,
    pub(crate) page_break_before: bool,
    pub(crate) widow_control: bool,
    /// A frame around it.
    pub(crate) border: Option<Border>,
    pub(crate) tabs: Vec<TabStop>,
    pub(crate) spacing: Spacing,
    pub(crate) indent: Indent,
    pub(crate) justify: Option<Justify>,
    /// How deep it stands among the headings, from 1.
    pub(crate) outline: Option<usize>,
    /// The section that ends with it.
    pub(crate) section: Option<Box<SectionProperties>>,
}

/// Where a tab leads to, and what it is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TabStop {
    /// In twips from the left edge of the text.
    pub(crate) position: i64,
    /// Whether what follows ends there, instead of beginning.
    pub(crate) is_right: bool,
    /// Dots, or a line.
    pub(crate) is_dotted: bool,
}

/// A single line on all four sides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Border {
    /// In eighths of a point.
    pub(crate) thickness: i64,
    pub(crate) color: &'static str,
}

/// Space around the lines of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spacing {
    pub(crate) before: Option<i64>,
    pub(crate) after: Option<i64>,
    pub(crate) line: Option<LineHeight>,
}

/// How high lines are.
#[derive(Debug, Clone, Copy)]
pub(crate) enum LineHeight {
    /// In 240ths of a single line.
    Auto(i64),
    AtLeast(i64),
    Exact(i64),
}

/// Room beside the lines of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Indent {
    pub(crate) left: Option<i64>,
    pub(crate) right: Option<i64>,
    /// Of the first line, beyond the left one; less than nothing where the others hang.
    pub(crate) first_line: Option<i64>,
}

/// How the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Justify {
    Left,
    Center,
    Right,
    Both,
}

impl Paragraph {
    pub(crate) fn new(style: StyleId, content: Vec<Inline>) -> Self {
        let properties = ParagraphProperties { style: Some(style), ..Default::default() };
        Self { properties, content }
    }

    /// Sets its words in plain type, whatever its style has.
    pub(crate) fn set_plain(&mut self) {
        for inline in &mut self.content {
            if let Inline::Run(run) = inline {
                run.properties.bold = Some(false);
            }
        }
    }

    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:p", &[], |xml| {
            self.properties.write(xml);
            self.content.iter().for_each(|inline| inline.write(xml));
        });
    }
}

impl ParagraphProperties {
    fn is_empty(&self) -> bool {
        let Self { style, border, justify, outline, section, .. } = self;
        let has_flag =
            self.keep_next || self.keep_lines || self.page_break_before || self.widow_control;
        let has_value = style.is_some() || border.is_some() || justify.is_some();
        let has_more = outline.is_some() || section.is_some() || !self.tabs.is_empty();
        !has_flag && !has_value && !has_more && self.spacing.is_empty() && self.indent.is_empty()
    }

    pub(super) fn write(&self, xml: &mut Xml) {
        if self.is_empty() {
            return;
        }
        xml.element("w:pPr", &[], |xml| {
            if let Some(style) = self.style {
                xml.value("w:pStyle", style.0);
            }
            xml.flag("w:keepNext", self.keep_next);
            xml.flag("w:keepLines", self.keep_lines);
            xml.flag("w:pageBreakBefore", self.page_break_before);
            xml.flag("w:widowControl", self.widow_control);
            if let Some(border) = self.border {
                border.write(xml);
            }
            TabStop::write_all(&self.tabs, xml);
            self.spacing.write(xml);
            self.indent.write(xml);
            if let Some(justify) = self.justify {
                xml.value("w:jc", justify.name());
            }
            if let Some(depth) = self.outline {
                xml.value("w:outlineLvl", depth.clamp(1, 9) - 1);
            }
            if let Some(section) = &self.section {
                section.write(xml);
            }
        });
    }
}

impl Border {
    fn write(self, xml: &mut Xml) {
        xml.element("w:pBdr", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                let Self { thickness, color } = self;
                let attributes: [(&str, &dyn std::fmt::Display); 4] = [
                    ("w:val", &"single"),
                    ("w:sz", &thickness),
                    ("w:space", &0),
                    ("w:color", &color),
                ];
                xml.empty(side, &attributes);
            }
        });
    }
}

impl TabStop {
    fn write_all(tabs: &[Self], xml: &mut Xml) {
        if tabs.is_empty() {
            return;
        }
        xml.element("w:tabs", &[], |xml| {
            for tab in tabs {
                let attributes: [(&str, &dyn std::fmt::Display); 3] = [
                    ("w:val", &if tab.is_right { "right" } else { "left" }),
                    ("w:leader", &if tab.is_dotted { "dot" } else { "underscore" }),
                    ("w:pos", &tab.position),
                ];
                xml.empty("w:tab", &attributes);
            }
        });
    }
}

impl Spacing {
    fn is_empty(self) -> bool {
        self.before.is_none() && self.after.is_none() && self.line.is_none()
    }

    fn write(self, xml: &mut Xml) {
        if self.is_empty() {
            return;
        }
        let mut attributes: Vec<(&str, String)> = Vec::new();
        attributes.extend(self.before.map(|it| ("w:before", it.to_string())));
        attributes.extend(self.after.map(|it| ("w:after", it.to_string())));
        if let Some(line) = self.line {
            let (height, rule) = match line {
                LineHeight::Auto(height) => (height, "auto"),
                LineHeight::AtLeast(height) => (height, "atLeast"),
                LineHeight::Exact(height) => (height, "exact"),
            };
            attributes.push(("w:line", height.to_string()));
            attributes.push(("w:lineRule", rule.to_owned()));
        }
        write_empty("w:spacing", &attributes, xml);
    }
}

impl Indent {
    fn is_empty(self) -> bool {
        self.left.is_none() && self.right.is_none() && self.first_line.is_none()
    }

    fn write(self, xml: &mut Xml) {
        if self.is_empty() {
            return;
        }
        let mut attributes: Vec<(&str, String)> = Vec::new();
        attributes.extend(self.left.map(|it| ("w:left", it.to_string())));
        attributes.extend(self.right.map(|it| ("w:right", it.to_string())));
        attributes.extend(self.first_line.map(|it| match it {
            0.. => ("w:firstLine", it.to_string()),
            _ => ("w:hanging", (-it).to_string()),
        }));
        write_empty("w:ind", &attributes, xml);
    }
}

fn write_empty(name: &str, attributes: &[(&str, String)], xml: &mut Xml) {
    let attributes: Vec<super::xml::Attribute<'_>> =
        attributes.iter().map(|(name, value)| (*name, value as &dyn std::fmt::Display)).collect();
    xml.empty(name, &attributes);
}

impl Justify {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
            Self::Both => "both",
        }
    }
}
