use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    nothing: (),
}

fn main() {}
