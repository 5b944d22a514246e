use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(len(1))]
    done: bool,
}

fn main() {}
