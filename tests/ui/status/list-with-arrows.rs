use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(status)]
enum StepStatus {
    #[api(next = completed | failed)]
    InProgress,
    Completed,
    Failed,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(ApiObject)]
struct Step {
    #[api(status(in_progress => completed | failed, completed, failed))]
    status: StepStatus,
    #[api(set_in(completed))]
    output: Option<String>,
}

fn main() {}
