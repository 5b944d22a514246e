use api_object::ApiObject;

#[derive(ApiObject)]
struct Image {
    #[api(one_of = 256)]
    width: u32,
    #[api(one_of())]
    height: u32,
    #[api(one_of(256, "512"))]
    depth: u32,
    #[api(one_of(256, 512, 256.0))]
    size: f64,
    #[api(one_of(1, 1.5))]
    scale: u32,
    #[api(one_of(1, 2))]
    name: String,
}

fn main() {}
