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
    #[api(status(in_progress, completed, ended(failed, Completed)))]
    status: StepStatus,
}

fn main() {}
