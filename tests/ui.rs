//! Every mistake is answered at its token, with what to write instead. One folder: `UI=status cargo test --test ui`.

#[test]
fn mistakes_are_answered() {
    let folder = std::env::var("UI").unwrap_or_else(|_| "*".to_owned());
    trybuild::TestCases::new().compile_fail(format!("ui/{folder}/*.rs"));
}
