use std::collections::BTreeMap;

use api_object::ApiObject;

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum Purpose {
    FineTune,
    Assistants,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct File {
    purpose: Purpose,
    purposes: Option<Vec<Purpose>>,
    by_name: BTreeMap<String, Purpose>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = serde_json::from_str::<File>("{}")?;
    let purpose: &Purpose = file.purpose();
    println!("{purpose} {} {:?}", purpose.as_str(), Purpose::ALL);
    println!("{} {}", purpose.is_known(), *purpose == Purpose::from("fine_tune"));
    println!("{}", "fine_tune".parse::<Purpose>()?.check());
    Ok(())
}
