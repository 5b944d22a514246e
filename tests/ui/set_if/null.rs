use api_object::ApiObject;

#[derive(ApiObject)]
struct Order {
    cancelled_at: Option<String>,
    #[api(set_if(cancelled_at = null))]
    total: Option<u64>,
    #[api(null_if(cancelled_at != paid | null))]
    reason: Option<String>,
    #[api(only_if(cancelled_at = "null"))]
    odd: Option<String>,
}

fn main() {}
