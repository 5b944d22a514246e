//! `Source`: a text beside its report or its error, as people want to see them.

mod excerpt;
mod masks;
mod width;

use std::fmt::{self, Write};
use std::ops::Range;

use crate::decode::DecodeError;
use crate::describe::Shape;
use crate::issue::{Issue, OneLine};
use crate::json::{Input, Pointer, line_and_column};
use crate::node::Described;
use crate::raw::Length;
use crate::report::Report;
use excerpt::excerpt;
use masks::Masked;

/// More issues than this are counted, and not shown.
const SHOWN: usize = 64;

/// The text that a value was, or was not, read from, to show where in it something deviates.
///
/// Each issue is shown with the line that it is about, and a mark under the place; of a long line what stands around the
/// place. What would steer a terminal is replaced, and so is whatever the type declares as a secret, wherever it stands. (Of a text that is
/// not JSON nobody knows where its secrets are; where its type has some, no line is shown.)
///
/// ```
/// use api_object::{ApiObject, Source};
///
/// #[derive(Debug, ApiObject)]
/// struct Invoice {
///     number: u32,
///     total: f64,
/// }
///
/// let json = "{\n  \"number\": 7,\n  \"total\": \"12.50\"\n}";
/// let error = api_object::from_str::<Invoice>(json).unwrap_err();
/// assert_eq!(
///     Source::of::<Invoice>(json).named("invoice.json").show_error(&error),
///     r#"violation[misfit]: expected a number, found "12.50"
///  --> invoice.json:3:12 at /total
///   |
/// 3 |   "total": "12.50"
///   |            ^^^^^^^
/// "#
/// );
/// ```
#[derive(Clone)]
pub struct Source<'a> {
    name: &'a str,
    text: &'a str,
    masked: Masked<'a>,
}

impl<'a> Source<'a> {
    /// The text of a value of this type.
    pub fn of<T: Described>(json: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        Source::with_shape(json.as_ref(), &T::SHAPE)
    }

    /// The text of a value whose shape is known at run time only.
    #[doc(hidden)]
    pub fn with_shape(json: &'a [u8], shape: &'static Shape) -> Self {
        // Behind the first byte that is no UTF-8, nothing is shown.
        let text = match std::str::from_utf8(json) {
            Ok(text) => text,
            Err(error) => {
                let valid = json.get(..error.valid_up_to()).unwrap_or_default();
                std::str::from_utf8(valid).unwrap_or_default()
            }
        };
        let masked = Masked::new(text, shape, text.len() == json.len());
        let name = "";
        Source { name, text, masked }
    }

    /// With the name by which the text is known: that of a file, say.
    #[must_use]
    pub fn named(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// Why the text was not read: each place, one after the other.
    pub fn show_error(&self, error: &DecodeError) -> String {
        let mut out = String::new();
        for at in error.issues() {
            gap(&mut out);
            out.push_str(if at.set_aside { "also " } else { "" });
            let range = self.value_at(at.offset, &at.issue);
            self.show(&mut out, &at.issue, (at.line, at.column), Some(range));
        }
        more(&mut out, error.untold());
        out
    }

    /// Where a value that was read from the text deviates: each place, one after the other, and how many there are.
    ///
    /// Of an issue that names a place which is not in the text, only its message is shown.
    pub fn show_report(&self, report: &Report) -> String {
        let mut out = String::new();
        for issue in report.issues().iter().take(SHOWN) {
            gap(&mut out);
            let range = self.find(&issue.pointer);
            let at = range.as_ref().map_or(0, |range| range.start);
            let place = line_and_column(self.text.as_bytes(), at);
            self.show(&mut out, issue, place, range);
        }
        more(&mut out, report.len().saturating_sub(SHOWN));
        gap(&mut out);
        out.push_str(&report.summary());
        out.push('\n');
        out
    }

    /// What is marked of an issue that was found at an offset: its value, or the brace of what lacks something.
    fn value_at(&self, at: usize, issue: &Issue) -> Range<usize> {
        let mut input = Input::from_text(self.text);
        input.at = at;
        let is_value = issue.expected().is_some() || issue.found().is_some();
        match input.skip_value() {
            Ok(_) if is_value => at..input.at,
            _ => at..at + 1,
        }
    }

    /// What a pointer names; of a member that is missing, the brace of its object.
    fn find(&self, pointer: &Pointer) -> Option<Range<usize>> {
        if let Some(range) = pointer.find_in(self.text) {
            return Some(range);
        }
        let (parent, _) = pointer.as_str().rsplit_once('/')?;
        let parent: Pointer = parent.parse().ok()?;
        let start = parent.find_in(self.text)?.start;
        Some(start..start + 1)
    }

    fn show(
        &self,
        out: &mut String,
        issue: &Issue,
        (line, column): (usize, usize),
        range: Option<Range<usize>>,
    ) {
        // Writing to a `String` cannot fail.
        let message = issue.message();
        let (severity, code, message) = (issue.severity, issue.code, OneLine(&message));
        let _ = writeln!(out, "{severity}[{code}]: {message}");
        let gutter = " ".repeat(line.to_string().len());
        let name = match self.name {
            "" => "<text>",
            name => name,
        };
        let pointer = match issue.pointer.as_str() {
            "" => "(root)",
            pointer => pointer,
        };
        let (name, pointer) = (OneLine(name), OneLine(pointer));
        let Some(range) = range else {
            let _ = writeln!(out, " --> {name} at {pointer}");
            return;
        };
        let _ = writeln!(out, "{gutter}--> {name}:{line}:{column} at {pointer}");
        if let Some((shown, marked)) = self.masked.part(range) {
            let excerpt = excerpt(shown, marked);
            let _ = writeln!(out, "{gutter} |");
            let _ = writeln!(out, "{line} | {}", excerpt.line);
            let _ = writeln!(out, "{gutter} | {}", excerpt.marks);
        }
    }
}

/// The name, and how long the text is, which may hold secrets.
impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source")
            .field("name", &self.name)
            .field("text", &Length::of(self.text))
            .finish()
    }
}

fn gap(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

fn more(out: &mut String, untold: usize) {
    if untold > 0 {
        gap(out);
        let _ = writeln!(out, "and {untold} more");
    }
}

#[cfg(test)]
mod tests;
