//! Of the names in a list and in rules nothing is said besides.

use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
enum StepStatus {
    InProgress,
    Completed,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(ApiObject)]
struct Step {
    #[api(status(in_progress, ended(completed)))]
    status: Option<StepStatus>,
    #[api(set_in(completed))]
    output: Option<String>,
    #[api(null_in(ended), once(in_progress))]
    worker: Option<String>,
}

fn main() {}
