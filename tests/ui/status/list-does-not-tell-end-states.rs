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
    #[api(status(in_progress, completed, failed))]
    status: StepStatus,
    #[api(set_in(ended))]
    output: Option<String>,
    #[api(null_in(!active))]
    progress: Option<u8>,
}

fn main() {}
