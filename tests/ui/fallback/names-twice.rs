use api_object::{ApiObject, UnixSeconds};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job")]
struct Job {
    #[api(id = "job-")]
    id: JobId,
    #[api(id = "task-", accessor = id)]
    task: JobId,
    #[api(accessor = OBJECT)]
    created_at: UnixSeconds,
    #[api(status { queued, done })]
    state: JobStatus,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job>("{}")?.lenient();
    println!("{} {}", Job::OBJECT, job.id().as_str());
    if let JobState::Done = job.state()? {
        println!("{}", job.check());
    }
    Ok(())
}
