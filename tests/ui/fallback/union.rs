use api_object::{ApiObject, UnknownObject};

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Integration {
    Wandb(Wandb),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Wandb {
    project: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Job {
    integrations: Vec<Integration>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job>("{}")?.strict()?;
    for integration in job.integrations() {
        println!("{}", integration.check());
    }
    println!("{}", serde_json::to_string(&job)?);
    Ok(())
}
