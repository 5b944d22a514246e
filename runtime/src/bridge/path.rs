//! Where in a value the bridge is, for its messages.

use std::cell::Cell;
use std::fmt;

use crate::json::Pointer;
use crate::read::READ_IN_VAIN;

/// A step on the way down, on the stack of whoever made it.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root(&'a Budget),
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
    /// Inside of a secret, at the same place.
    Secret(&'a Path<'a>),
}

/// How many bytes may yet be read in vain, as variants that do not fit.
#[derive(Default)]
pub(super) struct Budget {
    left: Cell<usize>,
    /// Whether a variant is being tried.
    within: Cell<bool>,
}

impl Budget {
    /// Begins with the variants of a value of this length; answers whether no other is being tried.
    pub(super) fn enter(&self, length: usize) -> bool {
        let is_outermost = !self.within.replace(true);
        if is_outermost {
            self.left.set(length.saturating_mul(READ_IN_VAIN));
        }
        is_outermost
    }

    /// Ends what [`enter`](Self::enter) began, which it answered.
    pub(super) fn leave(&self, is_outermost: bool) {
        self.within.set(!is_outermost);
    }

    /// Notes what was read in vain, and says whether more may be.
    pub(super) fn spend(&self, length: usize) -> bool {
        self.left.set(self.left.get().saturating_sub(length));
        self.left.get() > 0
    }
}

impl<'a> Path<'a> {
    pub(super) fn budget(&self) -> &'a Budget {
        match self {
            Path::Root(budget) => budget,
            Path::Key(parent, _) | Path::Index(parent, _) | Path::Secret(parent) => parent.budget(),
        }
    }

    /// Whether this is inside of a secret.
    pub(super) fn is_secret(&self) -> bool {
        match self {
            Path::Root(_) => false,
            Path::Secret(_) => true,
            Path::Key(parent, _) | Path::Index(parent, _) => parent.is_secret(),
        }
    }

    fn pointer(&self) -> Pointer {
        match self {
            Path::Root(_) => Pointer::default(),
            Path::Secret(parent) => parent.pointer(),
            // The names in a secret may be secret, too.
            Path::Key(parent, _) | Path::Index(parent, _) if parent.is_secret() => parent.pointer(),
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
            Path::Root(_) | Path::Secret(Path::Root(_)) => Ok(()),
            _ => write!(f, "at {}: ", self.pointer()),
        }
    }
}
