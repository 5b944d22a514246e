use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id)]
struct FileId<'a>(std::borrow::Cow<'a, str>);

fn main() {}
