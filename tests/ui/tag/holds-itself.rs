use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Filter {
    Not(Box<Filter>),
    All,
}

fn main() {}
