use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(status)]
enum StepStatus {
    #[api(next = completed)]
    InProgress,
    Completed,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(ApiObject)]
struct Step {
    #[api(status)]
    status: StepStatus,
    #[api(set_in(completed, completed), null_in(completed))]
    output: Option<String>,
}

fn main() {}
