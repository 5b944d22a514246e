use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    corners: Vec<(u8, u8)>,
}

fn main() {}
