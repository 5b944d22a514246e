use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    least: u8,
    #[api(at_least = least)]
    enough: bool,
}

fn main() {}
