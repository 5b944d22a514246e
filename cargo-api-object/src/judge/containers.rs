//! Lists and maps of values.

use std::collections::BTreeMap;

use api_object::__private::late::{KeyRefusal, List, ListMut, Map, MapMut, Unreadable};
use api_object::{Fill, Node, Scalar, Shape};

use super::value::Value;

/// The elements of an array.
pub(super) struct Elements {
    shape: &'static Shape,
    /// Whether an element that cannot be read stays as its text.
    keeps: bool,
    places: Vec<Result<Value, Unreadable>>,
}

impl Elements {
    pub(super) fn new(shape: &'static Shape, keeps: bool) -> Self {
        let places = Vec::new();
        Elements {
            shape,
            keeps,
            places,
        }
    }

    pub(super) fn cleared(&mut self) -> &mut Self {
        self.places.clear();
        self
    }
}

impl List for Elements {
    fn count(&self) -> usize {
        self.places.len()
    }

    fn get(&self, index: usize) -> Option<&dyn Node> {
        match self.places.get(index)? {
            Ok(value) => Some(value),
            Err(unreadable) => Some(unreadable),
        }
    }
}

impl<'de> ListMut<'de> for Elements {
    fn push(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>)) {
        let mut value = Value::blank(self.shape);
        f(&mut value);
        self.places.push(Ok(value));
    }

    fn pop(&mut self) {
        self.places.pop();
    }

    fn clear(&mut self) {
        self.places = Vec::new();
    }

    fn keep(&mut self, unreadable: &mut dyn FnMut() -> Unreadable) -> bool {
        if let (true, Some(last)) = (self.keeps, self.places.last_mut()) {
            *last = Err(unreadable());
        }
        self.keeps
    }
}

/// The entries of an object with free keys.
pub(super) struct Entries {
    shape: &'static Shape,
    entries: BTreeMap<String, Value>,
}

impl Entries {
    pub(super) fn new(shape: &'static Shape) -> Self {
        let entries = BTreeMap::new();
        Entries { shape, entries }
    }

    pub(super) fn cleared(&mut self) -> &mut Self {
        self.entries.clear();
        self
    }
}

impl Map for Entries {
    fn count(&self) -> usize {
        self.entries.len()
    }

    fn each(&self, f: &mut dyn FnMut(&str, &dyn Node)) {
        for (key, value) in &self.entries {
            f(key, value);
        }
    }
}

impl<'de> MapMut<'de> for Entries {
    fn entry(
        &mut self,
        key: Scalar<'_, 'de>,
        f: &mut dyn FnMut(&mut dyn Fill<'de>) -> bool,
    ) -> Result<(), KeyRefusal> {
        let (Scalar::Borrowed(key) | Scalar::Transient(key)) = key else {
            return Err(KeyRefusal::NotText);
        };
        if self.entries.contains_key(key) {
            return Err(KeyRefusal::Twice);
        }
        let mut value = Value::blank(self.shape);
        if f(&mut value) {
            self.entries.insert(key.to_owned(), value);
        }
        Ok(())
    }

    fn clear(&mut self) {
        self.entries.clear();
    }
}
