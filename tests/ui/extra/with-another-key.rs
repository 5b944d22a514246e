use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(extra, rename = "more")]
    extra: api_object::Extra,
}

fn main() {}
