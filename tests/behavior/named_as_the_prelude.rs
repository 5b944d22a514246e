//! Statuses, and the types around them, named like what the prelude has.

use crate::round_trip::round_trips;

mod statuses {
    use api_object::ApiObject;

    /// Statuses named like variants of the prelude, and types like those. (`unknown` and `self` are refused: the enum has
    /// such a variant itself, and the language such a word.)
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Result {
        #[api(status { ok => err | none, err => some, some, none })]
        status: Option,
        #[api(set_in(some), null_in(ok))]
        some: std::option::Option<u8>,
        #[api(only_in(none))]
        none: std::option::Option<u8>,
    }
}

#[test]
fn statuses_may_be_named_like_variants_of_the_prelude() {
    use statuses::{Result, ResultState};

    let result = round_trips::<Result>(r#"{"status":"some","some":1,"none":null}"#);
    assert!(matches!(
        result.state(),
        Ok(ResultState::Some { some: 1, .. })
    ));
    let result = round_trips::<Result>(r#"{"status":"none","some":null,"none":2}"#);
    assert!(matches!(
        result.state(),
        Ok(ResultState::None { none: 2, .. })
    ));
    let err = statuses::Option::Err;
    assert!(err.successors().eq([statuses::Option::Some]));
    assert_eq!("ok".parse(), Ok(statuses::Option::Ok));
}
