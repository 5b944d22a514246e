//! Objects, whose members are values of their own.

use std::cell::OnceCell;

use api_object::__private::{Borrower, BorrowerMut, Extra, Lent, LentMut, Object, ObjectMut};
use api_object::describe::ObjectType;
use api_object::{Fill, Node};

use super::value::Value;

/// The members of an object, and what nobody declared.
pub(super) struct Members {
    object: &'static ObjectType,
    extra: Extra,
    /// Made when they are asked for, so that a blank ends where types hold each other.
    fields: OnceCell<Vec<Value>>,
}

impl Members {
    pub(super) fn of(object: &'static ObjectType) -> Self {
        Members {
            object,
            extra: Extra::new(),
            fields: OnceCell::new(),
        }
    }

    fn fields(&self) -> &[Value] {
        let object = self.object;
        let blanks = || object.members.iter().map(|m| Value::blank(&m.shape));
        self.fields.get_or_init(|| blanks().collect())
    }
}

impl Object for Members {
    fn lend(&self, f: &mut dyn Borrower) {
        let fields: Vec<&dyn Node> = self.fields().iter().map(|field| field as _).collect();
        f.take(&Lent {
            object: self.object,
            extra: Some(&self.extra),
            fields: &fields,
        });
    }
}

impl<'de> ObjectMut<'de> for Members {
    fn lend_mut(&mut self, f: &mut dyn BorrowerMut<'de>) {
        self.fields();
        let fields = self.fields.get_mut().map(Vec::as_mut_slice);
        let fields = fields.unwrap_or_default().iter_mut();
        let mut fields: Vec<&mut dyn Fill<'de>> = fields.map(|field| field as _).collect();
        f.take(LentMut {
            object: self.object,
            extra: Some(&mut self.extra),
            fields: &mut fields,
        });
    }
}
