use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = 5)]
enum Integration {
    Wandb(String),
}

fn main() {}
