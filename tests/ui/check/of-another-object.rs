use api_object::ApiObject;

#[derive(ApiObject)]
#[api(note(check = paid))]
struct Invoice {
    paid: bool,
}

fn paid(paid: &bool) -> Result<(), String> {
    let _ = paid;
    Ok(())
}

fn main() {}
