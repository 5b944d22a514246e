//! A status that may be left out: the view has a variant without one.

use api_object::ApiObject;

/// A file, as it came before files had a status.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Document {
    /// Where the file stands.
    #[api(status { uploaded => processed | failed, processed, failed }, optional)]
    status: Option<DocumentStatus>,
    /// Why it could not be processed.
    #[api(only_in(failed), optional)]
    status_details: Option<String>,
}
