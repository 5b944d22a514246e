//! What is kept of a member beside its value.

use crate::fault::Why;
use crate::issue::Issue;
use crate::raw::RawJson;

/// A value that did not fit its member: kept, reported and written back. Or one that is as good as null, of which
/// there is nothing to report.
#[derive(Clone)]
pub(crate) struct Aside {
    /// The member's place among the members.
    pub(crate) member: usize,
    pub(crate) raw: RawJson,
    /// What did not fit.
    pub(crate) why: Why,
}

impl Aside {
    /// What did not fit; pointers are relative to the member's value.
    pub(crate) fn issues(&self) -> Vec<Issue> {
        self.why.tell(self.raw.as_str())
    }
}

/// The same text does not fit the same member for the same reasons, wherever it stood.
impl PartialEq for Aside {
    fn eq(&self, other: &Self) -> bool {
        self.member == other.member
            && self.raw == other.raw
            && self.why.is_empty() == other.why.is_empty()
    }
}

impl Eq for Aside {}

/// A value that its type would write otherwise: written as it was for as long as it is unchanged.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Respelled {
    pub(crate) member: usize,
    pub(crate) raw: Box<str>,
    pub(crate) canonical: Box<str>,
}
