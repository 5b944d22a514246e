//! What an `Extra` holds beside its bits, which most have nothing of.

use super::{Aside, Extra, Respelled};

#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Rest {
    /// Unknown members as they stood in the object, with the commas between them.
    pub(super) unknown: String,
    /// The bits of the members from the 48th on.
    pub(super) more_bits: Vec<u64>,
    /// The tag's former spelling, if it had one.
    pub(super) former_tag: Option<Box<str>>,
    /// The aliases by which unions chose this object, with the tags that they stood for: key, and word.
    pub(super) variant_aliases: Vec<((&'static str, &'static str), Box<str>)>,
    pub(super) set_aside: Vec<Aside>,
    pub(super) respelled: Vec<Respelled>,
    /// Required members that were missing or did not fit, with what is written of their blanks; and members that did not
    /// fit and have defaults, with what is written of these.
    pub(super) placeholders: Vec<(usize, Box<str>)>,
    /// Members that came under an alias of theirs, with that.
    pub(super) aliased: Vec<(usize, &'static str)>,
}

impl Drop for Extra {
    #[inline]
    fn drop(&mut self) {
        if let Some(rest) = self.rest.take() {
            release(rest);
        }
    }
}

/// Drops what is kept. By its ABI, compilers know that this does not unwind, so that the drop of an object that has an `Extra`
/// needs no way out for each of its fields.
extern "C" fn release(rest: Box<Rest>) {
    drop(rest);
}
