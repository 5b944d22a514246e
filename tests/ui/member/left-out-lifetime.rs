//! A lifetime that a field cannot leave out.

use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    name: &str,
    texts: Vec<std::borrow::Cow<'_, str>>,
}

#[derive(ApiObject)]
#[api(id = "job-")]
struct JobId(&str);

fn main() {
    let job = api_object::from_str::<Job>("{}").unwrap();
    let _ = (job.name(), job.texts());
}
