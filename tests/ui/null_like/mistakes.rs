use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
struct Job {
    #[api(null_like())]
    a: Option<u8>,
    #[api(null_like({ "a": null }))]
    b: Option<u8>,
    #[api(null_like(0.5))]
    c: Option<u8>,
    #[api(null_like(0, 1, 0))]
    d: Option<u8>,
    #[api(null_like(0))]
    e: u8,
    #[api(null_like(0), default)]
    f: Option<u8>,
    #[api(null_like = 0)]
    g: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

fn main() {}
