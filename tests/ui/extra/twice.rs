use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(extra)]
    extra: api_object::Extra,
    #[api(extra)]
    more: api_object::Extra,
}

fn main() {}
