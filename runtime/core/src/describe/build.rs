//! Constants from which others are made. Expansions write their tables out, since a compiler pays for each call.

use super::{Masks, Member, ObjectType, Shape, Terms};
use crate::json::NO_TOKEN;

impl ObjectType {
    /// An object of members alone.
    #[doc(hidden)]
    pub const fn new(name: &'static str, docs: &'static str, members: &'static [Member]) -> Self {
        ObjectType {
            name,
            docs,
            tag: None,
            members,
            parts: &[],
            keeps_extra: false,
            lifecycle: None,
            rules: &[],
            index: &[],
            has_aliases: false,
            has_null_likes: false,
            masks: Masks::of(members),
            asked: "",
            mark: 0,
        }
    }
}

impl Member {
    /// A member of which nothing is said.
    pub(crate) const fn new(name: &'static str, docs: &'static str, shape: Shape) -> Self {
        Member {
            name,
            token: NO_TOKEN,
            docs,
            shape,
            terms: Terms::None,
        }
    }
}

/// Tables as tests write them.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::{
        Change, EnumType, FullTerms, FullWordTerms, Given, IdType, Lifecycle, Others, Tag, Word,
        WordTerms,
    };
    use crate::rules::{Head, Rule};

    impl ObjectType {
        pub(crate) const fn tag(
            mut self,
            key: &'static str,
            word: &'static str,
            former: &'static [&'static str],
        ) -> Self {
            self.tag = Some(Tag {
                key,
                word,
                former,
                optional: false,
                token: NO_TOKEN,
            });
            self
        }

        pub(crate) const fn keeps_extra(mut self) -> Self {
            self.keeps_extra = true;
            self
        }

        pub(crate) const fn lifecycle(
            mut self,
            member: usize,
            statuses: &'static EnumType,
        ) -> Self {
            self.lifecycle = Some(Lifecycle { member, statuses });
            self
        }

        pub(crate) const fn rules(mut self, rules: &'static [Rule]) -> Self {
            self.rules = rules;
            self
        }
    }

    impl Member {
        pub(crate) const fn terms(mut self, terms: Terms) -> Self {
            self.terms = terms;
            self
        }
    }

    impl FullTerms {
        pub(crate) const NONE: FullTerms = FullTerms {
            given: Given::Nothing,
            aliases: &[],
            deprecated: None,
            null_like: &[],
            change: Change::Free,
            set_in: 0,
            null_in: 0,
            rules: &[],
        };
    }

    impl EnumType {
        pub(crate) const fn new(
            name: &'static str,
            docs: &'static str,
            words: &'static [Word],
        ) -> Self {
            EnumType {
                name,
                docs,
                words,
                others: Others::Kept,
            }
        }
    }

    impl Word {
        pub(crate) const fn new(name: &'static str) -> Self {
            Word {
                name,
                docs: "",
                terms: WordTerms::None,
            }
        }

        pub(crate) const fn before(mut self, next: u64) -> Self {
            self.terms = WordTerms::Next(next);
            self
        }

        pub(crate) const fn full(mut self, terms: &'static FullWordTerms) -> Self {
            self.terms = WordTerms::Full(terms);
            self
        }
    }

    impl IdType {
        pub(crate) const fn new(name: &'static str, prefixes: &'static [&'static str]) -> Self {
            IdType {
                name,
                docs: "",
                shape: Shape::Text,
                prefixes,
                rules: &[],
                head: Head::NONE,
            }
        }
    }
}
