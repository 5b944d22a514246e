use api_object::ApiObject;

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Nothing;

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Pair(String, u8);

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Never {}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Mixed {
    Word,
    Holder(String),
    Wide(u8, u8),
    Struct { a: u8 },
}

#[derive(Clone, Copy, ApiObject)]
pub union Bits {
    a: u8,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Job {
    nothing: Option<Nothing>,
    pair: Box<Pair>,
    never: Vec<Never>,
    mixed: Mixed,
}

fn is_object<T: ApiObject>() {}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    is_object::<Bits>();
    println!("{}", api_object::from_str::<Job>("{}")?.report());
    println!("{}", serde_json::to_string(&Nothing)?);
    Ok(())
}
