//! A field or a variant that is there twice is told by the compiler; what is wrong besides is told, too.

use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
struct Job {
    name: String,
    r#type: u8,
    #[api(len(5))]
    count: u8,
    name: Option<String>,
    r#type: u8,
}

#[derive(ApiObject)]
enum Purpose {
    Assistants,
    Batch,
    Batch,
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {
    let job = api_object::from_str::<Job>("{}").unwrap();
    let _: (&str, u8) = (job.name(), job.r#type());
    let _ = api_object::from_str::<Purpose>("\"batch\"").unwrap().as_str();
}
