//! JSON as it is to be written: members keep their order, numbers their spelling.

use std::fmt::Display;

/// A JSON value that knows how to write itself.
#[derive(Clone)]
pub(super) enum Json {
    /// A scalar, as it stands in the text.
    Raw(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in this order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// `null`.
    pub(super) fn null() -> Self {
        Json::raw("null")
    }

    /// Any scalar that is spelled in JSON as in Rust.
    pub(super) fn raw(scalar: impl Display) -> Self {
        Json::Raw(scalar.to_string())
    }

    /// A string.
    pub(super) fn text(text: impl AsRef<str>) -> Self {
        Json::Raw(serde_json::Value::from(text.as_ref()).to_string())
    }

    /// The value, or `null`.
    pub(super) fn or_null(value: Option<Json>) -> Self {
        value.unwrap_or_else(Json::null)
    }

    /// Without any space.
    pub(super) fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// With a line for each member and element, two spaces for each level, and a space after the colon.
    pub(super) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(0));
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, level: Option<usize>) {
        match self {
            Json::Raw(text) => out.push_str(text),
            Json::List(elements) => {
                between(out, level, ['[', ']'], elements, |out, level, element| {
                    element.write(out, level);
                });
            }
            Json::Object(members) => {
                between(
                    out,
                    level,
                    ['{', '}'],
                    members,
                    |out, level, (key, value)| {
                        let space = if level.is_some() { " " } else { "" };
                        out.push_str(&format!("\"{key}\":{space}"));
                        value.write(out, level);
                    },
                );
            }
        }
    }
}

fn between<T>(
    out: &mut String,
    level: Option<usize>,
    [open, close]: [char; 2],
    items: &[T],
    mut write: impl FnMut(&mut String, Option<usize>, &T),
) {
    out.push(open);
    let inner = level.map(|level| level + 1);
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        new_line(out, inner);
        write(out, inner, item);
    }
    if !items.is_empty() {
        new_line(out, level);
    }
    out.push(close);
}

fn new_line(out: &mut String, level: Option<usize>) {
    if let Some(level) = level {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", level));
    }
}
