use api_object::ApiObject;

#[derive(ApiObject)]
struct Price {
    #[api(at_least = net)]
    gross: String,
    net: Option<String>,
    #[api(at_least = net)]
    rounded: u64,
}

fn main() {}
