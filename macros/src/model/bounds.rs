//! What implementations ask of type parameters.

use proc_macro2::Ident;
use syn::{Type, WherePredicate};

/// What the implementations ask of type parameters beyond what the user's type does.
pub(crate) enum Bounds {
    /// What members ask, of these parameters, and of these types in which some occur.
    OfMembers {
        params: Vec<Ident>,
        asked: Vec<Asked>,
    },
    /// `bound = "…"`.
    Given(Vec<WherePredicate>),
}

/// A type in which parameters occur, and what is asked of it.
pub(crate) struct Asked {
    pub(crate) ty: Type,
    pub(crate) asks: Asks,
}

/// What a member asks of a type that its own is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// What is asked of a member.
    Member,
    /// What a `BTreeMap` asks of its keys.
    SortedKey,
    /// What a `HashMap` and an `OrderedMap` ask of theirs.
    HashedKey,
    /// What a `HashMap` asks of what hashes its keys.
    Hasher,
}
