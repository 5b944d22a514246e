use api_object::{ApiObject, Extra};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = job)]
struct Job {
    #[api(id = job)]
    id: JobId,
    #[api[id = "user-"]]
    user: UserId,
    #[api(status { queued -> done, "in-progress", self, done, done })]
    status: JobStatus,
    #[api(only_in(doen))]
    model: Option<String>,
    #[api(extra)]
    extra: Extra,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job>("{}")?.lenient();
    println!("{} {} {}", Job::OBJECT, job.id().as_str(), job.user());
    match job.state()? {
        JobState::Done { model } => println!("{model}"),
        JobState::Queued | JobState::InProgress => {}
        JobState::Unknown(word) => println!("{word}"),
    }
    println!("{}", *job.status() == JobStatus::InProgress);
    Ok(())
}
