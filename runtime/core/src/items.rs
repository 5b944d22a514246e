//! `Items<T>`: a list whose elements stand each for itself.

use std::fmt;
use std::sync::OnceLock;

use crate::describe::Shape;
use crate::fault::Why;
use crate::issue::Issue;
use crate::node::{Described, Fill, Kind, List, ListMut, Node, Slot, View};
use crate::raw::RawJson;

/// A list in which an element that cannot be read stays in its place, as the text that it was sent as, and does not
/// sink the others. (In a `Vec` it does.)
///
/// A report lists what is wrong with such an element, at its place. So it is with every reader; one of serde tells the
/// first thing that is wrong, and refuses an element that does not fit where elements borrow their texts (`&str`).
///
/// ```
/// use api_object::{ApiObject, Items};
///
/// #[derive(ApiObject)]
/// struct Search {
///     pub results: Items<u32>,
/// }
///
/// let json = r#"{"results":[1,"two",3]}"#;
/// let search = api_object::from_str::<Search>(json)?;
/// assert_eq!(search.results.iter().sum::<u32>(), 4);
/// let odd = search.results.unreadable().next().unwrap();
/// assert_eq!(odd.json().as_str(), "\"two\"");
/// assert_eq!(search.report().issues()[0].pointer.as_str(), "/results/1");
/// assert_eq!(api_object::to_string(&search), json);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Items<T> {
    places: Vec<Result<T, Unreadable>>,
}

/// An element that could not be read: its text, and why.
///
/// `Debug` shows why, and not the text, which may hold a [`Secret`](crate::Secret).
#[derive(Clone)]
pub struct Unreadable {
    json: RawJson,
    why: Why,
    /// What is to be told of that, made when somebody asks.
    issues: OnceLock<Vec<Issue>>,
}

impl Unreadable {
    pub(crate) fn new(json: RawJson, why: Why) -> Self {
        let issues = OnceLock::new();
        Unreadable { json, why, issues }
    }

    /// Text of which it is known already what is to be told.
    pub(crate) fn told(json: RawJson, issues: Vec<Issue>) -> Self {
        let (why, issues) = (Why::default(), issues.into());
        Unreadable { json, why, issues }
    }

    /// The element as it was sent.
    pub fn json(&self) -> &RawJson {
        &self.json
    }

    /// What did not fit in it, of the text that it was read from.
    pub(crate) fn why(&self) -> &Why {
        &self.why
    }

    /// Why it could not be read. The pointers begin at the element.
    pub fn issues(&self) -> &[Issue] {
        let tell = || self.why.tell(self.json.as_str());
        self.issues.get_or_init(tell)
    }
}

impl PartialEq for Unreadable {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json && self.issues() == other.issues()
    }
}

impl Eq for Unreadable {}

impl fmt::Debug for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let issues = self.issues().iter().map(|issue| format!("{issue}"));
        f.debug_list().entries(issues).finish()
    }
}

impl Node for Unreadable {
    #[inline]
    fn view(&self) -> View<'_> {
        View::Unreadable(self)
    }
}

impl<T> Items<T> {
    /// No items.
    pub const fn new() -> Self {
        Items { places: Vec::new() }
    }

    /// The number of items, those that could not be read included.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The items that could be read.
    pub fn iter(&self) -> impl Iterator<Item = &T> + DoubleEndedIterator {
        self.all().filter_map(Result::ok)
    }

    /// The items that could not be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &Unreadable> + DoubleEndedIterator {
        self.all().filter_map(Result::err)
    }

    /// All items in their order, each as it could be read or not.
    pub fn all(
        &self,
    ) -> impl Iterator<Item = Result<&T, &Unreadable>> + DoubleEndedIterator + ExactSizeIterator
    {
        self.places.iter().map(Result::as_ref)
    }

    /// The item at `place`, counted from 0 and with those that could not be read, if there is one and it could be read.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.places.get(place)?.as_ref().ok()
    }

    /// The items that could be read, to be changed in place.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> + DoubleEndedIterator {
        self.places
            .iter_mut()
            .filter_map(|place| place.as_mut().ok())
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        self.places.push(Ok(item));
    }

    /// The items that could be read, if all could.
    ///
    /// # Errors
    ///
    /// The first that could not.
    pub fn into_all(self) -> Result<Vec<T>, Unreadable> {
        self.places.into_iter().collect()
    }

    /// The last item, as it shows itself.
    pub(crate) fn last_node(&self) -> Option<&dyn Node>
    where
        T: Node,
    {
        self.places.last().map(node)
    }
}

fn node<T: Node>(place: &Result<T, Unreadable>) -> &dyn Node {
    match place {
        Ok(item) => item,
        Err(unreadable) => unreadable,
    }
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Items::new()
    }
}

impl<T> FromIterator<T> for Items<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Items {
            places: items.into_iter().map(Ok).collect(),
        }
    }
}

impl<T> Extend<T> for Items<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.places.extend(items.into_iter().map(Ok));
    }
}

impl<T> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

/// Over the items that could be read.
impl<T> IntoIterator for Items<T> {
    type Item = T;
    type IntoIter = Readable<std::vec::IntoIter<Result<T, Unreadable>>>;

    fn into_iter(self) -> Self::IntoIter {
        Readable(self.places.into_iter())
    }
}

/// Over the items that could be read.
impl<'a, T> IntoIterator for &'a Items<T> {
    type Item = &'a T;
    type IntoIter = Readable<std::slice::Iter<'a, Result<T, Unreadable>>>;

    fn into_iter(self) -> Self::IntoIter {
        Readable(self.places.iter())
    }
}

/// The items of a list that could be read.
#[derive(Debug, Clone)]
pub struct Readable<I>(I);

impl<T> Iterator for Readable<std::vec::IntoIter<Result<T, Unreadable>>> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.find_map(Result::ok)
    }
}

impl<'a, T> Iterator for Readable<std::slice::Iter<'a, Result<T, Unreadable>>> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.0.find_map(|place| place.as_ref().ok())
    }
}

impl<T: Described> Described for Items<T> {
    const SHAPE: Shape = Shape::Items(&T::SHAPE);

    #[inline]
    fn blank() -> Self {
        Items::new()
    }
}

impl<T: Node> Node for Items<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Node> List for Items<T> {
    #[inline]
    fn count(&self) -> usize {
        self.places.len()
    }

    #[inline]
    fn get(&self, index: usize) -> Option<&dyn Node> {
        self.places.get(index).map(node)
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Items<T> {
    #[inline]
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::List(self)
    }
}

impl<'de, T: Fill<'de> + Described> ListMut<'de> for Items<T> {
    #[inline]
    fn push(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>)) {
        let mut item = T::blank();
        f(&mut item);
        self.push(item);
    }

    #[inline]
    fn pop(&mut self) {
        self.places.pop();
    }

    #[inline]
    fn clear(&mut self) {
        *self = Items::new();
    }

    #[inline]
    fn keep(&mut self, unreadable: &mut dyn FnMut() -> Unreadable) -> bool {
        if let Some(last) = self.places.last_mut() {
            *last = Err(unreadable());
        }
        true
    }
}
