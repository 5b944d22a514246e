use api_object::{ApiObject, UnknownValue};

#[derive(Debug, PartialEq, ApiObject)]
#[api(status)]
enum StepStatus {
    #[api(next = done)]
    Running,
    Done,
    #[api(unknown(expected))]
    Other(UnknownValue),
}

#[derive(ApiObject)]
struct Step {
    #[api(status)]
    status: StepStatus,
    #[api(only_in(done))]
    output: Option<String>,
}

fn main() {}
