use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(renmae = "title", optional = true)]
    name: Option<String>,
}

fn main() {}
