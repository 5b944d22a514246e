use api_object::ApiObject;

#[derive(Default)]
struct Point {
    x: u8,
}

#[derive(ApiObject)]
struct Place {
    #[api(serde)]
    point: Point,
}

fn main() {}
