//! Type parameters, with bounds and a where clause of the user's own.

use std::collections::BTreeMap;
use std::fmt::Debug;

use api_object::{ApiObject, Extra};

/// A page of anything.
#[derive(Debug, PartialEq, ApiObject)]
#[api(object = "list")]
pub struct Page<T> {
    /// What is on it.
    #[api(len(..=100))]
    data: Vec<T>,
    /// Whether there is another.
    has_more: bool,
    #[api(extra)]
    extra: Extra,
}

/// Two things.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Pair<A: Debug, B>
where
    B: PartialEq,
{
    first: A,
    #[api(optional)]
    second: Option<B>,
}

/// A thing, or nothing that is known.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Wrapped<T> {
    Page(Page<T>),
    #[api(unknown)]
    Other(api_object::UnknownObject),
}

/// A type of which the members are named by a trait.
pub trait Kind {
    /// What names it.
    type Id: Debug + PartialEq;
}

/// A thing by its id.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Reference<K: Kind> {
    id: K::Id,
    former: Vec<<K as Kind>::Id>,
}

/// Things by their ids.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Index<K: Kind, V> {
    of: BTreeMap<K::Id, V>,
}
