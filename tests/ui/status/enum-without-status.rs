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
    #[api(status)]
    status: StepStatus,
    #[api(set_in(completed))]
    output: Option<String>,
}

fn main() {}
