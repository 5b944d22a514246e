use api_object::ApiObject;

#[derive(ApiObject)]
enum Purpose {
    FineTune,
}

fn main() {}
