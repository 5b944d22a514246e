use api_object::ApiObject;

#[derive(ApiObject)]
struct Contact {
    #[api(format = "uri")]
    home: String,
    #[api(format())]
    logo: String,
    #[api(format(url))]
    page: String,
    #[api(format(hostname))]
    host: String,
    #[api(format(date_time))]
    since: String,
    #[api(format(email))]
    port: u16,
}

fn main() {}
