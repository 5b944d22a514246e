use api_object::{ApiObject, Extra, UnixSeconds};

/// A job.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job")]
pub struct Job {
    #[api(id = "job-", immutable)]
    id: JobId,
    #[api(status { queued => running, running => done | failed, done, failed })]
    status: JobStatus,
    #[api(set_in(done), null_in(active))]
    model: Option<String>,
    #[api(only_in(failed))]
    error: Option<Failure>,
    #[api(immutable = true)]
    created_at: UnixSeconds,
    tags: Vec<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Failure {
    message: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Page {
    #[api(id = "job-")]
    last: LastId,
    data: Vec<Job>,
}

fn of<T: ApiObject>(value: &T) -> bool {
    value.check().is_empty()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_slice::<Job>(b"{}")?.strict()?;
    let page: Page = serde_json::from_str("{}")?;
    let id: &JobId = job.id();
    let text: &str = id.as_str();
    let known: JobId = "job-1".into();
    println!("{text} {known} {id}");
    let status = job.status();
    if status.is_known() && !status.is_terminal() || *status == JobStatus::Queued {
        println!("{} {:?}", status.as_str(), JobStatus::ALL);
    }
    match job.state()? {
        JobState::Queued | JobState::Running => {}
        JobState::Done { model } => println!("{model}"),
        JobState::Failed { error } => println!("{}", error.message()),
        JobState::Unknown(word) => println!("{word}"),
    }
    let model: Option<&str> = job.model();
    let tags: &[String] = job.tags();
    let created_at: UnixSeconds = job.created_at();
    println!("{model:?} {tags:?} {created_at:?} {}", Job::OBJECT);
    println!("{} {}", of(&job), of(&page));
    println!("{}", job.check_successor(&page.data()[0]));
    println!("{} {:?}", serde_json::to_string(&job)?, page.last());
    println!("{}", api_object::to_string(&page));
    let name = <Job as ApiObject>::DESCRIPTOR.name();
    println!("{name}");
    Ok(())
}
