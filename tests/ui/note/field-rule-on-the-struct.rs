use api_object::ApiObject;

#[derive(ApiObject)]
#[api(note(len(1..)))]
struct Job {
    name: String,
}

fn main() {}
