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
    #[api(set_in(complted), null_in(!in_progres))]
    output: Option<String>,
}

fn main() {}
