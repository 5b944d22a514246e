//! The schemas of a body, and what those are called that have no name, where media types have different ones.

use super::super::read::Reader;
use super::super::samples::{samples, unquoted};
use super::Use;
use super::told::Told;
use crate::document::{Target, Value};

impl Reader<'_> {
    /// The schemas of a body, by media type.
    pub(super) fn content(&mut self, body: &Target, name: &str, by: &Use<'_>, told: &Told) {
        let Some(content) = body.child("content") else {
            // Swagger 2.0 has the schema here, and a sample for each media type beside it.
            if let Some(schema) = body.child("schema") {
                let samples = body.value().get("examples").and_then(Value::as_map);
                let samples = samples.into_iter().flatten().map(|(_, sample)| sample);
                let samples = samples.cloned().map(unquoted).collect();
                self.used(&schema, name, by, samples);
            }
            return;
        };
        let content = self.followed(&content);
        if content.place.pointer.starts_with("/components/schemas/") {
            return self.used(&content, name, by, Vec::new());
        }
        let mut named = Named::of(name, &content);
        let media = content.value().as_map();
        let media = media.into_iter().flat_map(|map| map.keys());
        for ty in media.cloned().collect::<Vec<_>>() {
            let Some(media) = content.child(&ty) else {
                continue;
            };
            let direct = media.value().get("$ref").is_some();
            let media = self.followed(&media);
            let mut found = samples(media.value());
            found.extend(self.shared_samples(&media));
            found.extend(told.of(&ty));
            match media.child("schema") {
                Some(schema) => self.used(&schema, &named.name(&ty, schema.value()), by, found),
                // A reference that stands where the media type should, and leads to a schema.
                None if direct => self.used(&media, name, by, Vec::new()),
                None => {}
            }
        }
    }

    /// Samples of a media type that are references to shared ones.
    fn shared_samples(&self, media: &Target) -> Vec<Value> {
        let examples = media.value().get("examples").and_then(Value::as_map);
        let references = examples
            .into_iter()
            .flatten()
            .filter_map(|(_, example)| example.get("$ref")?.as_str());
        let found = references.filter_map(|reference| {
            let target = self.documents.resolve(&media.place, reference).ok()?;
            let value = target.value();
            value.get("value").or(Some(value)).cloned()
        });
        found.map(unquoted).collect()
    }
}

/// The names of a body's schemas: that of the body for JSON, or else for the first, and with the media type for others.
struct Named<'s> {
    body: &'s str,
    known: Vec<(Value, String)>,
}

impl<'s> Named<'s> {
    fn of(body: &'s str, content: &Target) -> Self {
        let types = || content.value().as_map().into_iter().flatten();
        let plain = types().find(|(ty, _)| is_json(ty)).or(types().next());
        let plain = plain.and_then(|(_, media)| media.get("schema"));
        let known = plain.map(|schema| (schema.clone(), body.to_owned()));
        Named {
            body,
            known: known.into_iter().collect(),
        }
    }

    /// The name of the schema of a media type; of an equal one the same.
    fn name(&mut self, ty: &str, schema: &Value) -> String {
        if let Some((_, name)) = self.known.iter().find(|(known, _)| known == schema) {
            return name.clone();
        }
        let name = format!("{} {}", self.body, word(ty)).trim().to_owned();
        self.known.push((schema.clone(), name.clone()));
        name
    }
}

/// A media type without its parameters.
fn essence(ty: &str) -> &str {
    ty.split(';').next().unwrap_or_default().trim()
}

fn is_json(ty: &str) -> bool {
    essence(ty).eq_ignore_ascii_case("application/json")
}

/// What a media type is called in a name.
fn word(ty: &str) -> String {
    let ty = essence(ty).to_ascii_lowercase();
    match ty.as_str() {
        "application/x-www-form-urlencoded" => return "form".to_owned(),
        "multipart/form-data" => return "multipart".to_owned(),
        "text/plain" => return "text".to_owned(),
        _ => {}
    }
    let (group, name) = ty.split_once('/').unwrap_or(("", &ty));
    let name = name.strip_suffix("+json").unwrap_or(name);
    let name = ["x-", "vnd."]
        .iter()
        .fold(name, |name, start| name.strip_prefix(start).unwrap_or(name));
    let name = if name == "*" { group } else { name };
    let letters = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' });
    letters.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn media_types_are_called_by_what_is_special_in_them() {
        for (ty, expected) in [
            ("application/x-www-form-urlencoded", "form"),
            ("multipart/form-data; boundary=x", "multipart"),
            ("text/csv", "csv"),
            ("application/vnd.api+json; charset=utf-8", "api"),
            ("application/merge-patch+json", "merge patch"),
            ("application/x-ndjson", "ndjson"),
            ("text/event-stream", "event stream"),
            ("image/*", "image"),
            ("*/*", ""),
            ("", ""),
        ] {
            assert_eq!(word(ty), expected, "{ty}");
        }
    }
}
