use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
#[api(status)]
enum Status {
    Queued,
    #[api(unknown)]
    Unknown(UnknownValue),
}

#[derive(ApiObject)]
struct Job {
    #[api(status(queued, Self))]
    status: Status,
}

fn main() {}
