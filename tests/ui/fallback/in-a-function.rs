use api_object::ApiObject;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Job {
        #[api(id = "")]
        id: JobId,
        r#type: String,
    }

    let job = api_object::from_str::<Job>("{}")?.strict()?;
    println!("{} {}", job.id(), job.r#type());
    Ok(())
}
