use api_object::{ApiObject, UnknownObject, UnknownValue};

#[derive(Debug, PartialEq, ApiObject)]
#[api(status)]
enum StepStatus {
    #[api(next = done)]
    Running,
    Done,
    Other(UnknownValue),
}

#[derive(ApiObject)]
struct Step {
    #[api(status)]
    status: StepStatus,
    #[api(only_in(done))]
    output: Option<Output>,
}

#[derive(ApiObject)]
#[api(tag = "type")]
enum Output {
    Text(Text),
    Other(UnknownObject),
}

#[derive(ApiObject)]
struct Text {
    text: String,
}

fn main() -> Result<(), api_object::DecodeError> {
    let step = api_object::from_str::<Step>("{}")?;
    if step.status().is_terminal() && *step.status() != StepStatus::from("done") {
        println!("{} {}", step.status().as_str(), StepStatus::ALL.len());
    }
    if let Some(Output::Text(text)) = step.output() {
        println!("{}", text.text());
    }
    Ok(())
}
