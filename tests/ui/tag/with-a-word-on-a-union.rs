use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag(key = "type", word = "wandb"))]
enum Integration {
    Wandb(String),
}

fn main() {}
