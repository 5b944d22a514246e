use api_object::{ApiObject, Str, UnknownValue};

#[derive(ApiObject)]
#[api(rename_all, view, note)]
struct Job {
    #[api(status { running, done })]
    status: JobStatus,
}

#[derive(ApiObject)]
#[api(closed = true)]
enum Order {
    Asc,
    Desc,
}

#[derive(ApiObject)]
enum Color {
    #[api(alias)]
    Gray,
    #[api(unknown = 1)]
    Other(UnknownValue),
}

#[derive(ApiObject)]
#[api(id, len("x"))]
struct Slug(Str);

fn main() {}
