//! What a directive rests on, and the documents of the catalog that it names by id or by hand.

use super::citations::Cited;
use super::prose::{Part, Prose};
use crate::model::Directive;
use crate::model::block::Inline;
use crate::model::catalog::Catalog;
use crate::model::legal_basis::LegalBasis;
use crate::model::legal_document::LegalDocument;
use crate::model::reference::{Reference, Referent};
use crate::span::Span;

/// The bases of a directive and the documents it names.
#[derive(Debug)]
pub(super) struct Documents<'a> {
    /// In the order of `legal_bases`.
    pub(super) bases: Vec<Basis<'a>>,
    /// Documents of the catalog, bases first.
    pub(super) named: Vec<Named<'a>>,
}

/// One of the bases.
#[derive(Debug)]
pub(super) struct Basis<'a> {
    /// Its words and their place.
    pub(super) prose: &'a Prose,
    /// The document its first words cite, when they bear a number.
    pub(super) cited: Option<&'a Cited<'a>>,
    /// Its entry in the catalog.
    pub(super) document: Option<&'a LegalDocument>,
    /// Whether it is written as the id of that entry.
    pub(super) is_id: bool,
}

/// A document of the catalog, and where the directive names it.
#[derive(Debug)]
pub(super) struct Named<'a> {
    pub(super) document: &'a LegalDocument,
    /// The id, or the words typed.
    pub(super) span: Span,
    /// Whether it is one of the bases, and not only cited.
    pub(super) is_basis: bool,
    /// Whether it is named by its id.
    pub(super) is_id: bool,
}

/// How a sentence names a document: laws of one name are told apart by their days.
pub(super) fn told(document: &LegalDocument) -> String {
    if document.is_law() { document.as_basis() } else { document.short() }
}

impl Named<'_> {
    /// How a sentence names it.
    pub(super) fn words(&self) -> String {
        told(self.document)
    }
}

impl Basis<'_> {
    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        self.prose.span(0..self.prose.text.len())
    }

    /// How a sentence names it.
    pub(super) fn words(&self) -> String {
        match (self.document, self.cited) {
            (Some(document), _) => told(document),
            (None, Some(cited)) => cited.words().to_owned(),
            (None, None) => self.prose.text.clone(),
        }
    }
}

impl<'a> Documents<'a> {
    /// Those of `directive`.
    pub(super) fn of(
        directive: &'a Directive,
        prose: &'a [Prose],
        citations: &'a [Cited<'a>],
        catalog: &'a Catalog,
    ) -> Self {
        let written = prose.iter().filter(|prose| prose.part == Part::Basis);
        let bases: Vec<Basis<'a>> = directive
            .legal_bases
            .iter()
            .zip(written)
            .map(|(basis, prose)| of_basis(basis, prose, citations, catalog))
            .collect();
        let mut named: Vec<Named<'a>> = Vec::new();
        if !catalog.documents.is_empty() {
            named.extend(bases.iter().filter_map(named_basis));
            named.extend(typed_in_text(citations, catalog));
            for block in directive.bodies().flatten() {
                block.walk(&mut |inline| named.extend(by_id(inline)));
            }
        }
        Self { bases, named }
    }
}

fn of_basis<'a>(
    basis: &'a LegalBasis,
    prose: &'a Prose,
    citations: &'a [Cited<'a>],
    catalog: &'a Catalog,
) -> Basis<'a> {
    // Further ones are named by its subject: `… về việc thực hiện Nghị quyết số …`.
    let cited = citations.iter().find(|cited| std::ptr::eq(cited.prose, prose));
    let cited = cited.filter(|cited| is_leading(&prose.text[..cited.citation.range.start]));
    let typed = || cited.and_then(|cited| typed(cited, catalog)).or_else(|| law(prose, catalog));
    Basis {
        prose,
        cited,
        document: basis.document.as_deref().or_else(typed),
        is_id: basis.document.is_some(),
    }
}

/// Whether nothing but the words that lead a basis in stands before it.
fn is_leading(before: &str) -> bool {
    ["", "Căn cứ ", "Căn cứ các ", "Thực hiện ", "Theo "].contains(&before)
}

fn named_basis<'a>(basis: &Basis<'a>) -> Option<Named<'a>> {
    let span = match basis.cited {
        Some(cited) if !basis.is_id => cited.span(),
        _ => basis.span(),
    };
    let document = basis.document?;
    Some(Named { document, span, is_basis: true, is_id: basis.is_id })
}

/// Documents that subject, headings and paragraphs cite by hand.
fn typed_in_text<'a>(
    citations: &'a [Cited<'a>],
    catalog: &'a Catalog,
) -> impl Iterator<Item = Named<'a>> {
    citations.iter().filter(|cited| cited.prose.part != Part::Basis).filter_map(|cited| {
        let document = typed(cited, catalog)?;
        Some(Named { document, span: cited.span(), is_basis: false, is_id: false })
    })
}

fn by_id(inline: &Inline<Reference>) -> Option<Named<'_>> {
    let Inline::Reference(reference) = inline else { return None };
    let Referent::Document(document) = &reference.to else { return None };
    Some(Named { document, span: reference.span, is_basis: false, is_id: true })
}

/// The entry of a document that is cited by number and symbol; without a day, the only one that
/// bears them.
fn typed<'a>(cited: &Cited<'_>, catalog: &'a Catalog) -> Option<&'a LegalDocument> {
    let mut bearers = catalog.numbered(&cited.citation.symbol);
    let Some(date) = &cited.citation.date else {
        let first = bearers.next()?;
        return bearers.next().is_none().then_some(first);
    };
    bearers.find(|document| document.date.is_some() && document.date == date.date)
}

/// The luật that a typed basis names by type, name and day; without the day, the only one of that
/// name.
fn law<'a>(prose: &Prose, catalog: &'a Catalog) -> Option<&'a LegalDocument> {
    let text = prose.text.strip_prefix("Căn cứ ").unwrap_or(&prose.text);
    let dated = catalog.laws().find(|law| text == law.as_basis());
    let mut of_name = catalog.laws().filter(|law| text == law.full());
    dated.or_else(|| of_name.next().filter(|_| of_name.next().is_none()))
}
