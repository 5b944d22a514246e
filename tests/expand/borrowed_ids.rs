//! Ids that borrow from the text.

use std::borrow::Cow;

use api_object::ApiObject;

/// Names a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "file-")]
pub struct FileId<'a>(&'a str);

/// Names a label.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(len(1..=8))]
pub struct Label<'text>(Cow<'text, str>);
