use api_object::ApiObject;

#[derive(ApiObject)]
struct Switch {
    #[api(status {
        #[api(next = off)]
        on,
        off,
    })]
    position: Position,
}

fn main() {}
