use api_object::ApiObject;

#[derive(ApiObject)]
struct Receipt {
    #[api(one_of(true, true))]
    closed: bool,
    #[api(one_of(false, true))]
    paid: bool,
    #[api(one_of(1, true))]
    count: u32,
    #[api(one_of(true, 1))]
    open: bool,
    #[api(one_of(true))]
    name: String,
    #[api(one_of(1))]
    sent: bool,
    #[api(each(one_of(false)))]
    flags: Vec<u8>,
    #[api(one_of(yes))]
    signed: bool,
}

fn main() {}
