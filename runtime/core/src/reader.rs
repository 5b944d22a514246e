//! `Reader`: how far reading goes, for those whose texts come from strangers or lack what they must have.

use std::io::{self, Read};

use crate::decode::{DecodeError, Decoded, ReadError, read, read_text};
use crate::describe::Shape;
use crate::json::MAX_DEPTH;
use crate::node::{Described, Fill};

/// What is read from a stream, where nobody said otherwise: 64 MiB.
const STREAM_BYTES: usize = 64 << 20;

/// How many members that nobody declared are kept of one text, where nobody said otherwise.
const UNKNOWN_MEMBERS: usize = 1 << 20;

/// Reads values as [`from_slice`](crate::from_slice) does, with limits and wishes of the caller's own.
///
/// | option | default | what it bounds |
/// |---|---|---|
/// | [`max_depth`](Reader::max_depth) | 127, which is also the most | arrays and objects within each other |
/// | [`max_bytes`](Reader::max_bytes) | none for text in memory, 64 MiB for what comes from a stream | the text; in a stream of texts each of them |
/// | [`max_unknown_members`](Reader::max_unknown_members) | 1,048,576 | members that nobody declared, in the whole text |
/// | [`fill_missing`](Reader::fill_missing) | off | – |
///
/// A text beyond a limit is an error with the code [`Limit`](crate::Code::Limit), which names the limit and the place.
/// Whatever the options are, one and the same decoder reads, so each of them costs next to nothing.
///
/// ```
/// use api_object::{ApiObject, Code, Reader};
///
/// #[derive(Debug, ApiObject)]
/// struct Model {
///     id: String,
/// }
///
/// let reader = Reader::new().max_bytes(1_000).max_unknown_members(2);
/// assert_eq!(reader.from_str::<Model>(r#"{"id":"m-1"}"#)?.id(), "m-1");
///
/// let error = reader.from_str::<Model>(r#"{"a":1,"b":2,"c":3,"id":"m-1"}"#).unwrap_err();
/// assert_eq!(error.first().issue.code, Code::Limit);
/// assert_eq!(error.to_string(), "line 1, column 14, at /c: expected at most 2 members that nobody declared");
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    depth: u8,
    bytes: Option<usize>,
    unknown_members: usize,
    fill_missing: bool,
}

impl Reader {
    /// A reader with the defaults.
    pub const fn new() -> Self {
        Reader {
            depth: MAX_DEPTH,
            bytes: None,
            unknown_members: UNKNOWN_MEMBERS,
            fill_missing: false,
        }
    }

    /// Refuses texts in which more arrays and objects stand within each other. More than 127 are refused in any case,
    /// as they are by `serde_json`.
    #[must_use]
    pub const fn max_depth(mut self, levels: usize) -> Self {
        if levels < MAX_DEPTH as usize {
            self.depth = levels as u8;
        } else {
            self.depth = MAX_DEPTH;
        }
        self
    }

    /// Refuses longer texts.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// Refuses texts with more members that nobody declared, at all depths together. (Those inside such a member are
    /// not looked at, and not counted.)
    #[must_use]
    pub const fn max_unknown_members(mut self, members: usize) -> Self {
        self.unknown_members = members;
        self
    }

    /// Reads objects whose required members are missing or do not fit, too: such a member keeps its blank, its
    /// *placeholder*.
    ///
    /// The report names each placeholder, as a violation with the code [`MissingFilled`](crate::Code::MissingFilled)
    /// or [`MisfitFilled`](crate::Code::MisfitFilled), so `strict` refuses the value; no rule is asked of it, and a blank status is a word that nobody knows. Written
    /// back, a missing member is left out again and a misfit is what came, for as long as the field holds its placeholder: one
    /// that was set since is written as its value.
    ///
    /// What is remembered is in the object's [`Extra`](crate::Extra). An object without such a field does not
    /// fit where it lacks something, so the nearest member around it that can be set aside is; where there is none, the text is refused, as it
    /// is where the whole is another object than asked for. What an untagged union holds is chosen among the
    /// variants that fit without a placeholder.
    ///
    /// ```
    /// use api_object::{ApiObject, Code, Extra, Reader};
    ///
    /// #[derive(ApiObject)]
    /// struct Invoice {
    ///     pub number: u32,
    ///     pub total: f64,
    ///     #[api(extra)]
    ///     extra: Extra,
    /// }
    ///
    /// let json = r#"{"total":"12.50"}"#;
    /// let invoice = Reader::new().fill_missing().from_str::<Invoice>(json)?;
    /// assert_eq!((invoice.number, invoice.total), (0, 0.0));
    /// let report = invoice.report();
    /// let told: Vec<_> = report.issues().iter().map(|i| (i.code, i.pointer.as_str())).collect();
    /// assert_eq!(told, [(Code::MissingFilled, "/number"), (Code::MisfitFilled, "/total")]);
    /// assert_eq!(api_object::to_string(&invoice), json);
    ///
    /// let mut invoice = invoice.lenient();
    /// invoice.total = 12.5;
    /// assert_eq!(api_object::to_string(&invoice), r#"{"total":12.5}"#);
    /// # Ok::<(), api_object::DecodeError>(())
    /// ```
    #[must_use]
    pub const fn fill_missing(mut self) -> Self {
        self.fill_missing = true;
        self
    }

    /// Reads a value from JSON text in UTF-8.
    ///
    /// # Errors
    ///
    /// As [`from_slice`](crate::from_slice); and where the text is beyond a limit.
    #[inline]
    pub fn from_slice<'de, T: Fill<'de> + Described>(
        &self,
        json: &'de [u8],
    ) -> Result<Decoded<T>, DecodeError> {
        let mut value = T::blank();
        read(json, &mut value, &T::SHAPE, self)?;
        Ok(Decoded::new(value))
    }

    /// Reads a text into a blank value whose shape is known at run time only.
    ///
    /// # Errors
    ///
    /// As [`from_slice`](Reader::from_slice).
    #[doc(hidden)]
    #[inline]
    pub fn read_as<'de, T: Fill<'de>>(
        &self,
        json: &'de [u8],
        mut blank: T,
        shape: &'static Shape,
    ) -> Result<Decoded<T>, DecodeError> {
        read(json, &mut blank, shape, self)?;
        Ok(Decoded::new(blank))
    }

    /// Reads a value from JSON text.
    ///
    /// # Errors
    ///
    /// As [`from_slice`](Reader::from_slice).
    #[inline]
    pub fn from_str<'de, T: Fill<'de> + Described>(
        &self,
        json: &'de str,
    ) -> Result<Decoded<T>, DecodeError> {
        let mut value = T::blank();
        read_text(json, &mut value, &T::SHAPE, self)?;
        Ok(Decoded::new(value))
    }

    /// Reads a stream to its end, which is one JSON text; no more of it than [`max_bytes`](Reader::max_bytes) allows.
    ///
    /// ```
    /// use api_object::{ApiObject, Reader};
    ///
    /// #[derive(ApiObject)]
    /// struct Model {
    ///     id: String,
    /// }
    ///
    /// let mut body: &[u8] = br#"{"id":"m-1"}"#;
    /// let model = Reader::new().max_bytes(1_000).from_reader::<Model>(&mut body)?;
    /// assert_eq!(model.id(), "m-1");
    /// # Ok::<(), api_object::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ReadError`] where the stream fails, and as [`from_slice`](Reader::from_slice).
    pub fn from_reader<T>(&self, mut stream: impl Read) -> Result<Decoded<T>, ReadError>
    where
        T: for<'de> Fill<'de> + Described,
    {
        let text = self.text_of(&mut stream)?;
        let most = self.stream_bytes();
        Ok(self.max_bytes(most).from_slice(&text)?)
    }

    /// All of a stream, and one byte more than is allowed where there is more.
    fn text_of(&self, stream: &mut dyn Read) -> io::Result<Vec<u8>> {
        let most = self.stream_bytes() as u64;
        let mut text = Vec::new();
        stream.take(most.saturating_add(1)).read_to_end(&mut text)?;
        Ok(text)
    }

    pub(crate) const fn depth(&self) -> u8 {
        self.depth
    }

    pub(crate) const fn unknown_members(&self) -> usize {
        self.unknown_members
    }

    pub(crate) const fn fills_missing(&self) -> bool {
        self.fill_missing
    }

    pub(crate) const fn without_placeholders(mut self) -> Self {
        self.fill_missing = false;
        self
    }

    /// How many bytes a text may have that is all in memory.
    pub(crate) fn text_bytes(&self) -> usize {
        self.bytes.unwrap_or(usize::MAX)
    }

    /// How many bytes a text may have that comes from a stream.
    pub(crate) fn stream_bytes(&self) -> usize {
        self.bytes.unwrap_or(STREAM_BYTES)
    }
}

impl Default for Reader {
    fn default() -> Self {
        Reader::new()
    }
}
