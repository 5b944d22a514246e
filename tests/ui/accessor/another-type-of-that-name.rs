use api_object::ApiObject;

#[derive(ApiObject)]
struct String {
    length: u64,
}

#[derive(ApiObject)]
struct UnixSeconds {
    seconds: u64,
}

#[derive(ApiObject)]
struct Job {
    name: String,
    made: UnixSeconds,
    ended: Option<UnixSeconds>,
}

fn main() {}
