use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(optional(null))]
    a: Option<String>,
    #[api(optional())]
    b: Option<String>,
    #[api(optional(nullable, nullable))]
    c: Option<String>,
    #[api(optional(nullable))]
    d: String,
}

fn main() {}
