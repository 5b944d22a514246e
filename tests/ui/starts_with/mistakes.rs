use api_object::ApiObject;

#[derive(ApiObject)]
struct Endpoint {
    #[api(starts_with = "https://")]
    url: String,
    #[api(starts_with())]
    bucket: String,
    #[api(starts_with(https))]
    path: String,
    #[api(starts_with("", "https://", "https://"))]
    origin: String,
    #[api(starts_with("1"))]
    port: u16,
}

fn main() {}
