//! Where in a value the bridge is, for its messages.

use std::fmt;

use crate::json::Pointer;

/// A step on the way down, on the stack of whoever made it.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
    /// Inside of a secret, at the same place.
    Secret(&'a Path<'a>),
}

impl Path<'_> {
    /// Whether this is inside of a secret.
    pub(super) fn is_secret(&self) -> bool {
        match self {
            Path::Root => false,
            Path::Secret(_) => true,
            Path::Key(parent, _) | Path::Index(parent, _) => parent.is_secret(),
        }
    }

    fn pointer(&self) -> Pointer {
        match self {
            Path::Root => Pointer::default(),
            Path::Secret(parent) => parent.pointer(),
            Path::Key(parent, key) => {
                let mut pointer = parent.pointer();
                pointer.push_key(key);
                pointer
            }
            Path::Index(parent, index) => {
                let mut pointer = parent.pointer();
                pointer.push_index(*index);
                pointer
            }
        }
    }
}

/// `at /a/b: `, and nothing at the root.
impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root | Path::Secret(Path::Root) => Ok(()),
            _ => write!(f, "at {}: ", self.pointer()),
        }
    }
}
