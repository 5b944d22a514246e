//! `Deleted<T, I>`: receipts for what was deleted.

use api_object::{ApiObject, Code, Deleted, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "vector_store.file")]
struct VectorStoreFile {
    #[api(id = "file-")]
    id: FileId,
    #[api(extra)]
    extra: Extra,
}

/// It has no tag.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Plain {
    #[api(extra)]
    extra: Extra,
}

type Receipt = Deleted<VectorStoreFile, FileId>;

#[test]
fn both_words_come_back() {
    for word in ["vector_store.file", "vector_store.file.deleted"] {
        let json = format!(r#"{{"id":"file-7","object":"{word}","deleted":true}}"#);
        let receipt = round_trips::<Receipt>(&json);
        assert!(receipt.report().is_empty() && receipt.deleted);
        assert_eq!(receipt.object(), Some(word));
        assert_eq!(receipt.id, FileId::from("file-7"));
        assert_eq!(api_object::to_string(&receipt), json);
    }
}

#[test]
fn the_word_may_be_missing_and_another_is_a_violation() {
    let receipt = round_trips::<Receipt>(r#"{"id":"file-7","deleted":false}"#);
    assert_eq!((receipt.object(), receipt.deleted), (None, false));
    assert!(receipt.report().is_empty());
    let other = r#"{"id":"file-7","object":"vector_store","deleted":true}"#;
    assert_snapshot!(report_of::<Receipt>(other), @r#"
        violation[misfit] /object: expected "vector_store.file" or "vector_store.file.deleted" or null, found "vector_store"
        1 violation
    "#);
    assert_snapshot!(serde_json::from_str::<Receipt>(other).unwrap_err(), @r#"at /object: expected "vector_store.file" or "vector_store.file.deleted" or null, found "vector_store" (line 1, column 38 of the value)"#);
    // The object itself is no receipt for it.
    let object = r#"{"id":"file-7","object":"vector_store.file"}"#;
    let error = api_object::from_str::<Receipt>(object).unwrap_err();
    assert_eq!(error.first().issue.code, Code::MissingMember);
}

#[test]
fn a_type_without_a_tag_takes_any_word() {
    let receipt = round_trips::<Deleted<Plain>>(r#"{"id":"x","object":"y","deleted":true}"#);
    assert_eq!(receipt.id.as_str(), "x");
    assert_eq!(
        api_object::to_string(&Deleted::<Plain, String>::new("x".to_owned())),
        r#"{"id":"x","deleted":true}"#
    );
}

#[test]
fn a_new_receipt_bears_the_own_word() {
    let receipt = Receipt::new(FileId::from("file-7"));
    let json = r#"{"id":"file-7","object":"vector_store.file","deleted":true}"#;
    assert_eq!(api_object::to_string(&receipt), json);
    assert_eq!(*comes_back::<Receipt>(json), receipt);
}
