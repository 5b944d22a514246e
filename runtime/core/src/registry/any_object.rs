//! `AnyObject`: a value of one of the types of a registry, or the text of none of them.

use std::any::Any;
use std::fmt;

use serde::{Serialize, Serializer};

use super::Held;
use crate::bridge;
use crate::debug::debug;
use crate::describe::{Descriptor, Shape};
use crate::issue::Issue;
use crate::items::Unreadable;
use crate::node::{Described, Node, View};
use crate::raw::RawJson;

/// What a [`Registry`](crate::Registry) read: a value of one of its types, or the text of what is none of theirs.
///
/// It is written back as it came. `Debug` shows a value without its secrets, and of text not more than why it is kept.
pub struct AnyObject {
    tag: Option<String>,
    content: Content,
}

enum Content {
    Known(Box<dyn Held>, Descriptor),
    Kept(Unreadable),
}

impl AnyObject {
    pub(super) fn known(tag: Option<String>, held: Box<dyn Held>, descriptor: Descriptor) -> Self {
        let content = Content::Known(held, descriptor);
        AnyObject { tag, content }
    }

    pub(super) fn kept(tag: Option<String>, text: Unreadable) -> Self {
        let content = Content::Kept(text);
        AnyObject { tag, content }
    }

    /// The word of its tag, as it came; none where it bore none.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// Whether it was read as one of the registered types.
    pub fn is_known(&self) -> bool {
        matches!(self.content, Content::Known(..))
    }

    /// What its type declares, where it was read as one.
    pub fn descriptor(&self) -> Option<Descriptor> {
        match &self.content {
            Content::Known(_, descriptor) => Some(*descriptor),
            Content::Kept(_) => None,
        }
    }

    /// The value, if it is one of this type.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        match &self.content {
            Content::Known(held, _) => (&**held as &dyn Any).downcast_ref(),
            Content::Kept(_) => None,
        }
    }

    /// The value, to be changed, if it is one of this type.
    pub fn get_mut<T: 'static>(&mut self) -> Option<&mut T> {
        match &mut self.content {
            Content::Known(held, _) => (&mut **held as &mut dyn Any).downcast_mut(),
            Content::Kept(_) => None,
        }
    }

    /// The value, if it is one of this type.
    ///
    /// # Errors
    ///
    /// All of it, unchanged, where it is not.
    pub fn into_value<T: Described + 'static>(mut self) -> Result<T, AnyObject> {
        match self.get_mut() {
            Some(value) => Ok(std::mem::replace(value, T::blank())),
            None => Err(self),
        }
    }

    /// The text that came, where it was read as none of the types.
    pub fn json(&self) -> Option<&RawJson> {
        match &self.content {
            Content::Known(..) => None,
            Content::Kept(text) => Some(text.json()),
        }
    }

    /// Why it was read as none of the types; empty where it was.
    pub fn issues(&self) -> &[Issue] {
        match &self.content {
            Content::Known(..) => &[],
            Content::Kept(text) => text.issues(),
        }
    }
}

/// As an item of a list. Blank, it is null, of no type.
#[diagnostic::do_not_recommend]
impl Described for AnyObject {
    const SHAPE: Shape = Shape::Any;

    fn blank() -> Self {
        AnyObject::kept(None, Unreadable::told(RawJson::default(), Vec::new()))
    }
}

impl Node for AnyObject {
    fn view(&self) -> View<'_> {
        match &self.content {
            Content::Known(held, _) => held.node().view(),
            Content::Kept(text) => View::Unreadable(text),
        }
    }
}

impl Serialize for AnyObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        bridge::serialize(self, serializer)
    }
}

impl fmt::Debug for AnyObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Known(_, descriptor) => debug(descriptor.name(), self.view(), f),
            Content::Kept(text) => f.debug_tuple("Kept").field(&self.tag).field(text).finish(),
        }
    }
}
