//! `List<T>`: a page of objects, in the forms that APIs have for it.

// A file of the derive's own spelling.
#[allow(clippy::semicolon_if_nothing_returned)]
#[rustfmt::skip]
mod derived;

use std::borrow::Cow;

use crate::extra::Extra;
use crate::identity::id_of;
use crate::items::{Items, Readable, Unreadable};
use crate::node::Node;
use crate::nullable::Nullable;
use crate::text::Str;

/// A page of objects: `{"object":"list","data":[…]}`, with whatever of the usual members tells where it ends and
/// what follows. The form that came is the form that is written, and none of them deviates.
///
/// An item that cannot be read stays in its place as text, and the report says why (see [`Items`]). An envelope
/// with members of its own is declared as any object, for any type of items and with a field of type [`Items`]:
///
/// ```
/// use api_object::{ApiObject, Extra, Items};
///
/// #[derive(Debug, ApiObject)]
/// #[api(object = "search_result")]
/// pub struct SearchPage<T> {
///     pub data: Items<T>,
///     pub query: String,
///     pub next_page: Option<String>,
///     #[api(extra)]
///     pub extra: Extra,
/// }
///
/// #[derive(Debug, ApiObject)]
/// struct File {
///     id: String,
/// }
///
/// let json = r#"{"object":"search_result","data":[{"id":"f1"},7],"query":"f","next_page":null}"#;
/// let page = api_object::from_str::<SearchPage<File>>(json)?;
/// assert_eq!((page.data.iter().count(), page.data.unreadable().count()), (1, 1));
/// assert_eq!(page.report().issues()[0].pointer.as_str(), "/data/1");
/// assert_eq!(api_object::to_string(&page), json);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
///
/// The page that most APIs have:
///
/// ```
/// use api_object::{ApiObject, List};
///
/// #[derive(ApiObject)]
/// struct File {
///     id: String,
///     bytes: u64,
/// }
///
/// let json = r#"{"object":"list","data":[{"id":"f1","bytes":7},{"id":"f2"}],"has_more":true}"#;
/// let page = api_object::from_str::<List<File>>(json)?;
/// assert_eq!(page.iter().map(File::bytes).sum::<u64>(), 7);
/// assert_eq!(page.report().issues()[0].pointer.as_str(), "/data/1/bytes");
/// assert_eq!(page.next_cursor().as_deref(), Some("f2"));
/// assert_eq!(api_object::to_string(&page), json);
///
/// let all: List<File> = page.lenient().into_iter().collect();
/// assert_eq!(api_object::to_string(&all), r#"{"object":"list","data":[{"id":"f1","bytes":7}]}"#);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(false, derive(ApiObject), api(crate = crate))]
#[non_exhaustive]
pub struct List<T> {
    /// What the envelope calls itself: mostly `list`.
    pub object: Nullable<Str>,
    /// The items of this page.
    pub data: Items<T>,
    /// The id of the first item.
    pub first_id: Nullable<Str>,
    /// The id of the last item.
    pub last_id: Nullable<Str>,
    /// Whether another page follows.
    pub has_more: Nullable<bool>,
    /// The token or link by which the next page is asked for.
    pub next: Nullable<String>,
    /// The same, by another name.
    pub next_page: Nullable<String>,
    /// How many items there are on all pages together.
    pub total_count: Nullable<u64>,
    /// The endpoint that the page comes from.
    pub url: Nullable<String>,
    /// What else came.
    #[cfg_attr(false, api(extra))]
    pub extra: Extra,
}

impl<T> List<T> {
    /// The items that could be read.
    pub fn iter(&self) -> impl Iterator<Item = &T> + DoubleEndedIterator {
        self.data.iter()
    }

    /// All items in their order, each as it could be read or not.
    pub fn items(
        &self,
    ) -> impl Iterator<Item = Result<&T, &Unreadable>> + DoubleEndedIterator + ExactSizeIterator
    {
        self.data.all()
    }

    /// The number of items, those that could not be read included.
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether the page has no items.
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// Whether another page follows: the page says so, or gives a token for the next one.
    pub fn has_more(&self) -> bool {
        let token = || self.token().is_some();
        self.has_more.as_option().copied().unwrap_or_else(token)
    }

    fn token(&self) -> Option<&str> {
        let token = self.next_page.as_option().or(self.next.as_option());
        token.map(String::as_str)
    }
}

impl<T: Node> List<T> {
    /// What the next page is asked for by, if one follows: its token where the page has one, or else the id of the
    /// last item (a string, or a whole number), whether or not that item could be read.
    ///
    /// `None` while [`has_more`](List::has_more) is true means that nothing on the page says by what to ask for the next one: a loop
    /// over pages should not take that for the end.
    pub fn next_cursor(&self) -> Option<Cow<'_, str>> {
        if !self.has_more() {
            return None;
        }
        if let Some(token) = self.token().or(self.last_id.as_option().map(Str::as_str)) {
            return Some(Cow::Borrowed(token));
        }
        let id = id_of(self.data.last_node()?.view())?;
        Some(Cow::Owned(id.as_str().to_owned()))
    }
}

/// A page that is all there is: `{"object":"list","data":[…]}`.
impl<T> From<Items<T>> for List<T> {
    fn from(data: Items<T>) -> Self {
        List {
            object: Nullable::Value(Str::from("list")),
            data,
            first_id: Nullable::Absent,
            last_id: Nullable::Absent,
            has_more: Nullable::Absent,
            next: Nullable::Absent,
            next_page: Nullable::Absent,
            total_count: Nullable::Absent,
            url: Nullable::Absent,
            extra: Extra::new(),
        }
    }
}

/// A page without items.
impl<T> Default for List<T> {
    fn default() -> Self {
        Items::new().into()
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Items::from(items).into()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Items::from_iter(items).into()
    }
}

/// Over the items that could be read.
impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = Readable<std::vec::IntoIter<Result<T, Unreadable>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

/// Over the items that could be read.
impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = Readable<std::slice::Iter<'a, Result<T, Unreadable>>>;

    fn into_iter(self) -> Self::IntoIter {
        (&self.data).into_iter()
    }
}
