use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object = "job", tag(key = "type", word = "job"))]
struct Job {
    name: String,
}

fn main() {}
