//! `Debug` that shows JSON.

use api_object::{ApiObject, Secret, UnknownObject};

/// A key, and what it opens.
#[derive(PartialEq, ApiObject)]
#[api(debug)]
pub struct Key<T> {
    /// What is shown to nobody.
    secret: Secret<String>,
    /// What it opens.
    opens: Option<T>,
}

/// What a key may open.
#[derive(PartialEq, ApiObject)]
#[api(tag = "type", debug)]
pub enum Lock {
    /// A door.
    Door(Door),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A door.
#[derive(PartialEq, ApiObject)]
#[api(debug)]
pub struct Door {
    /// Where it is.
    floor: i32,
}
