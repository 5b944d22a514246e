use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    Text(String, Shared),
}

#[derive(ApiObject)]
struct Shared {
    r#type: u32,
}

#[derive(ApiObject)]
#[api(tag = "kind", keyed)]
enum Other {
    Image(String, Named),
}

#[derive(ApiObject)]
struct Named {
    image: String,
}

#[derive(ApiObject)]
#[api(tag = "kind", keyed)]
enum Generic<T> {
    Image(String, Of<T>),
}

#[derive(ApiObject)]
struct Of<T> {
    of: T,
}

fn main() {}
