use api_object::ApiObject;

#[derive(ApiObject)]
struct Node {
    next: Box<Node>,
    sure: Box<Self>,
    fine: Option<Box<Node>>,
    also: Vec<Box<Node>>,
}

fn main() -> Result<(), api_object::DecodeError> {
    let node = api_object::from_str::<Node>("{}")?;
    drop((node.next().fine(), node.sure(), node.also()));
    Ok(())
}
