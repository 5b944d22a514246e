use api_object::{ApiObject, UnknownValue};

#[derive(ApiObject)]
struct Wandb {
    project: String,
}

#[derive(ApiObject)]
#[api(tag = "type")]
enum Integration {
    Wandb(Wandb),
    #[api(unknown)]
    Other(UnknownValue),
}

fn main() {}
