use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(set_in(done))]
    result: Option<String>,
}

fn main() {}
