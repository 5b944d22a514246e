use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(each(ragne(1..), len(5..=1)))]
    names: Vec<String>,
}

fn main() {}
