//! What a derive of another version would write for `struct Job { name: String }`.

struct Job {
    name: String,
}

const _: () = {
    ::api_object::__private::pact!("0.0.9");
    impl __rt::SomethingElse for Job {
        const NAME: __rt::OtherName = __rt::other_name("Job");
    }
};

fn main() {
    let job = Job { name: String::new() };
    drop(job.name);
}
