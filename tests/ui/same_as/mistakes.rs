use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    kind: String,
    #[api(same_as = knd)]
    a: u8,
    #[api(same_as = b)]
    b: u8,
    #[api(same_as = kind.)]
    c: u8,
    #[api(same_as)]
    d: u8,
}

fn main() {}
