//! Reading a list whose elements stand each for itself from a serde format.
//!
//! A format goes no further behind a value that does not fit. So each element is kept as JSON text, and read from there.

use serde::de::{DeserializeSeed, Error, SeqAccess};

use super::{Seed, Spelled};
use crate::bridge::from_text::FromText;
use crate::bridge::path::Path;
use crate::bridge::respelled;
use crate::bridge::transcode::ToJson;
use crate::describe::Shape;
use crate::issue::Issue;
use crate::items::Unreadable;
use crate::json::Input;
use crate::node::{Fill, ListMut};
use crate::raw::RawJson;

/// Reads all elements. Of one that does not fit, the first thing that is wrong is told.
pub(super) fn read<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListMut<'de>,
    shape: &'static Shape,
    path: &Path<'_>,
    mut items: A,
) -> Result<respelled::Elements, A::Error> {
    let mut otherwise = Vec::new();
    for index in 0.. {
        let mut json = Vec::new();
        if items.next_element_seed(ToJson(&mut json))?.is_none() {
            break;
        }
        let json = String::from_utf8(json).map_err(A::Error::custom)?;
        // What other formats nest deeper than JSON cannot be read from its text.
        let text = Input::from_text(&json).skip_value();
        text.map_err(A::Error::custom)?;
        let mut read = Ok(None);
        list.push(&mut |item| read = element(item, shape, path, &json));
        match read {
            Ok(spelled) => otherwise.extend(spelled.map(|text| (index, text))),
            Err(issues) => {
                list.keep(&mut || Unreadable::told(RawJson::trusted(&*json), issues.clone()));
            }
        }
    }
    Ok(otherwise)
}

/// Reads an element, in which all places begin at it.
fn element<'de>(
    item: &mut dyn Fill<'de>,
    shape: &'static Shape,
    path: &Path<'_>,
    json: &str,
) -> Result<Spelled, Vec<Issue>> {
    let budget = path.budget();
    let root = Path::Root(budget);
    let at = match path.is_secret() {
        true => Path::Secret(&root),
        false => root,
    };
    let read = Seed::new(item, shape, &at).deserialize(FromText::kept(json));
    read.map_err(|error| budget.told(&error))
}
