use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(default = match)]
    tries: u8,
}

fn main() {}
