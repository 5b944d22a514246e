use api_object::ApiObject;

mod renamed {
    pub(crate) use api_object as runtime;
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(crate = crate::renamed::runtime, rename_all = "camel")]
struct Job {
    #[api(id = "job-")]
    id: JobId,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(crate = crate::renamed::runtime)]
struct Unit;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job>("{}")?.strict()?;
    println!("{} {}", job.id(), Unit.check());
    Ok(())
}
