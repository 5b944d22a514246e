use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object = "job", former())]
struct Job {
    name: String,
}

fn main() {}
