//! What is written otherwise inside an array or an object, put into the text of the whole.
//!
//! A format cannot be read twice, so the text that came is made again: as the type writes it, save for
//! what was spelled otherwise.

use std::collections::HashMap;

use super::de::Spelled;
use crate::json::{elements, inside, members};
use crate::node::Node;
use crate::raw::quoted;
use crate::write;

/// Elements that were spelled otherwise: their places, ascending, and their JSON text.
pub(super) type Elements = Vec<(usize, String)>;

/// Members or entries that were spelled otherwise: their names, and the JSON text of their values.
pub(super) type Members = Vec<(String, String)>;

/// The text of an array; nothing where it is as its type writes it.
pub(super) fn array(node: &dyn Node, otherwise: Elements) -> Spelled {
    match otherwise.is_empty() {
        true => None,
        false => Some(array_text(&write::to_text(node.view()), otherwise)),
    }
}

/// The text of an object; nothing where it is as its type writes it.
pub(super) fn object(node: &dyn Node, otherwise: &Members) -> Spelled {
    match otherwise.is_empty() {
        true => None,
        false => Some(object_text(&write::to_text(node.view()), otherwise)),
    }
}

/// The members of an object that was spelled otherwise.
#[cold]
pub(super) fn of_text(object: &str) -> Members {
    let member = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let members = members(inside(object));
    members.map(|m| member(&m.name, m.value)).collect()
}

#[cold]
fn array_text(canonical: &str, otherwise: Elements) -> String {
    let mut otherwise = otherwise.into_iter().peekable();
    let mut items = Vec::new();
    for (place, element) in elements(inside(canonical)).enumerate() {
        let text = otherwise.next_if(|(other, _)| *other == place);
        items.push(text.map_or_else(|| element.to_owned(), |(_, text)| text));
    }
    format!("[{}]", items.join(","))
}

#[cold]
fn object_text(canonical: &str, otherwise: &Members) -> String {
    let otherwise: HashMap<&str, &str> = otherwise
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let items: Vec<String> = members(inside(canonical))
        .map(|member| match otherwise.get(&*member.name) {
            Some(text) => format!("{}:{text}", quoted(&member.name)),
            None => member.text.to_owned(),
        })
        .collect();
    format!("{{{}}}", items.join(","))
}
