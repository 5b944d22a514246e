use api_object::ApiObject;

#[derive(ApiObject)]
#[api(object = "dates")]
struct Dates {
    created: u64,
}

#[derive(ApiObject)]
struct Job {
    #[api(status { running => done, done })]
    status: JobStatus,
}

#[derive(ApiObject)]
struct Kind {
    object: String,
}

#[derive(ApiObject)]
struct File {
    #[api(flatten)]
    dates: Dates,
}

#[derive(ApiObject)]
struct Upload {
    #[api(status { begun => ended, ended })]
    phase: UploadPhase,
    #[api(flatten)]
    job: Job,
}

#[derive(ApiObject)]
#[api(object = "folder")]
struct Folder {
    #[api(flatten)]
    kind: Kind,
}

fn main() {}
