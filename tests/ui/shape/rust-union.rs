use api_object::ApiObject;

#[derive(ApiObject)]
union Job {
    id: u8,
}

fn main() {}
