//! A lifetime that nobody declared: the compiler says where to declare it, once, and nothing is said of what uses the types.

use std::borrow::Cow;

use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
struct Job {
    name: &'a str,
    #[api(extra)]
    extra: Extra,
}

#[derive(ApiObject)]
#[api(untagged)]
enum Text {
    Text(Cow<'b, str>),
    Count(u8),
}

#[derive(ApiObject)]
#[api(id = "job-")]
struct JobId(&'c str);

#[derive(ApiObject)]
struct Page<'a, T: 'd> {
    name: &'a str,
    data: Vec<T>,
}

fn name_of(job: &Job) -> &str {
    job.name()
}

fn main() {
    let job = api_object::from_str::<Job>("{}").unwrap();
    let _ = (name_of(&job), api_object::from_str::<Text>("1"));
    let page = api_object::from_str::<Page<u8>>("{}").unwrap();
    let _ = page.data();
}
