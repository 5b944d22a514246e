use api_object::ApiObject;

#[derive(ApiObject)]
#[api(objekt = "job")]
struct Job {
    #[api(optinal)]
    name: Option<String>,
    #[api(range(5..=1))]
    tries: u8,
}

fn main() {}
