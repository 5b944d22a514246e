use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Tool {
    Search(Search, api_object::Extra),
    Named { name: String },
    Text,
}

#[derive(ApiObject)]
struct Search {
    depth: u8,
}

fn main() {}
