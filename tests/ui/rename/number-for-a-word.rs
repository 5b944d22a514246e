use api_object::{ApiObject, Extra, UnknownObject};

#[derive(ApiObject)]
#[api(tag = "type")]
enum Component {
    #[api(rename = 1)]
    Row(Row),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(ApiObject)]
struct Row {
    width: u8,
    #[api(extra)]
    extra: Extra,
}

fn width(row: &Row) -> u8 {
    row.width()
}

fn main() {}
