use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
struct Job {
    #[api(status { running => done, done })]
    status: JobStatus,
    #[api(set_once = 1, null_in)]
    at: Option<u64>,
    #[api(unique(1), len("x"))]
    all: Vec<u8>,
    #[api(not_before, not_after)]
    begun: u64,
    #[api(at_least, at_most)]
    tries: u64,
    #[api(null_like(99999999999999999999999999))]
    estimate: Option<u64>,
    #[api(extra = true)]
    extra: Extra,
}

fn main() {}
