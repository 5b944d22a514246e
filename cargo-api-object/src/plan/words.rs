//! Open enums.

use super::casing;
use super::model::{Shape, Ty, TypeNo, Word, WordsShape};
use super::names::{Scope, variant};
use super::planner::Planner;
use crate::schema::{SchemaId, Words};

impl Planner<'_> {
    /// The enum of words without a name in the document: one that another member of this name has is shared.
    pub(super) fn words_type(
        &mut self,
        schema: SchemaId,
        words: &Words,
        parent: TypeNo,
        member: &str,
    ) -> Ty {
        if let Some(known) = self.by_schema.get(&schema) {
            return Ty::Named(*known);
        }
        let mut sorted = words.words.clone();
        sorted.sort();
        let key = (sorted, member.to_owned());
        if let Some(known) = self.words.get(&key).copied()
            && words.words.len() > 1
        {
            self.plan.types[known.0].is_sent |= self.plan.types[parent.0].is_sent;
            return Ty::Named(known);
        }
        let ty = self.named_part(schema, parent, member);
        if let Ty::Named(no) = ty {
            self.words.insert(key, no);
        }
        ty
    }

    pub(super) fn word_shape(&mut self, words: &Words) -> Shape {
        let mut scope = Scope::default();
        let mut found = Vec::new();
        for word in &words.words {
            let ident = scope.claim(&variant(word));
            let word = word.clone();
            found.push(Word { ident, word });
        }
        let unknown = if scope.is_given("Other") {
            "Unknown"
        } else {
            "Other"
        };
        let names = found
            .iter()
            .map(|word| (word.ident.as_str(), word.word.as_str()));
        Shape::Words(WordsShape {
            casing: casing::common(names),
            words: found,
            unknown: scope.claim(unknown),
        })
    }
}
