//! From bytes to a value: the entrances, the value with its report, and the error.

mod error;
mod syntax;

use std::ops::{Deref, DerefMut};

use serde::{Serialize, Serializer};

pub use error::{DecodeError, DecodeIssue, ReadError};

use crate::check;
use crate::describe::{Descriptor, ObjectType, Shape};
use crate::json::Input;
use crate::node::{Described, Fill, Kind, Misfit, Node, Scalar, Slot, View, close};
use crate::read::Reading;
use crate::reader::Reader;
use crate::report::Report;
use crate::union::plain_word;
use crate::write;

/// Reads a value from JSON text in UTF-8, in one pass.
///
/// An optional or nullable member whose value does not fit is set aside where its object has an
/// [`Extra`](crate::Extra): the field is `None`, the value is reported, and written back.
///
/// ```
/// use api_object::{ApiObject, Extra};
///
/// #[derive(ApiObject)]
/// struct Batch {
///     id: String,
///     request_count: Option<u32>,
///     #[api(extra)]
///     extra: Extra,
/// }
///
/// let json = br#"{"id":"batch_1","request_count":"many"}"#;
/// let batch = api_object::from_slice::<Batch>(json)?;
/// assert_eq!(batch.request_count(), None);
/// assert_eq!(batch.report().issues()[0].pointer.as_str(), "/request_count");
/// assert_eq!(api_object::to_vec(&batch), json);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
///
/// The text begins with its value, or with white space. A byte order mark is an error, as RFC 8259 (section 8.1) allows and
/// `serde_json` has it; streams ([`Reader::json_lines`], [`Reader::events`]) pass over one at their start.
///
/// ```
/// let error = api_object::from_str::<bool>("\u{feff}true").unwrap_err();
/// assert_eq!(error.to_string(), "line 1, column 1: expected a value, found a byte order mark; leave it out");
/// assert!(api_object::from_str::<bool>("true").is_ok());
/// ```
///
/// # Errors
///
/// [`DecodeError`] where the text is not JSON (RFC 8259), or a value that must be there is missing
/// or does not fit. It lists all such places.
#[inline]
pub fn from_slice<'de, T: Fill<'de> + Described>(
    json: &'de [u8],
) -> Result<Decoded<T>, DecodeError> {
    let mut value = T::blank();
    read(json, &mut value, &T::SHAPE, &Reader::new())?;
    Ok(Decoded { value })
}

/// Reads a value from JSON text, like [`from_slice`].
///
/// # Errors
///
/// As [`from_slice`].
#[inline]
pub fn from_str<'de, T: Fill<'de> + Described>(json: &'de str) -> Result<Decoded<T>, DecodeError> {
    let mut value = T::blank();
    read_text(json, &mut value, &T::SHAPE, &Reader::new())?;
    Ok(Decoded { value })
}

/// Reads a value from a stream, which is read to its end, and of which no more is taken than 64 MiB; a
/// [`Reader`] has other limits.
///
/// ```
/// use api_object::{ApiObject, from_reader};
///
/// #[derive(ApiObject)]
/// struct Model {
///     id: String,
/// }
///
/// let model = from_reader::<Model>(&br#"{"id":"m-1"}"#[..])?;
/// assert_eq!(model.id(), "m-1");
/// # Ok::<(), api_object::ReadError>(())
/// ```
///
/// # Errors
///
/// As [`from_slice`]; and where the stream fails.
pub fn from_reader<T>(stream: impl std::io::Read) -> Result<Decoded<T>, ReadError>
where
    T: for<'de> Fill<'de> + Described,
{
    Reader::new().from_reader(stream)
}

/// The JSON text of a value, in UTF-8, with everything that was read with it.
///
/// Members stand in declared order, the tag first and unknown members last. Writing cannot fail:
/// a float that is no number is written as null, as `serde_json` does.
pub fn to_vec<T: Node>(value: &T) -> Vec<u8> {
    write::to_vec(value.view())
}

/// Puts the JSON text of a value, like that of [`to_vec`], behind what is in the buffer.
///
/// A buffer that is kept and cleared grows once, for the longest text, and is not allocated for each; one that holds lines
/// needs only their ends.
///
/// ```
/// use api_object::{ApiObject, write_into};
///
/// #[derive(ApiObject)]
/// struct Model {
///     id: String,
/// }
///
/// let mut lines = Vec::new();
/// for id in ["m-1", "m-2"] {
///     write_into(&mut lines, &Model { id: id.to_owned() });
///     lines.push(b'\n');
/// }
/// assert_eq!(lines, b"{\"id\":\"m-1\"}\n{\"id\":\"m-2\"}\n");
/// ```
pub fn write_into<T: Node>(buffer: &mut Vec<u8>, value: &T) {
    write::into_buffer(value.view(), buffer);
}

/// The JSON text of a value, like [`to_vec`].
pub fn to_string<T: Node>(value: &T) -> String {
    write::to_text(value.view())
}

/// Reads a text into a blank value, and answers how many more members it could have had that nobody declared.
///
/// # Errors
///
/// As [`from_slice`]; and where the text is beyond a limit.
pub(crate) fn read<'de>(
    json: &'de [u8],
    root: &mut dyn Fill<'de>,
    shape: &'static Shape,
    reader: &Reader,
) -> Result<usize, DecodeError> {
    if json.len() > reader.text_bytes() {
        return Err(DecodeError::too_long(json, reader.text_bytes()));
    }
    match Input::new(json) {
        Ok(input) => read_text(input.text(), root, shape, reader),
        Err(error) => Err(DecodeError::not_text(json, error)),
    }
}

/// The same of what is known to be UTF-8.
pub(crate) fn read_text<'de>(
    text: &'de str,
    root: &mut dyn Fill<'de>,
    shape: &'static Shape,
    reader: &Reader,
) -> Result<usize, DecodeError> {
    if text.len() > reader.text_bytes() {
        return Err(DecodeError::too_long(text.as_bytes(), reader.text_bytes()));
    }
    if text == "{}" && reader.depth() > 0 && takes_nothing(root, shape) {
        return Ok(reader.unknown_members());
    }
    // One string needs no reader where it fits.
    if let Some(word) = plain_word(text) {
        match root.slot(Kind::Text).take(Scalar::Borrowed(word)) {
            Ok(_) => return Ok(reader.unknown_members()),
            Err(Misfit) => close(root),
        }
    }
    let mut reading = Reading::new(Input::from_text(text), reader);
    match reading.document(root, shape) {
        Ok(()) => Ok(reading.unknown_left()),
        Err(_) => Err(DecodeError::stopped(
            text,
            reading.syntax,
            reading.faults,
            reader,
        )),
    }
}

/// Makes a blank value an object without members, if that is all of it and nothing is to be remembered.
fn takes_nothing<'de>(root: &mut dyn Fill<'de>, shape: &'static Shape) -> bool {
    let Some(Descriptor::Object(object)) = shape.descriptor() else {
        return false;
    };
    let ObjectType {
        members,
        masks,
        tag,
        ..
    } = object;
    let count = members.len() as u32;
    let is_all = count <= masks.optional.trailing_ones() && tag.is_none() && !masks.has_null_likes;
    is_all && matches!(root.slot(Kind::Object), Slot::Object(_))
}

/// A value that was read, and what is to be said of it.
///
/// It lends the value (`Deref`), is written back without loss, and gives the value away:
/// [`strict`](Decoded::strict) if no rule is broken, [`lenient`](Decoded::lenient) in any case.
///
/// It may be changed in place (`DerefMut`), or after it was given away: what is remembered of a member (that it was
/// absent, did not fit, was spelled otherwise) holds for as long as the field has the value that it was read with. A field that
/// was set since is written as its value, judged by its rules, and all others are still written as they came.
///
/// ```
/// use api_object::{ApiObject, Extra};
///
/// #[derive(ApiObject)]
/// struct Order {
///     pub id: String,
///     pub due: Option<u64>,
///     pub paid: Option<u64>,
///     #[api(extra)]
///     pub extra: Extra,
/// }
///
/// let json = r#"{"id":"o-1","due":"soon","paid":"cash","priority":"high"}"#;
/// let mut order = api_object::from_str::<Order>(json)?;
/// assert_eq!(order.report().violations().count(), 2);
///
/// order.due = Some(1721764800);
/// assert_eq!(order.report().violations().count(), 1);
/// assert_eq!(
///     api_object::to_string(&order),
///     r#"{"id":"o-1","due":1721764800,"paid":"cash","priority":"high"}"#
/// );
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "what was read deviates unnoticed unless the report is asked for"]
pub struct Decoded<T> {
    value: T,
}

impl<T: Node> Decoded<T> {
    /// Everything that deviates from the declaration, in declaration order.
    ///
    /// Made when asked for: a caller who does not ask pays nothing.
    pub fn report(&self) -> Report {
        check::check(self.value.view())
    }

    /// The value, if it breaks no rule; drift and notes are no hindrance.
    ///
    /// # Errors
    ///
    /// The report, where it lists a violation.
    pub fn strict(self) -> Result<T, Report> {
        self.report().into_result().map(|()| self.value)
    }
}

impl<T> Decoded<T> {
    pub(crate) fn new(value: T) -> Self {
        Decoded { value }
    }

    /// The value, whatever the report says.
    pub fn lenient(self) -> T {
        self.value
    }

    /// What `f` makes of the value, as read as that: a part of it, say, which has a report of its own.
    ///
    /// It is called as `Decoded::map(…)`, so that it does not hide a member of that name.
    ///
    /// A report is of a value and all below it, with pointers that begin there. What deviated elsewhere is no longer
    /// told, as it is no longer part of the value.
    ///
    /// ```
    /// use api_object::{ApiObject, Decoded, List};
    ///
    /// #[derive(ApiObject)]
    /// struct File {
    ///     id: String,
    ///     bytes: u64,
    /// }
    ///
    /// let page = api_object::from_str::<List<File>>(r#"{"data":[{"id":"f-1","bytes":7},{"id":"f-2"}]}"#)?;
    /// let files = Decoded::map(page, |page| page.data);
    /// assert_eq!(files.report().issues()[0].pointer.as_str(), "/1/bytes");
    /// assert_eq!(api_object::to_string(&files), r#"[{"id":"f-1","bytes":7},{"id":"f-2"}]"#);
    /// # Ok::<(), api_object::DecodeError>(())
    /// ```
    pub fn map<U>(decoded: Self, f: impl FnOnce(T) -> U) -> Decoded<U> {
        Decoded::new(f(decoded.value))
    }
}

impl<T> Deref for Decoded<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Decoded<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: Node> Node for Decoded<T> {
    fn view(&self) -> View<'_> {
        self.value.view()
    }
}

impl<T: Serialize> Serialize for Decoded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
