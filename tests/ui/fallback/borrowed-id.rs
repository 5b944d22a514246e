use std::borrow::Cow;

use api_object::ApiObject;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ApiObject)]
#[api(id = 5)]
pub struct FileId<'a>(&'a str);

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "")]
pub struct ModelId<'a>(Cow<'a, str>);

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(id)]
pub struct LabelId<'a>(&'a String);

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Job<'a> {
    file: Option<FileId<'a>>,
    models: Vec<ModelId<'a>>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job<'_>>("{}")?.strict()?;
    let id = FileId::from("file-1");
    println!("{id} {} {:?} {:?}", id.as_str(), job.file(), job.models());
    println!("{:?} {}", "model-2".parse::<ModelId<'_>>()?, id.check());
    println!("{}", ModelId::from(String::new()).as_str());
    Ok(())
}
