use api_object::ApiObject;

#[derive(ApiObject)]
#[api(deny_unknown_fields)]
struct File {
    #[api(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[api(nullable, max_length = 5)]
    owner: Option<String>,
    #[api(secret, regex = "^sk-")]
    key: String,
    #[api(expandable)]
    folder: String,
    #[api(deprecated, required)]
    bytes: u64,
}

fn main() {}
