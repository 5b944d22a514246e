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
struct Step<T> {
    #[api(status(in_progress, completed, failed))]
    status: StepStatus,
    result: T,
}

fn main() {}
