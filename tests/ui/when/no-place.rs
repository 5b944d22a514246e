use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type", keyed)]
enum Tool {
    #[api(when(depth = 1))]
    Search(String),
    #[api(when("beta" = true))]
    Fetch,
}

fn main() {}
