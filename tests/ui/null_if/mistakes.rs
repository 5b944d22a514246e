use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    kind: String,
    #[api(null_if(knd = a))]
    a: Option<u8>,
    #[api(null_if(b = 1))]
    b: Option<u8>,
    #[api(null_if(kind))]
    c: Option<u8>,
    #[api(null_if(kind = 1.5))]
    d: Option<u8>,
    #[api(null_if(kind = a, kind = b))]
    e: Option<u8>,
    #[api(null_if(kind = a))]
    f: u8,
}

fn main() {}
