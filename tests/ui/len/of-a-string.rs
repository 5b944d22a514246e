use api_object::{ApiObject, Str};

#[derive(ApiObject)]
#[api(len(5..=4), range(1..=2))]
struct Slug(Str);

#[derive(ApiObject)]
#[api(len(..=4), check = is_plain, note(unique))]
struct Plain(Str);

fn is_plain(_: &Plain) -> Result<(), String> {
    Ok(())
}

fn main() {}
