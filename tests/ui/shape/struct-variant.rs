use api_object::ApiObject;

#[derive(ApiObject)]
#[api(tag = "type")]
enum Integration {
    Wandb { project: String },
}

fn main() {}
