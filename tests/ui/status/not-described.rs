use api_object::ApiObject;

enum Status {
    On,
}

#[derive(ApiObject)]
struct Job {
    #[api(status)]
    status: Status,
}

fn main() {}
