use api_object::ApiObject;

#[derive(ApiObject)]
#[api(bound = "T Clone")]
struct Page<T> {
    data: Vec<T>,
}

fn main() {}
