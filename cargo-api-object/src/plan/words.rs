//! Open enums.

use super::casing;
use super::model::{Shape, Ty, TypeNo, Word, WordsShape};
use super::modules::VERBS;
use super::names::{Scope, snake, variant};
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
        let known = self.words.get(&key).map(Vec::as_slice).unwrap_or_default();
        let known = known
            .iter()
            .find(|known| self.is_akin(**known, parent))
            .copied();
        if let Some(known) = known
            && words.words.len() > 1
        {
            self.plan.types[known.0].is_sent |= self.plan.types[parent.0].is_sent;
            return Ty::Named(known);
        }
        let ty = self.named_part(schema, parent, member);
        if let Ty::Named(no) = ty {
            self.words.entry(key).or_default().push(no);
        }
        ty
    }

    /// Whether a part of one type may stand in another without a name that surprises: both are of one tag, or are
    /// called alike.
    pub(super) fn is_akin(&self, part: TypeNo, other: TypeNo) -> bool {
        let (part, other) = (self.owner(part), self.owner(other));
        let tags = |no: TypeNo| {
            let root = self.plan.types[no.0].root;
            root.map_or(&[][..], |root| self.schemas.root(root).tags.as_slice())
        };
        let word = |no: TypeNo| {
            let name = snake(&self.plan.types[no.0].name);
            name.split('_').next().unwrap_or_default().to_owned()
        };
        let is_alike = word(part) == word(other) && !VERBS.contains(&word(part).as_str());
        is_alike || (!tags(part).is_empty() && tags(part) == tags(other))
    }

    /// The type with a name in the document that a type is a part of.
    fn owner(&self, no: TypeNo) -> TypeNo {
        let mut no = no;
        while let Some(parent) = self.plan.types[no.0].parent {
            no = parent;
        }
        no
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
