use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Tool {
    #[api(rename = "search", when(depth = 1))]
    Shallow(api_object::Extra),
    #[api(rename = "search", when(depth = 1))]
    Flat(api_object::Extra),
    Search,
}

fn main() {}
