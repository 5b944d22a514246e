//! wip
mod declaration;
use api_object::ApiObject;
use declaration::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read(path).unwrap();
    let job = api_object::from_slice::<FineTuningJob>(&text);
    match job {
        Ok(job) => {
            println!("{}", job.report());
            println!("{:?}", job.status());
            println!("{}", api_object::to_string(&job));
            println!("{}", serde_json::to_string(&job).unwrap());
            let j2: FineTuningJob = serde_json::from_slice(&text).unwrap();
            assert_eq!(*job, j2);
            println!("{:?}", job.state().is_ok());
            println!("{}", job.check_successor(&j2));
        }
        Err(e) => println!("{e}"),
    }
}
