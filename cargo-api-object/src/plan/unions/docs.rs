//! What is said of variants.

use super::super::names::snake;
use super::super::planner::Planner;
use crate::schema::SchemaId;

impl Planner<'_> {
    /// The prose of a variant without a word, if it is more than its name.
    pub(super) fn variant_docs(&self, branch: SchemaId, name: &str) -> String {
        let docs = self.branch_docs(branch);
        let letters = |text: &str| snake(text).replace('_', "");
        let says_more = !docs.is_empty() && letters(&docs) != letters(name);
        match (says_more, self.takes_all(branch)) {
            (true, _) => docs,
            (false, true) => "Any other value.".to_owned(),
            (false, false) => String::new(),
        }
    }

    /// The first paragraph of what is said of a branch, or else of what it refers to.
    pub(in crate::plan) fn branch_docs(&self, branch: SchemaId) -> String {
        let docs = &self.schemas.node(branch).docs;
        let docs = match docs.is_empty() {
            true => &self.schemas.node(self.schemas.behind(branch)).docs,
            false => docs,
        };
        docs.split("\n\n").next().unwrap_or_default().to_owned()
    }
}
