use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(each())]
    names: Vec<String>,
}

fn main() {}
