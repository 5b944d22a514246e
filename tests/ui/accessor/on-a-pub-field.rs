use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(accessor = title)]
    pub name: String,
}

fn main() {}
