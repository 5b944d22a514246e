use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(note())]
    name: String,
}

fn main() {}
