use api_object::{ApiObject, Extra, UnknownObject};

/// Each key is read as if it stood in `#[api(...)]`, so that nothing else misses it.
#[derive(ApiObject)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Event {
    #[serde(rename = "charge.paid")]
    Paid(Charge),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(ApiObject)]
struct Charge {
    #[serde(rename = "in")]
    #[api(rename = "in")]
    country: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(ApiObject)]
#[api(id)]
struct ChargeId(#[serde(default)] api_object::Str);

fn country(event: &Event) -> Option<&str> {
    match event {
        Event::Paid(charge) => Some(charge.country()),
        Event::Other(_) => None,
    }
}

fn main() {}
