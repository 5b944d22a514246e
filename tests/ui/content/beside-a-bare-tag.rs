use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag, content = "data")]
enum Event {
    Done(Done),
}

#[derive(ApiObject)]
#[api(object = "done")]
struct Done {
    id: String,
}

fn main() {}
