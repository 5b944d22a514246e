//! How tables are made. A compiler pays for each part that an expansion names, and for each call; so there are few of both.

use super::{Lifecycle, Masks, Member, ObjectType, Shape, Tag, Terms};
use crate::json::{Index, NO_TOKEN, Token};
use crate::rules::Rule;

impl ObjectType {
    /// An object of members alone.
    #[doc(hidden)]
    pub const fn new(name: &'static str, docs: &'static str, members: &'static [Member]) -> Self {
        Self::of(name, docs, None, members, false, &[], 0)
    }

    /// What most objects have; what few have is said behind it.
    #[doc(hidden)]
    pub const fn of(
        name: &'static str,
        docs: &'static str,
        tag: Option<Tag>,
        members: &'static [Member],
        keeps_extra: bool,
        index: Index,
        mark: u16,
    ) -> Self {
        ObjectType {
            name,
            docs,
            tag,
            members,
            parts: &[],
            keeps_extra,
            lifecycle: None,
            rules: &[],
            index,
            masks: Masks::of(members),
            asked: "",
            mark,
        }
    }

    /// An object that has statuses.
    ///
    /// They come first: that a type is no enum of statuses says more than that it is no member.
    #[doc(hidden)]
    pub const fn with_lifecycle(lifecycle: Lifecycle, mut object: Self) -> Self {
        object.lifecycle = Some(lifecycle);
        object
    }

    /// With rules of the object as a whole.
    #[doc(hidden)]
    pub const fn with_rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }

    /// With a member of `extra` that a union asks for.
    #[doc(hidden)]
    pub const fn asked(mut self, member: &'static str) -> Self {
        self.asked = member;
        self
    }
}

impl Tag {
    /// A tag that is always there, and was never another.
    #[doc(hidden)]
    pub const fn new(key: &'static str, word: &'static str, token: Token) -> Self {
        Tag {
            key,
            word,
            former: &[],
            optional: false,
            token,
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
        Change, EnumType, FullTerms, FullWordTerms, Given, IdType, Others, Word, WordTerms,
    };
    use crate::rules::Head;

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
