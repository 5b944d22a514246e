use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Tool {
    #[api(rename = "search", when(depth = 1))]
    Shallow,
    #[api(rename = "search", when(depth = 1))]
    Flat,
    Search,
}

fn main() {}
