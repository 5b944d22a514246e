use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(note(immutable))]
    name: String,
}

fn main() {}
