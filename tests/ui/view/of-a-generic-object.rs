use api_object::ApiObject;

#[derive(ApiObject)]
#[api(view = Progress)]
struct Job<T> {
    #[api(status { running => done, done })]
    status: JobStatus,
    of: T,
}

fn main() {}
