use api_object::ApiObject;

#[derive(ApiObject)]
#[api(content = "data")]
enum Event {
    Done(String),
}

fn main() {}
