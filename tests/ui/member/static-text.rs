use std::borrow::Cow;
use std::collections::BTreeMap;

use api_object::ApiObject;

#[derive(ApiObject)]
struct Label {
    text: Option<&'static str>,
    other: Vec<BTreeMap<String, Cow<'static, str>>>,
}

#[derive(ApiObject)]
#[api(untagged)]
enum Text {
    One(Cow<'static, str>),
}

fn main() -> Result<(), api_object::DecodeError> {
    let label = api_object::from_str::<Label>("{}")?;
    drop((label.text(), label.other()));
    Ok(())
}
