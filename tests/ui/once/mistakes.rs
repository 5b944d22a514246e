use api_object::ApiObject;

#[derive(ApiObject)]
struct Job {
    #[api(status { queued => running, running => done, done })]
    status: JobStatus,
    #[api(once(running, done))]
    a: Option<u8>,
    #[api(once(active))]
    b: Option<u8>,
    #[api(once(!running))]
    c: Option<u8>,
    #[api(once(runing))]
    d: Option<u8>,
    #[api(once(running))]
    e: u8,
    #[api(once(running), null_in(done))]
    f: Option<u8>,
}

fn main() {}
