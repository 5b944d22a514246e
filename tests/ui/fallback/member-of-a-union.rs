use api_object::{ApiObject, UnknownObject};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Integration {
    Wandb(Wandb),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object)]
pub struct Wandb {
    project: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let integration = api_object::from_str::<Integration>("{}")?;
    println!("{}", integration.report());
    Ok(())
}
