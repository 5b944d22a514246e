//! The builders that expansions use. They are `const`, so that a descriptor costs nothing at run time.

use super::{
    Change, Doubts, EnumType, Given, IdType, Lifecycle, Member, ObjectType, Shape, Tag, Word,
};
use crate::json::Key;
use crate::literal::Literal;
use crate::rules::{Head, NO_SPAN, Rule};

impl ObjectType {
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
            has_aliases: false,
            has_null_likes: false,
            asked: "",
        }
    }

    #[doc(hidden)]
    pub const fn tag(
        mut self,
        key: &'static str,
        token: Key,
        word: &'static str,
        former: &'static [&'static str],
    ) -> Self {
        self.tag = Some(Tag {
            key,
            word,
            former,
            optional: false,
            token,
        });
        self
    }

    /// Marks that the tag may be absent.
    #[doc(hidden)]
    pub const fn optional_tag(mut self) -> Self {
        if let Some(tag) = &mut self.tag {
            tag.optional = true;
        }
        self
    }

    /// Marks that a member has an alias.
    #[doc(hidden)]
    pub const fn has_aliases(mut self) -> Self {
        self.has_aliases = true;
        self
    }

    /// Marks that a member has values that are as good as null.
    #[doc(hidden)]
    pub const fn has_null_likes(mut self) -> Self {
        self.has_null_likes = true;
        self
    }

    /// Names a member of `extra` that a union asks for.
    #[doc(hidden)]
    pub const fn asks(mut self, member: &'static str) -> Self {
        self.asked = member;
        self
    }

    #[doc(hidden)]
    pub const fn keeps_extra(mut self) -> Self {
        self.keeps_extra = true;
        self
    }

    #[doc(hidden)]
    pub const fn lifecycle(mut self, member: usize, statuses: &'static EnumType) -> Self {
        self.lifecycle = Some(Lifecycle { member, statuses });
        self
    }

    #[doc(hidden)]
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }
}

impl Member {
    #[doc(hidden)]
    pub const fn new(name: &'static str, key: Key, docs: &'static str, shape: Shape) -> Self {
        Member {
            name,
            key,
            aliases: &[],
            docs,
            deprecated: None,
            shape,
            given: Given::Nothing,
            null_like: &[],
            rules: &[],
            change: Change::Free,
            doubts: Doubts {
                none: shape.is_plain_or_null(),
                set_in: 0,
                null_in: 0,
                others: false,
                span: NO_SPAN,
                of_null: false,
            },
        }
    }

    #[doc(hidden)]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    #[doc(hidden)]
    pub const fn optional(mut self) -> Self {
        self.given = Given::Optional;
        self
    }

    #[doc(hidden)]
    pub const fn null_like(mut self, values: &'static [Literal]) -> Self {
        self.null_like = values;
        self
    }

    #[doc(hidden)]
    pub const fn optional_or_null(mut self) -> Self {
        self.given = Given::OptionalOrNull;
        self
    }

    #[doc(hidden)]
    pub const fn default(mut self) -> Self {
        self.given = Given::Default;
        self
    }

    #[doc(hidden)]
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self.doubts.none = false;
        self.doubts.others = true;
        self.doubts.span = match rules {
            [only] => only.span(),
            _ => NO_SPAN,
        };
        self
    }

    /// The rules of a member of which some are of presence: what those want, in sets of statuses.
    #[doc(hidden)]
    pub const fn presence_rules(
        mut self,
        set_in: u64,
        null_in: u64,
        others: bool,
        rules: &'static [Rule],
    ) -> Self {
        self.rules = rules;
        self.doubts = Doubts {
            none: false,
            set_in,
            null_in,
            others,
            span: NO_SPAN,
            of_null: false,
        };
        self
    }

    /// Marks that a rule asks the member even where it is null.
    #[doc(hidden)]
    pub const fn asks_of_null(mut self) -> Self {
        self.doubts.of_null = true;
        self
    }

    /// Says that nobody should use the member any more, and why.
    #[doc(hidden)]
    pub const fn deprecated(mut self, note: &'static str) -> Self {
        self.deprecated = Some(note);
        self
    }

    #[doc(hidden)]
    pub const fn immutable(mut self) -> Self {
        self.change = Change::Immutable;
        self
    }

    #[doc(hidden)]
    pub const fn set_once(mut self) -> Self {
        self.change = Change::SetOnce;
        self
    }
}

impl EnumType {
    #[doc(hidden)]
    pub const fn new(name: &'static str, docs: &'static str, words: &'static [Word]) -> Self {
        EnumType {
            name,
            docs,
            words,
            has_arrows: false,
            closed: false,
        }
    }

    /// Marks the words as statuses: a word without an arrow is an end state.
    #[doc(hidden)]
    pub const fn with_arrows(mut self) -> Self {
        self.has_arrows = true;
        self
    }
}

impl EnumType {
    /// Marks that other words are refused.
    #[doc(hidden)]
    pub const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }
}

impl Word {
    #[doc(hidden)]
    pub const fn new(name: &'static str, docs: &'static str) -> Self {
        Word {
            name,
            aliases: &[],
            docs,
            next: &[],
            terminal: false,
        }
    }

    #[doc(hidden)]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    #[doc(hidden)]
    pub const fn next(mut self, next: &'static [u16]) -> Self {
        self.next = next;
        self
    }

    #[doc(hidden)]
    pub const fn terminal(mut self) -> Self {
        self.terminal = true;
        self
    }
}

impl IdType {
    #[doc(hidden)]
    pub const fn new(
        name: &'static str,
        docs: &'static str,
        prefixes: &'static [&'static str],
    ) -> Self {
        IdType {
            name,
            docs,
            prefixes,
            rules: &[],
            head: Head::of(prefixes),
            without_escapes: false,
        }
    }

    #[doc(hidden)]
    pub const fn without_escapes(mut self) -> Self {
        self.without_escapes = true;
        self
    }

    #[doc(hidden)]
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        // No text is known by its head alone.
        self.head = Head::NONE;
        self
    }
}
