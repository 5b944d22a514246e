use api_object::ApiObject;

#[derive(ApiObject)]
struct Hen {
    egg: Box<Egg>,
    // Neither of these makes it endless.
    chicks: Vec<Hen>,
    rival: Option<Box<Hen>>,
}

#[derive(ApiObject)]
struct Egg {
    hen: Box<Hen>,
}

#[derive(ApiObject)]
struct Nest {
    first: Box<Hen>,
}

fn main() {}
