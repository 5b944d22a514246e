use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(each(len(1..)))]
    flags: Vec<bool>,
}

fn main() {}
