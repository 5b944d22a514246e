//! Descriptors that are made at run time, where types are read from a document and not compiled.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::OnceLock;

use super::{Descriptor, ObjectType};

/// What has a descriptor since the program runs.
///
/// A trait, since a compiler that asks whether a table may be shared looks into all types that it names, each time; what is
/// behind a trait says it once. All of these are asked for, since reports and errors name shapes.
pub trait LateType: Send + Sync + UnwindSafe + RefUnwindSafe {
    /// The descriptor.
    fn descriptor(&self) -> Descriptor;

    /// Whether a word is that of a receipt for an object of this type.
    fn is_receipt(&self, word: &str) -> bool {
        crate::deleted::is_receipt_of(self.descriptor(), word)
    }
}

/// The place of a descriptor that is made after shapes that name it, since types may be recursive.
///
/// Until it is set it describes an object without members.
#[derive(Default)]
pub struct Late(OnceLock<Descriptor>);

impl Late {
    /// A place for a descriptor.
    pub const fn new() -> Self {
        Late(OnceLock::new())
    }

    /// Sets the descriptor; `false` where one is there already, which stays.
    pub fn set(&self, descriptor: Descriptor) -> bool {
        self.0.set(descriptor).is_ok()
    }
}

impl LateType for Late {
    fn descriptor(&self) -> Descriptor {
        static NOTHING: ObjectType = ObjectType::new("", "", &[]);
        let descriptor = self.0.get().copied();
        descriptor.unwrap_or(Descriptor::Object(&NOTHING))
    }
}

/// The name alone, since a type may hold itself.
impl fmt::Debug for dyn LateType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Late")
            .field(&self.descriptor().name())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::{Member, Shape};

    #[test]
    fn a_type_may_hold_itself() {
        static NODE: Late = Late::new();
        static NEXT: Shape = Shape::Late(&NODE);
        static MEMBERS: [Member; 1] = [Member::new("next", "", Shape::Nullable(&NEXT))];
        static TABLE: ObjectType = ObjectType::new("Node", "", &MEMBERS);
        assert_eq!(NEXT.expected(), "an object ()");
        assert!(NODE.set(Descriptor::Object(&TABLE)));
        assert!(!NODE.set(Descriptor::Object(&TABLE)));
        assert_eq!(NEXT.expected(), "an object (Node)");
        assert!(!NEXT.holds_secret() && NEXT.has_below());
        assert_eq!(format!("{NEXT:?}"), "Late(Late(\"Node\"))");
        assert_eq!(Shape::LateReceipt(&NODE).expected(), "a string");
        assert!(NODE.is_receipt("any word of a type without a tag"));
    }
}
