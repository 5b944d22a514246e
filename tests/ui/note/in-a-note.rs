use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(note(note(len(1..))))]
    name: String,
}

fn main() {}
