//! What the golden expansions of ids do.

use super::{borrowed_ids, number_ids, round_trip};

#[test]
fn borrowed_ids_lie_in_the_text() {
    let text = r#""file-1""#;
    let id = round_trip::<borrowed_ids::FileId<'_>>(text);
    assert!(
        text.as_bytes()
            .as_ptr_range()
            .contains(&id.as_str().as_ptr())
    );
    let label = round_trip::<borrowed_ids::Label<'_>>(r#""a\"b""#);
    assert_eq!(label.as_str(), "a\"b");
}

#[test]
fn numbers_have_types_of_their_own() {
    let issue = round_trip::<number_ids::Issue>(r#"{"id":7,"milestone":4294967295,"labels":[-1]}"#);
    assert_eq!(issue.id().get(), 7);
    assert_eq!(
        issue.milestone().map(number_ids::MilestoneId::get),
        Some(u32::MAX)
    );
    assert_eq!(issue.labels()[0].to_string(), "-1");
}
