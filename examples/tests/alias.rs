//! What is decoded is encoded again as the same JSON value, whatever name a member came under.

use api_object::{ApiObject, Extra};

#[derive(ApiObject)]
struct Settings {
    #[api(alias = "epochs")]
    n_epochs: u32,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_member_keeps_the_name_it_came_under() {
    let json = r#"{"epochs":4}"#;
    let settings = api_object::from_str::<Settings>(json).expect("settings");
    assert_eq!(settings.n_epochs(), 4);
    assert_eq!(api_object::to_string(&settings), json);
}
