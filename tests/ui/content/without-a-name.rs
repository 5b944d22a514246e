use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "event", content)]
enum Event {
    Done(String),
}

fn main() {}
