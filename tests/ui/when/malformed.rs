use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Tool {
    #[api(when(depth))]
    Search,
    #[api(when(depth = 1 | 1.5))]
    Deep,
    #[api(when)]
    Text,
}

fn main() {}
