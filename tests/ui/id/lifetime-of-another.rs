use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id)]
struct FileId<'a, 'b>(&'b &'a str);

#[derive(ApiObject)]
#[api(id)]
struct ModelId<'a: 'static>(&'a str);

fn main() {}
