use api_object::ApiObject;

#[derive(ApiObject)]
struct Price {
    #[api(multiple_of = 5)]
    cents: u32,
    #[api(multiple_of())]
    grams: u32,
    #[api(multiple_of(five))]
    ounces: u32,
    #[api(multiple_of(5, 10))]
    pounds: u32,
    #[api(multiple_of(0))]
    crates: u32,
    #[api(multiple_of(-0.5))]
    share: f64,
    #[api(multiple_of(2))]
    name: String,
}

fn main() {}
