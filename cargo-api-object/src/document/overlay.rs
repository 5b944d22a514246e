//! Overlays (OpenAPI Overlay 1.0): what the owner of the types knows and the document does not say.

use super::path::{Key, Path, at_mut};
use super::value::Value;

/// An action of an overlay that changed nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlayNote {
    /// The number of the action, from 0.
    pub action: usize,
    /// Its target.
    pub target: String,
}

/// Applies each action in its order; answers those whose target selects nothing.
pub(super) fn apply(overlay: &Value, root: &mut Value) -> Result<Vec<OverlayNote>, String> {
    let version = overlay.get("overlay").and_then(Value::as_str);
    if !version.is_some_and(|version| version.starts_with("1.")) {
        return Err("no overlay: it starts with `overlay: 1.0.0`".to_owned());
    }
    let actions = overlay.get("actions").and_then(Value::as_list);
    let mut notes = Vec::new();
    for (action, value) in actions.unwrap_or_default().iter().enumerate() {
        let target = value.get("target").and_then(Value::as_str);
        let target = target.ok_or_else(|| format!("action {action} has no target"))?;
        let path = Path::parse(target).map_err(|why| format!("action {action}: {why}"))?;
        let mut places = path.select(root);
        if places.is_empty() {
            let target = target.to_owned();
            notes.push(OverlayNote { action, target });
        }
        let removes = value.get("remove").and_then(Value::as_bool) == Some(true);
        // Later elements of a list go first, so that numbers hold.
        places.reverse();
        for place in places {
            match (removes, value.get("update")) {
                (true, _) => remove(root, &place),
                (false, Some(update)) => {
                    if let Some(value) = at_mut(root, &place) {
                        merge(value, update);
                    }
                }
                (false, None) => {}
            }
        }
    }
    Ok(notes)
}

/// The notes that all files agree on.
pub(super) fn unused_in_all(notes: Vec<Vec<OverlayNote>>) -> Vec<OverlayNote> {
    let (first, others) = match notes.split_first() {
        Some((first, others)) => (first.clone(), others),
        None => return Vec::new(),
    };
    let everywhere = |note: &OverlayNote| others.iter().all(|other| other.contains(note));
    first.into_iter().filter(everywhere).collect()
}

fn remove(root: &mut Value, place: &[Key]) {
    let Some((last, parent)) = place.split_last() else {
        return;
    };
    match (at_mut(root, parent), last) {
        (Some(Value::Map(map)), Key::Name(name)) => {
            map.shift_remove(name);
        }
        (Some(Value::List(list)), Key::Index(index)) if *index < list.len() => {
            list.remove(*index);
        }
        _ => {}
    }
}

/// Maps are merged, lists get the update as a further element or elements, all else is replaced.
fn merge(value: &mut Value, update: &Value) {
    match (value, update) {
        (Value::Map(map), Value::Map(update)) => {
            for (name, update) in update {
                match map.get_mut(name) {
                    Some(value) => merge(value, update),
                    None => {
                        map.insert(name.clone(), update.clone());
                    }
                }
            }
        }
        (Value::List(list), Value::List(update)) => list.extend(update.iter().cloned()),
        (Value::List(list), update) => list.push(update.clone()),
        (value, update) => *value = update.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    #[test]
    fn actions_update_and_remove() {
        let mut root = parse("{info: {t: 1}, tags: [a], s: {A: {x: 1, y: 2}, B: {x: 1}}}").unwrap();
        let overlay = parse(
            "overlay: 1.0.0
actions:
- {target: $.info, update: {t: 2, v: {w: 1}}}
- {target: $.tags, update: b}
- {target: '$.s.*.x', remove: true}
- {target: $.none, remove: true}",
        );
        let notes = apply(&overlay.unwrap(), &mut root).unwrap();
        assert_eq!(
            root.to_string(),
            r#"{"info":{"t":2,"v":{"w":1}},"tags":["a","b"],"s":{"A":{"y":2},"B":{}}}"#
        );
        assert_eq!(notes[0].target, "$.none");
        assert_eq!(notes.len(), 1);
    }

    #[test]
    fn what_is_no_overlay_is_refused() {
        let mut root = Value::Null;
        assert!(apply(&parse("openapi: 3.1.0").unwrap(), &mut root).is_err());
        let aimless = parse("{overlay: 1.0.0, actions: [{}]}").unwrap();
        assert_eq!(
            apply(&aimless, &mut root).unwrap_err(),
            "action 0 has no target"
        );
    }
}
