//! x
fn main() {
    cargo_api_object::scratch(&std::env::args().nth(1).unwrap());
}
