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
#[api(view = Standing)]
struct Step {
    #[api(status)]
    status: StepStatus,
}

fn main() {}
