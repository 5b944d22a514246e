//! Names that may be taken once.

use proc_macro2::Span;

/// The names taken so far, and by whom.
#[derive(Default)]
pub(super) struct Claims {
    taken: Vec<(String, Span)>,
}

impl Claims {
    /// The number of names taken.
    pub(super) fn len(&self) -> usize {
        self.taken.len()
    }

    /// Takes `name`, or says who has it already.
    pub(super) fn claim(&mut self, name: impl Into<String>, span: Span) -> Result<(), Span> {
        let name = name.into();
        match self.taken.iter().find(|(taken, _)| *taken == name) {
            Some((_, first)) => Err(*first),
            None => {
                self.taken.push((name, span));
                Ok(())
            }
        }
    }
}
