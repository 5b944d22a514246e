//! How much is wanted of why a value does not fit.
//!
//! Types of serde may hold types of ours that hold types of serde, as deep as a text goes. Were each asked again for its
//! reasons, the innermost would be read twice at each level, which is without a bound.

use std::cell::Cell;

/// How much is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reasons {
    /// Nothing: whoever asked hears only that a value does not fit.
    None,
    /// What does not fit, and not what types of serde say in it.
    Places,
    /// All.
    All,
}

thread_local! {
    static WANTED: Cell<Reasons> = const { Cell::new(Reasons::All) };
}

impl Reasons {
    /// How much is wanted here.
    pub(crate) fn wanted() -> Self {
        WANTED.get()
    }

    /// Does something of which no more than this is wanted.
    pub(crate) fn at_most<R>(self, f: impl FnOnce() -> R) -> R {
        struct Restored(Reasons);
        impl Drop for Restored {
            fn drop(&mut self) {
                WANTED.set(self.0);
            }
        }
        let _restored = Restored(WANTED.replace(self.min(WANTED.get())));
        f()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_is_wanted_within_and_all_behind() {
        let within = Reasons::None.at_most(|| Reasons::Places.at_most(Reasons::wanted));
        assert_eq!(within, Reasons::None);
        assert_eq!(Reasons::Places.at_most(Reasons::wanted), Reasons::Places);
        assert_eq!(Reasons::wanted(), Reasons::All);
    }
}
