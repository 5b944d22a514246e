use api_object::ApiObject;

#[derive(Debug, PartialEq, ApiObject)]
#[api(status)]
enum StepStatus {
    #[api(next = done)]
    Running,
    Done,
}

#[derive(ApiObject)]
struct Step {
    #[api(status)]
    status: StepStatus,
    #[api(only_in(done))]
    output: Option<String>,
}

fn main() -> Result<(), api_object::DecodeError> {
    let step = api_object::from_str::<Step>("{}")?;
    match step.status() {
        StepStatus::Running => println!("{}", step.status().as_str()),
        StepStatus::Done => println!("{:?}", step.output()),
    }
    // What else is wrong is told beside it.
    let later: u8 = step.check().is_empty();
    println!("{later} {}", StepStatus::from("done") == StepStatus::Done);
    Ok(())
}
