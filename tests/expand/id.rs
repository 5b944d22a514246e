//! An id that several objects share.

use api_object::{ApiObject, Str};

/// Names a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id("file-", "file_"))]
pub struct FileId(Str);
