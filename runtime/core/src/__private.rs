//! What expansions name: re-exports, no logic.

pub use core::borrow::Borrow;
pub use core::clone::Clone;
pub use core::cmp::{Eq, Ord, Ordering, PartialEq, PartialOrd};
pub use core::convert::Infallible;
pub use core::convert::{AsRef, From, Into, TryFrom};
pub use core::default::Default;
pub use core::fmt::{self, Debug};
pub use core::hash::{BuildHasher, Hash, Hasher};
pub use core::iter::Iterator;
pub use core::marker::Copy;
pub use core::marker::{PhantomData, Sized};
pub use core::mem::swap;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, str, u16, u64, usize};
pub use core::result::Result::{self, Err, Ok};
pub use core::str::FromStr;

pub use std::string::String;

pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::bridge::{deserialize, serialize};
pub use crate::debug::debug;
pub use crate::describe::flatten::{flattened, flattened_len};
pub use crate::describe::{
    Change, Descriptor, EnumType, FullTerms, FullWordTerms, Given, IdType, Lifecycle, Masks,
    Member, ObjectType, Others, OwnTag, Part, Shape, Tag, Terms, UnionStyle, UnionType,
    UnionVariant, Word, WordTerms,
};
pub use crate::extra::Extra;
pub use crate::flatten::{lend, lend_mut};
pub use crate::foreign::{Blank, Foreign, ForeignMut, ForeignView, Serde};
pub use crate::id::{IdKind, inert};
pub use crate::json::NO_TOKEN;
pub use crate::lifecycle::{
    Shown, ViewField, contradictions, debug_view, never_after, only_after, status_stands,
};
pub use crate::literal::Literal;
pub use crate::node::{
    Described, Fill, Kind, MapKey, Misfit, Node, OwnedMut, Scalar, ScalarMut, Slot, Taken, View,
    WordMut,
};
pub use crate::object::{
    ApiObject, Borrower, BorrowerMut, Declared, Lent, LentMut, Object, ObjectMut, Special, custom,
    lend_members, lend_members_mut,
};
pub use crate::open_enum::{
    ActiveStatuses, EndedStatuses, OpenEnum, RefusedWord, StatusEnum, UnknownValue, same_statuses,
    status_among, status_place,
};
pub use crate::report::Report;
pub use crate::rules::{
    Ask, Bound, Choice, Condition, Format, Head, Level, Number, Order, Relation, Rule, Statuses,
    Term,
};
pub use crate::sound::{IsExtra, Sound};
pub use crate::text::Str;
pub use crate::union::{Active, BlankPlace, Chosen, DeclaredUnion, Union, UnionMut, UnknownObject};
pub use crate::{
    __borrowed_id as borrowed_id, __closed_words as closed_words, __expression as expression,
    __id as id, __number_id as number_id, __words as words,
};

/// This module, for a derive of the same version. One of another version asks for a name that is not here, which says
/// which version it needs.
pub use crate::__private as derive_needs_api_object_0_1_0;

/// What derived enums run.
pub mod open_enum {
    pub use crate::open_enum::*;
}

/// What values of types implement that are described at run time, and are no derive's.
pub mod late {
    pub use crate::describe::{Late, LateType};
    pub use crate::items::Unreadable;
    pub use crate::node::{KeyRefusal, List, ListMut, Map, MapMut};
    pub use crate::quoted::accept as accept_quoted;
    pub use crate::rules::holds;
    pub use crate::union::Close;
}
