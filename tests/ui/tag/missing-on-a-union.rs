use api_object::ApiObject;

#[derive(ApiObject)]
enum Integration {
    Wandb(String),
}

fn main() {}
