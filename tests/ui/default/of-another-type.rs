use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(default = "five")]
    tries: u8,
}

fn main() {}
