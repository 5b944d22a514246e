use api_object::ApiObject;

trait Kind {
    type Id;
}

struct Files;

impl Kind for Files {
    type Id = std::rc::Rc<u8>;
}

// Whether the type is a member is known where the parameter is.
#[derive(ApiObject)]
struct Reference<K: Kind> {
    id: K::Id,
    former: Option<<K as Kind>::Id>,
}

#[derive(ApiObject)]
struct Upload {
    file: Reference<Files>,
}

fn main() {}
