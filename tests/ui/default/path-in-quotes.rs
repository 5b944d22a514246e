use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(default = "tries")]
    tries: u8,
    #[api(default = "Vec::new")]
    tags: Vec<String>,
    #[api(default = "unnamed")]
    name: String,
    #[api(default = "no name")]
    title: String,
    #[api(default = "no path")]
    priority: Option<u8>,
}

fn tries() -> u8 {
    3
}

fn priority(job: &Job) -> Option<u8> {
    job.priority()
}

fn main() {}
