use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag)]
enum AnyObject {
    File(File),
    Job(Box<Job>),
}

#[derive(ApiObject)]
#[api(object = "file")]
struct File {
    id: String,
}

#[derive(ApiObject)]
struct Job {
    id: String,
}

fn main() {}
