use api_object::ApiObject;

#[derive(ApiObject)]
#[api(id)]
struct FileId<T>(std::marker::PhantomData<T>);

fn main() {}
