//! Lists and maps with values that their types would write otherwise, as JSON text.

use crate::json::write_str;
use crate::node::{Node, View};
use crate::write;

/// The text of a list with these elements as they were spelled; `None` where there are none.
pub(super) fn list_as_spelled(list: View<'_>, respelled: &[(usize, String)]) -> Option<String> {
    let (View::List(list), [_, ..]) = (list, respelled) else {
        return None;
    };
    let mut respelled = respelled.iter().peekable();
    let mut json = String::from("[");
    for place in 0..list.len() {
        if place > 0 {
            json.push(',');
        }
        match (respelled.next_if(|(at, _)| *at == place), list.get(place)) {
            (Some((_, raw)), _) => json.push_str(raw),
            (None, Some(element)) => json.push_str(&write::to_text(element)),
            (None, None) => {}
        }
    }
    json.push(']');
    Some(json)
}

/// The text of a map with the values of these keys as they were spelled; `None` where there are none.
pub(super) fn map_as_spelled(map: View<'_>, respelled: &[(String, String)]) -> Option<String> {
    let (View::Map(map), [_, ..]) = (map, respelled) else {
        return None;
    };
    let mut json = Vec::new();
    map.each(&mut |key, value: &dyn Node| {
        json.push(if json.is_empty() { b'{' } else { b',' });
        write_str(&mut json, key.as_bytes());
        json.push(b':');
        match respelled.iter().find(|(name, _)| name == key) {
            Some((_, raw)) => json.extend_from_slice(raw.as_bytes()),
            None => json.extend_from_slice(&write::to_vec(value)),
        }
    });
    json.push(b'}');
    String::from_utf8(json).ok()
}
