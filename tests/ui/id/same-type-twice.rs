use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(id = "file-")]
    input: FileId,
    #[api(id = "file-")]
    output: Option<FileId>,
}

fn main() {}
