use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag(kye = "type", word = 1))]
struct Job {
    name: String,
}

fn main() {}
