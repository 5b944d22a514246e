//! What lists look like: a page of objects, and where the next one begins.

use api_object::{ApiObject, Extra};

/// A page of a list, in one of three forms: all there is, a page that says whether there are more, and one that names its ends, too.
// later: `List<T>`, so that an item that cannot be read does not sink its page.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "list")]
pub struct Page<T> {
    /// What is on the page.
    data: Vec<T>,
    /// The id of the first item.
    #[api(optional)]
    first_id: Option<String>,
    /// The id of the last item, behind which the next page begins.
    #[api(optional)]
    last_id: Option<String>,
    /// Whether there is another page. Lists that come whole do not say it.
    // later: `default`, which an object with parameters cannot have yet.
    #[api(optional)]
    has_more: Option<bool>,
    #[api(extra)]
    extra: Extra,
}
