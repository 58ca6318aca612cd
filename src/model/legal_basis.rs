//! What a directive rests on.

use std::sync::Arc;

use super::legal_document::LegalDocument;
use super::text::Text;

/// One of the bases of a directive.
#[derive(Debug, Clone)]
pub struct LegalBasis {
    /// As printed; its place is where the author wrote it or the id.
    pub text: Text,
    /// The document of the catalog, when it is named by its id.
    pub document: Option<Arc<LegalDocument>>,
}
