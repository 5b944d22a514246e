//! Unions that are read from texts which were made to be costly, or odd.

use std::time::{Duration, Instant};

use api_object::{ApiObject, UnknownObject};

/// Far more than reading takes, and far less than reading with time that doubles at each level.
const SOON: Duration = Duration::from_secs(20);

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Receipt {
    #[api(when(deleted = true))]
    Deleted(Deleted),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct Deleted {
    deleted: bool,
}

#[test]
fn a_tag_that_is_repeated_is_looked_at_once() {
    let json = format!("{{{}\"id\":1}}", r#""object":"file","#.repeat(50_000));
    let start = Instant::now();
    let read = api_object::from_str::<Receipt>(&json).map(api_object::Decoded::lenient);
    assert!(matches!(read, Ok(Receipt::Other(_))));
    assert!(start.elapsed() < SOON);
}
