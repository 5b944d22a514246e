//! Rules as constant data.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::{Ask, Bound, Level, Object, Order, Rule};

/// Rules of the user's own are called by number; these are the numbers of one object, in the order
/// in which they are declared: the members' first, then the object's.
pub(super) struct Custom<'a> {
    pub(super) member: Option<&'a syn::Ident>,
    pub(super) path: &'a syn::Path,
}

pub(super) fn customs<'a>(object: &'a Object<'_>) -> Vec<Custom<'a>> {
    let mut customs = Vec::new();
    for member in &object.members {
        for rule in &member.rules {
            if let Ask::Custom(path) = &rule.ask {
                let member = Some(member.ident);
                customs.push(Custom { member, path });
            }
        }
    }
    let own = object.checks.iter().map(|check| Custom {
        member: None,
        path: &check.path,
    });
    customs.extend(own);
    customs
}
