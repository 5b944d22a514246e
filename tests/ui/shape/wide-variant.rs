use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Integration {
    Wandb(String, String),
}

fn main() {}
