//! x
fn main() {
    let a: Vec<_> = std::env::args().collect();
    cargo_api_object::scratch(&a[1], &a[2]);
}
