//! The variant that a blank union is, where none keeps what is unknown.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::describe::{Descriptor, Shape, UnionType};

/// The place of the variant of a union whose blank ends soonest. It is looked for once.
///
/// A variant may hold the same union again, behind whatever it stands, and then its blank need not end. Where
/// several unions hold each other, all of them take the shortest way, so that none leads into another's loop.
pub struct BlankPlace(AtomicUsize);

const UNKNOWN: usize = usize::MAX;

/// The greatest depth of a blank that is looked for.
const DEPTH: usize = 32;

impl BlankPlace {
    /// Not yet looked for.
    #[expect(clippy::new_without_default, reason = "it is made in a constant")]
    pub const fn new() -> Self {
        BlankPlace(AtomicUsize::new(UNKNOWN))
    }

    /// The place in this union, which is the same at each call.
    #[inline]
    pub fn of(&self, union: &'static UnionType) -> usize {
        match self.0.load(Ordering::Relaxed) {
            UNKNOWN => {
                let mut depths = 1..=DEPTH;
                let place = depths.find_map(|depth| Way::new(depth).through(union));
                let place = place.unwrap_or(0);
                self.0.store(place, Ordering::Relaxed);
                place
            }
            place => place,
        }
    }
}

/// A way down through types.
struct Way {
    /// How much deeper it may lead.
    depth: usize,
    /// The types on it, by their addresses.
    met: Vec<*const ()>,
}

impl Way {
    fn new(depth: usize) -> Self {
        Way {
            depth,
            met: Vec::new(),
        }
    }

    /// The first variant of a union through which the way ends.
    fn through(&mut self, union: &'static UnionType) -> Option<usize> {
        if union.open {
            return Some(0);
        }
        self.below(std::ptr::from_ref(union).cast(), |way| {
            let mut variants = union.variants.iter();
            variants.position(|variant| match variant.object {
                Some(object) => object.members.iter().all(|m| way.ends(&m.shape)),
                None => way.ends(&variant.shape),
            })
        })
    }

    /// Whether the blank of this shape ends.
    fn ends(&mut self, shape: &Shape) -> bool {
        if let Shape::Secret(inner) = shape {
            return self.ends(inner);
        }
        // Those without a descriptor are blank without anything below.
        let Some(descriptor) = shape.descriptor() else {
            return true;
        };
        match descriptor {
            Descriptor::OpenEnum(_) | Descriptor::Id(_) => true,
            Descriptor::Union(union) => self.through(union).is_some(),
            Descriptor::Object(object) => {
                let ends = self.below(std::ptr::from_ref(object).cast(), |way| {
                    let mut members = object.members.iter();
                    let ends = members.all(|m| m.has_default() || way.ends(&m.shape));
                    ends.then_some(())
                });
                ends.is_some()
            }
        }
    }

    /// What `f` says of the way below a type, unless that is too deep, or the type was met above.
    fn below<T>(&mut self, at: *const (), f: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth == 0 || self.met.contains(&at) {
            return None;
        }
        self.met.push(at);
        self.depth -= 1;
        let answer = f(self);
        self.depth += 1;
        self.met.pop();
        answer
    }
}
