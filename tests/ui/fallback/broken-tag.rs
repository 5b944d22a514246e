use api_object::ApiObject;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
struct Job {
    title: String,
}

fn main() {
    println!("{}", Job::TAG);
}
