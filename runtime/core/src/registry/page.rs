//! Pages and lists whose items are of several registered types.

use super::{AnyObject, Registry, Untaken};
use crate::decode::{DecodeError, Decoded, read};
use crate::issue::Code;
use crate::items::Items;
use crate::json::Pointer;
use crate::list::List;
use crate::node::Described;
use crate::raw::RawJson;

impl Registry {
    /// Reads a page whose items may each be of another registered type.
    ///
    /// An item that is of none of them, or does not fit its type, is kept in its place as the text that came, and the
    /// report says why. The limits are those of the whole page.
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
    /// let json = concat!(
    ///     r#"{"object":"list","data":[{"object":"model","id":"m-1"},{"object":"file"},"#,
    ///     r#"{"object":"file","bytes":7,"by":"me"}],"has_more":false}"#,
    /// );
    /// let page = registry.page_from_str(json)?;
    /// assert_eq!(page.iter().filter_map(|item| item.get::<File>()).map(File::bytes).sum::<u64>(), 7);
    /// assert_eq!(page.iter().filter(|item| !item.is_known()).count(), 1);
    /// let report = page.report();
    /// let places: Vec<_> = report.issues().iter().map(|issue| issue.pointer.as_str()).collect();
    /// assert_eq!(places, ["/data/1/bytes", "/data/2/by"]);
    /// assert_eq!(api_object::to_string(&page), json);
    /// # Ok::<(), api_object::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`DecodeError`] where the text is not JSON, beyond a limit of the reader, or no page.
    pub fn page_from_slice(&self, json: &[u8]) -> Result<Decoded<List<AnyObject>>, DecodeError> {
        let mut page = List::<RawJson>::blank();
        let mut left = read(json, &mut page, &List::<RawJson>::SHAPE, &self.reader)?;
        let mut data = Items::new();
        for (place, item) in std::mem::take(&mut page.data).into_iter().enumerate() {
            let reader = self.reader.max_unknown_members(left);
            match self.read_known(item.as_str().as_bytes(), &reader) {
                Ok(Ok((any, more))) => {
                    left = more;
                    data.push(any);
                }
                Ok(Err(untaken)) => data.push(self.kept(item, untaken)),
                Err(error) => return Err(self.beyond(json, place, &error)),
            }
        }
        Ok(Decoded::new(holding(page, data)))
    }

    /// Reads a page, as [`page_from_slice`](Registry::page_from_slice) does.
    ///
    /// # Errors
    ///
    /// As `page_from_slice`.
    pub fn page_from_str(&self, json: &str) -> Result<Decoded<List<AnyObject>>, DecodeError> {
        self.page_from_slice(json.as_bytes())
    }

    /// Reads the items of any other envelope, which was read as one of [`RawJson`], each for itself: an item that is
    /// beyond a limit is kept as text, too.
    ///
    /// ```
    /// use api_object::{ApiObject, Items, RawJson, Registry};
    ///
    /// #[derive(ApiObject)]
    /// struct Search<T> {
    ///     hits: Items<T>,
    /// }
    ///
    /// #[derive(ApiObject)]
    /// #[api(object = "model")]
    /// struct Model {
    ///     id: String,
    /// }
    ///
    /// let json = r#"{"hits":[{"object":"model","id":"m-1"},7]}"#;
    /// let Search { hits } = api_object::from_str::<Search<RawJson>>(json)?.lenient();
    /// let registry = Registry::new().with::<Model>();
    /// let search = Search { hits: registry.items(hits) };
    /// let models: Vec<_> = search.hits.iter().filter_map(|hit| hit.get::<Model>()).collect();
    /// assert_eq!(models[0].id(), "m-1");
    /// assert_eq!(search.check().issues()[0].pointer.as_str(), "/hits/1");
    /// assert_eq!(api_object::to_string(&search), json);
    /// # Ok::<(), api_object::DecodeError>(())
    /// ```
    pub fn items(&self, items: Items<RawJson>) -> Items<AnyObject> {
        let read = |item: RawJson| match self.read_known(item.as_str().as_bytes(), &self.reader) {
            Ok(Ok((any, _))) => any,
            Ok(Err(untaken)) => self.kept(item, untaken),
            Err(error) => {
                let (tag, why) = (None, Some(error));
                self.kept(item, Untaken { tag, why })
            }
        };
        items.into_iter().map(read).collect()
    }

    /// An item in which the page comes to be beyond a limit: all others hold for the page itself.
    #[cold]
    fn beyond(&self, json: &[u8], place: usize, error: &DecodeError) -> DecodeError {
        let text = std::str::from_utf8(json).unwrap_or_default();
        let mut pointer = Pointer::default();
        pointer.push_key("data");
        pointer.push_index(place);
        let start = pointer.find_in(text).map_or(0, |item| item.start);
        let within = error.issues().find(|at| at.issue.code == Code::Limit);
        let within = within.map_or(0, |at| at.offset);
        DecodeError::too_many_unknown(text, start + within, &self.reader)
    }
}

/// The same page with other items.
fn holding<T, U>(page: List<T>, data: Items<U>) -> List<U> {
    let List {
        object,
        data: _,
        first_id,
        last_id,
        has_more,
        next,
        next_page,
        total_count,
        url,
        extra,
    } = page;
    List {
        object,
        data,
        first_id,
        last_id,
        has_more,
        next,
        next_page,
        total_count,
        url,
        extra,
    }
}
