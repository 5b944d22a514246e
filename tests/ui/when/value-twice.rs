use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag)]
enum Method {
    #[api(when("type" = "card" | "scheme" | "card"))]
    Card(Card),
}

#[derive(ApiObject)]
struct Card {
    #[api(rename = "type")]
    kind: String,
}

fn main() {}
