//! `Registry`: any object, read as the type that its tag names; `AnyObject` is what comes of it.

mod any_object;
mod page;

use std::any::Any;
use std::borrow::Cow;
use std::fmt;

pub use any_object::AnyObject;

use crate::ApiObject;
use crate::decode::{DecodeError, Decoded, read};
use crate::describe::{Descriptor, Shape};
use crate::fault;
use crate::issue::{Code, Issue, Words, alternatives, excerpt, quoted};
use crate::items::Unreadable;
use crate::json::{Input, Pointer, inside, members};
use crate::node::{Fill, Node};
use crate::raw::RawJson;
use crate::reader::Reader;
use crate::union::string;

/// Types, and the tag that says of an object which of them it is.
///
/// What a program reads from a log, a queue or a webhook may be any of many objects. A registry reads each as the type
/// whose tag it bears; what bears another tag, or does not fit its type, is kept as the text that came. So
/// whatever is JSON is read, and written back as it came.
///
/// The types are those that were registered with this value; there is no list behind it that belongs to the program. Where all of
/// them are known to one crate, a union with `#[api(tag)]` does the same, and names them in a `match`.
///
/// ```
/// use api_object::{ApiObject, Extra, Registry};
///
/// #[derive(ApiObject)]
/// #[api(object = "file")]
/// struct File {
///     bytes: u64,
///     #[api(extra)]
///     extra: Extra,
/// }
///
/// #[derive(ApiObject)]
/// #[api(object = "model")]
/// struct Model {
///     id: String,
/// }
///
/// let registry = Registry::new().with::<File>().with::<Model>();
///
/// let any = registry.from_str(r#"{"object":"file","bytes":7}"#)?;
/// assert_eq!(any.get::<File>().map(File::bytes), Some(7));
/// assert!(any.get::<Model>().is_none());
///
/// let json = r#"{"object":"telegram","text":"Stop."}"#;
/// let any = registry.from_str(json)?;
/// assert_eq!((any.tag(), any.is_known()), (Some("telegram"), false));
/// assert_eq!(
///     any.report().issues()[0].to_string(),
///     "drift[unknown_variant] /object: object is \"telegram\", the tag of no type that is registered"
/// );
/// assert_eq!(api_object::to_string(&any), json);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Clone)]
pub struct Registry {
    key: Cow<'static, str>,
    types: Vec<Registered>,
    reader: Reader,
}

/// A type that was registered.
#[derive(Clone)]
struct Registered {
    descriptor: Descriptor,
    shape: &'static Shape,
    /// The word that names it here, where it is not the type's own.
    word: Option<Cow<'static, str>>,
    blank: fn() -> Box<dyn Held>,
}

/// A value of a registered type, and how many more unknown members its text could have had; or why it is none.
type Known = Result<(AnyObject, usize), Untaken>;

/// A text that no registered type took: its tag, and what is wrong by the first type that has it, if there is one.
struct Untaken {
    tag: Option<String>,
    why: Option<DecodeError>,
}

/// A value of some registered type.
trait Held: Any + Send + Sync {
    fn node(&self) -> &dyn Node;
    fn fill<'de>(&mut self) -> &mut dyn Fill<'de>;
}

impl<T: ApiObject + for<'de> Fill<'de> + Send + Sync + 'static> Held for T {
    fn node(&self) -> &dyn Node {
        self
    }

    fn fill<'de>(&mut self) -> &mut dyn Fill<'de> {
        self
    }
}

impl Registry {
    /// A registry without types, whose tag is the member `object`.
    pub const fn new() -> Self {
        Registry {
            key: Cow::Borrowed("object"),
            types: Vec::new(),
            reader: Reader::new(),
        }
    }

    /// Tells types apart by another member.
    #[must_use]
    pub fn told_by(mut self, key: impl Into<Cow<'static, str>>) -> Self {
        self.key = key.into();
        self
    }

    /// Reads as this reader does, with its limits and placeholders.
    #[must_use]
    pub fn reading_with(mut self, reader: Reader) -> Self {
        self.reader = reader;
        self
    }

    /// Registers a type by its own tag, former words included: an object, a union of such, a receipt of a deletion.
    ///
    /// The tag is a member of the name that the registry [tells by](Registry::told_by): `object`, unless another was said.
    /// A type whose tag has another name is never taken.
    ///
    /// Several types may have the same word. Then the first of them that an object fits is taken; where it fits none, and the
    /// reader gives placeholders, the first that it fits with these.
    #[must_use]
    pub fn with<T>(self) -> Self
    where
        T: ApiObject + for<'de> Fill<'de> + Send + Sync + 'static,
    {
        self.register::<T>(None)
    }

    /// Registers a type by a word, whatever tag it has itself.
    ///
    /// ```
    /// use api_object::{ApiObject, List, Registry};
    ///
    /// #[derive(ApiObject)]
    /// struct Model {
    ///     id: String,
    /// }
    ///
    /// let registry = Registry::new().with_word::<List<Model>>("list");
    /// let page = registry.from_str(r#"{"object":"list","data":[{"id":"m-1"}]}"#)?;
    /// assert_eq!(page.get::<List<Model>>().map(List::len), Some(1));
    /// # Ok::<(), api_object::DecodeError>(())
    /// ```
    #[must_use]
    pub fn with_word<T>(self, word: impl Into<Cow<'static, str>>) -> Self
    where
        T: ApiObject + for<'de> Fill<'de> + Send + Sync + 'static,
    {
        self.register::<T>(Some(word.into()))
    }

    fn register<T>(mut self, word: Option<Cow<'static, str>>) -> Self
    where
        T: ApiObject + for<'de> Fill<'de> + Send + Sync + 'static,
    {
        self.types.push(Registered {
            descriptor: T::DESCRIPTOR,
            shape: &T::SHAPE,
            word,
            blank: || Box::new(T::blank()),
        });
        self
    }

    /// The descriptors of all registered types, in the order in which they were registered.
    pub fn descriptors(&self) -> impl Iterator<Item = Descriptor> + ExactSizeIterator {
        self.types.iter().map(|registered| registered.descriptor)
    }

    /// Reads any JSON text in UTF-8.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] where the text is not JSON, or beyond a limit of the reader.
    pub fn from_slice(&self, json: &[u8]) -> Result<Decoded<AnyObject>, DecodeError> {
        let any = match self.read_known(json, &self.reader)? {
            Ok((any, _)) => any,
            Err(why) => {
                let json = self.reader.from_slice::<RawJson>(json)?.lenient();
                self.kept(json, why)
            }
        };
        Ok(Decoded::new(any))
    }

    /// The text that no type could read.
    #[cold]
    fn kept(&self, json: RawJson, Untaken { tag, why }: Untaken) -> AnyObject {
        let issues = match why {
            Some(error) => {
                let hides = self.may_be_secret(tag.as_deref());
                let told = error.issues().map(|at| {
                    let mut issue = at.issue.clone();
                    if hides && issue.found().is_some() {
                        issue.hide();
                    }
                    issue
                });
                told.chain(fault::rest(error.untold())).collect()
            }
            None => vec![self.unknown(tag.as_deref(), json.as_str())],
        };
        AnyObject::kept(tag, Unreadable::told(json, issues))
    }

    /// Whether what does not fit the first type with this tag may be a secret that another one was to hold.
    fn may_be_secret(&self, tag: Option<&str>) -> bool {
        let mut others = self.candidates(tag).skip(1);
        others.any(|other| other.shape.holds_secret())
    }

    /// Reads a text as the first type that has its tag and that it fits, and answers how many more members it could have
    /// had that nobody declared; or says why it fits none.
    ///
    /// # Errors
    ///
    /// Where no type could read it, since it is not JSON or beyond a limit.
    fn read_known(&self, json: &[u8], reader: &Reader) -> Result<Known, DecodeError> {
        let tag = tag_of(json, &self.key);
        let tag = tag.as_deref();
        let has_choice = || self.candidates(tag).nth(1).is_some();
        // With placeholders an object would fit each of them.
        if reader.fills_missing()
            && has_choice()
            && let Ok(Ok(known)) = self.first_that_fits(json, tag, &reader.without_placeholders())
        {
            return Ok(Ok(known));
        }
        self.first_that_fits(json, tag, reader)
    }

    /// The same, by one reader.
    fn first_that_fits(
        &self,
        json: &[u8],
        tag: Option<&str>,
        reader: &Reader,
    ) -> Result<Known, DecodeError> {
        let (mut why, mut beyond) = (None, None);
        for registered in self.candidates(tag) {
            let mut held = (registered.blank)();
            match read(json, held.fill(), registered.shape, reader) {
                Ok(left) => {
                    let known =
                        AnyObject::known(tag.map(str::to_owned), held, registered.descriptor);
                    return Ok(Ok((known, left)));
                }
                Err(error) if has(&error, Code::Syntax) => return Err(error),
                // What is unknown to one type may be declared by the next.
                Err(error) if has(&error, Code::Limit) => beyond = further(beyond, error),
                Err(error) => why = why.or(Some(error)),
            }
        }
        match beyond {
            Some(beyond) => Err(beyond),
            None => {
                let tag = tag.map(str::to_owned);
                Ok(Err(Untaken { tag, why }))
            }
        }
    }

    /// Reads any JSON text, as [`from_slice`](Registry::from_slice) does.
    ///
    /// # Errors
    ///
    /// As `from_slice`.
    pub fn from_str(&self, json: &str) -> Result<Decoded<AnyObject>, DecodeError> {
        self.from_slice(json.as_bytes())
    }

    fn candidates(&self, tag: Option<&str>) -> impl Iterator<Item = &Registered> {
        let types = tag.map_or(&[][..], |_| &self.types);
        let word = tag.unwrap_or_default();
        types
            .iter()
            .filter(|registered| registered.answers(&self.key, word))
    }

    /// Why nothing was tried.
    #[cold]
    fn unknown(&self, tag: Option<&str>, json: &str) -> Issue {
        let key = &self.key;
        let (mut pointer, found) = (
            Pointer::default(),
            tag.map_or_else(|| excerpt(json), quoted),
        );
        let message = match tag {
            Some(_) => {
                pointer.push_key(key);
                format!("{key} is {found}, the tag of no type that is registered")
            }
            None => format!("the value has no member `{key}`, by which types are told apart"),
        };
        let names: Vec<&str> = self
            .descriptors()
            .map(|descriptor| descriptor.name())
            .collect();
        let words = Words {
            message,
            expected: Some(alternatives(names.into_iter())),
            found: Some(found),
        };
        let mut issue = Issue::saying(pointer, Code::UnknownVariant, words);
        if tag.is_none()
            && self
                .types
                .iter()
                .any(|registered| registered.shape.holds_secret())
        {
            issue.hide();
        }
        issue
    }
}

impl Registered {
    fn answers(&self, key: &str, tag: &str) -> bool {
        match &self.word {
            Some(word) => word == tag,
            None => self.descriptor.answers(key, tag),
        }
    }
}

/// The error of the type that knew more of the text.
fn further(one: Option<DecodeError>, other: DecodeError) -> Option<DecodeError> {
    let is_further = |one: &DecodeError| one.first().offset >= other.first().offset;
    Some(one.filter(is_further).unwrap_or(other))
}

fn has(error: &DecodeError, code: Code) -> bool {
    error.issues().any(|at| at.issue.code == code)
}

/// The word that the object bears under this key, if this is an object and does; of several the first.
fn tag_of(json: &[u8], key: &str) -> Option<String> {
    let text = Input::new(json).ok()?.text().trim_ascii();
    if !text.starts_with('{') {
        return None;
    }
    let tag = members(inside(text)).find(|member| member.name == key)?;
    string(tag.value).map(Cow::into_owned)
}

impl Default for Registry {
    fn default() -> Self {
        Registry::new()
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Registry");
        shown.field("key", &self.key);
        let names: Vec<&str> = self
            .descriptors()
            .map(|descriptor| descriptor.name())
            .collect();
        shown.field("types", &names).field("reader", &self.reader);
        shown.finish()
    }
}
