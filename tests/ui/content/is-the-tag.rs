use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "event", content = "event")]
enum Event {
    Done(String),
}

fn main() {}
