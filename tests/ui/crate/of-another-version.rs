//! What a derive of another version would write for this struct.

struct Job {
    name: String,
}

const _: () = {
    use ::api_object::__private::derive_needs_api_object_0_0_9 as __rt;
    impl __rt::SomethingElse for Job {
        const NAME: __rt::OtherName = __rt::other_name("Job");
    }
};

fn main() {
    let job = Job { name: String::new() };
    drop(job.name);
}
