//! What a typed view shows of a field is no second mistake.

use api_object::ApiObject;

struct Money;

#[derive(ApiObject)]
struct Job {
    #[api(status { queued => done | failed, done, failed })]
    status: JobStatus,
    #[api(set_in(done))]
    price: Option<Money>,
    #[api(set_in(done))]
    name: Option<String>,
    #[api(set_in(failed))]
    prices: Option<Vec<Money>>,
    #[api(set_in(failed))]
    boxed: Option<Box<Money>>,
    #[api(set_in(failed), serde)]
    foreign: Option<std::sync::Mutex<Money>>,
}

fn main() {}
