use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(extra(typed))]
    extra: api_object::Extra,
}

#[derive(ApiObject)]
struct Task {
    #[api(extra = true)]
    extra: api_object::Extra,
}

fn main() {}
