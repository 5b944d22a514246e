use api_object::{ApiObject, Extra};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(objet = "job")]
struct Job {
    #[api(idd = "job-")]
    id: JobId,
    #[api(statsu { queued => done, done })]
    status: JobStatus,
    #[api(set_in(done))]
    model: Option<String>,
    #[api(extr)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Purpose {
    FineTune,
    #[api(unknwon)]
    Other(api_object::UnknownValue),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job>("{}")?.lenient();
    println!("{} {} {}", Job::OBJECT, job.id().as_str(), job.status().is_terminal());
    if let JobState::Done { model } = job.state()? {
        println!("{model}");
    }
    println!("{} {:?} {}", Purpose::FineTune, "x".parse::<Purpose>(), job.extra.is_empty());
    Ok(())
}
