use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object("job", nullable))]
struct Job {
    id: String,
}

#[derive(ApiObject)]
#[api(object("task"))]
struct Task {
    id: String,
}

#[derive(ApiObject)]
#[api(tag(key = "type", word = "step", optional = true))]
struct Step {
    id: String,
}

fn main() {}
