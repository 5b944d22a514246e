use std::collections::HashMap;

use api_object::ApiObject;

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "file-")]
pub struct FileId(String);

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Job {
    file: Option<FileId>,
    sizes: HashMap<FileId, u64>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job>("{}")?.strict()?;
    let id = FileId::from("file-1");
    println!("{id} {} {:?}", id.as_str(), job.sizes().get("file-1"));
    println!("{:?} {}", "file-2".parse::<FileId>()?, id.check());
    Ok(())
}
