//! Reading arrays, and objects with free keys, from a serde format.

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess};

use super::{Seed, misfit};
use crate::bridge::from_text::FromText;
use crate::bridge::path::Path;
use crate::bridge::respelled;
use crate::bridge::transcode::{NUMBER, next_json, number_in_quotes};
use crate::describe::Shape;
use crate::issue::Code;
use crate::node::{ListMut, MapMut, Scalar};

/// Reads the elements of an array, and answers those that are spelled otherwise.
pub(super) fn elements<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListMut<'de>,
    shape: &'static Shape,
    path: &Path<'_>,
    mut items: A,
) -> Result<respelled::Elements, A::Error> {
    let mut otherwise = Vec::new();
    let mut index = 0;
    let mut read = Ok(Some(None));
    while let Some(spelled) = read? {
        otherwise.extend(spelled.map(|raw| (index - 1, raw)));
        let at = Path::Index(path, index);
        read = Ok(None);
        // Whether there is another element shows only with a place for it.
        list.push(&mut |item| read = items.next_element_seed(Seed::new(item, shape, &at)));
        index += 1;
    }
    list.pop();
    Ok(otherwise)
}

/// Reads the entries of a map, and answers those that are spelled otherwise.
pub(super) fn map_entries<'de, A: MapAccess<'de>>(
    map: &mut dyn MapMut<'de>,
    whole: &'static Shape,
    path: &Path<'_>,
    mut entries: A,
) -> Result<respelled::Members, A::Error> {
    let shape = whole.element();
    let mut otherwise = Vec::new();
    let mut next = entries.next_key::<String>()?;
    let mut perhaps_number = next.as_deref() == Some(NUMBER);
    while let Some(key) = next {
        let at = Path::Key(path, &key);
        let mut read = Ok(None);
        let kept = match std::mem::take(&mut perhaps_number) {
            true => Some(next_json(&mut entries)?),
            false => None,
        };
        let entered = map.entry(Scalar::Transient(&key), &mut |value| {
            let seed = Seed::new(value, shape, &at);
            read = match &kept {
                Some(json) => seed
                    .deserialize(FromText::kept(json))
                    .map_err(A::Error::custom),
                None => entries.next_value_seed(seed),
            };
            read.is_ok()
        });
        if let Err(refusal) = entered {
            return Err(at.error(Code::DuplicateMember, refusal.to_string()));
        }
        let number = kept
            .as_ref()
            .and_then(|json| number_in_quotes(json.as_bytes()));
        let Some(number) = number else {
            // Behind a value that did not fit a format need not know where it is.
            otherwise.extend(read?.map(|raw| (key, raw)));
            next = entries.next_key()?;
            continue;
        };
        next = entries.next_key()?;
        if next.is_none() {
            return Err(misfit(whole, path, number));
        }
        otherwise.extend(read?.map(|raw| (key, raw)));
    }
    Ok(otherwise)
}
