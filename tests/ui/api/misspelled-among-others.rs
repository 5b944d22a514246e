use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(renmae = "a", rename = "b")]
    title: String,
}

fn main() {}
