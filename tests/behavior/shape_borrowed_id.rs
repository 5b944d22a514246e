//! Ids that borrow their text from what they are read from.

use std::borrow::{Borrow, Cow};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use api_object::{ApiObject, Auto, Code, Extra, Nullable, Secret};
use insta::assert_snapshot;
use serde::Deserialize;

use crate::json_value::JsonValue;

/// Names a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id("file-", "file_"))]
struct FileId<'a>(&'a str);

/// A text without escapes is borrowed, any other is owned. The lifetime has the name that serde's own derive keeps for itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "label-", len(..=12), note(pattern("^[a-z-]*$")))]
struct LabelId<'de>(Cow<'de, str>);

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "store")]
struct Store<'a> {
    #[api(immutable)]
    id: FileId<'a>,
    maybe: Option<FileId<'a>>,
    files: Vec<FileId<'a>>,
    #[api(optional)]
    label: Option<LabelId<'a>>,
    #[api(optional, unique)]
    labels: Option<Vec<LabelId<'a>>>,
    next: Nullable<Box<FileId<'a>>>,
    #[api(optional)]
    by_name: Option<BTreeMap<String, FileId<'a>>>,
    #[api(optional, len(..=9))]
    secret: Option<Secret<LabelId<'a>>>,
    #[api(optional, same_as = id)]
    again: Option<FileId<'a>>,
    #[api(default = FileId("file-0"))]
    first: FileId<'a>,
    #[api(optional)]
    auto: Option<Auto<FileId<'a>>>,
    #[api(extra)]
    extra: Extra,
}

/// One place in memory, which a constant has not.
static JSON: &str = r#"{"object":"store","id":"file-1","maybe":null,"files":["file-2","file_3"],"label":"label-a","labels":["label-b","label-c"],"next":"file-4","by_name":{"x":"file-5"},"secret":"label-s","again":"file-1","auto":"file-6"}"#;

/// Reads with our reader and with `serde_json`'s, and asserts that both writers give the same JSON value back.
#[track_caller]
fn round_trips(json: &str) -> Store<'_> {
    let store = api_object::from_str::<Store<'_>>(json).unwrap().lenient();
    let sent = JsonValue::read(json);
    assert_eq!(JsonValue::read(&api_object::to_string(&store)), sent);
    let theirs: Store<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(theirs, store);
    assert_eq!(
        JsonValue::read(&serde_json::to_string(&theirs).unwrap()),
        sent
    );
    store
}

/// Whether a text lies in another, and is no copy of a part of it.
fn lies_in(text: &str, input: &str) -> bool {
    let (text, input) = (
        text.as_bytes().as_ptr_range(),
        input.as_bytes().as_ptr_range(),
    );
    input.start <= text.start && text.end <= input.end
}

#[test]
fn the_text_of_an_id_is_part_of_the_input() {
    let store = round_trips(JSON);
    assert!(store.check().is_empty(), "{}", store.check());
    let by_serde: Store<'_> = serde_json::from_str(JSON).unwrap();
    for store in [&store, &by_serde] {
        let mut texts = vec![store.id().as_str(), store.again().unwrap().as_str()];
        texts.extend(store.files().iter().map(FileId::as_str));
        texts.extend(store.label().map(LabelId::as_str));
        texts.extend(store.labels().unwrap().iter().map(LabelId::as_str));
        texts.extend(store.next().as_option().map(|next| next.as_str()));
        texts.extend(store.by_name().unwrap().values().map(FileId::as_str));
        texts.extend(store.secret().map(|label| label.expose().as_str()));
        assert_eq!(texts.len(), 10);
        texts.retain(|text| !lies_in(text, JSON));
        assert_eq!(texts, [""; 0], "are copies");
        assert!(matches!(store.label(), Some(LabelId(Cow::Borrowed(_)))));
    }
    // What is written in the program does not.
    assert!(!lies_in(store.first().as_str(), JSON));
}

#[test]
fn an_id_gives_its_text_for_as_long_as_the_input_lives() {
    let json = String::from(r#""file-1""#);
    let text: &str = {
        let id = api_object::from_str::<FileId<'_>>(&json).unwrap();
        id.as_str()
    };
    assert!(text == "file-1" && lies_in(text, &json));
}

#[test]
fn escapes_are_owned_or_refused() {
    let json = r#"{"object":"store","id":"file-1","maybe":null,"files":[],"label":"label-\u0061"}"#;
    let store = round_trips(json);
    assert!(matches!(store.label(), Some(LabelId(Cow::Owned(text))) if text == "label-a"));

    let json = r#"{"id":"file\u002d1","maybe":"file\u002d2","files":["file\n"]}"#;
    assert_snapshot!(api_object::from_str::<Store<'_>>(json).unwrap_err(), @r#"
        line 1, column 7, at /id: expected a string that can be borrowed (one without escapes) (FileId), found "file\u002d1"
        line 1, column 52, at /files/0: expected a string that can be borrowed (one without escapes) (FileId), found "file\n"
        also line 1, column 29, at /maybe: expected a string that can be borrowed (one without escapes) (FileId) or null, found "file\u002d2"
    "#);
    assert!(serde_json::from_str::<FileId<'_>>(r#""\n""#).is_err());
    // What streams by lends nothing.
    let mut stream = serde_json::Deserializer::from_reader(&br#""file-1""label-1""#[..]);
    assert!(FileId::deserialize(&mut stream).is_err());
    assert_eq!(
        LabelId::deserialize(&mut stream).ok(),
        Some(LabelId::from("label-1"))
    );
    for other in ["1", "null", "[]", "{}", "true"] {
        assert!(api_object::from_str::<FileId<'_>>(other).is_err());
        assert!(api_object::from_str::<LabelId<'_>>(other).is_err());
    }
}

#[test]
fn what_does_not_fit_is_set_aside() {
    let json = r#"{"object":"store","id":"file-1","maybe":"file\u002d2","files":[],"label":7}"#;
    let store = api_object::from_str::<Store<'_>>(json).unwrap();
    assert_snapshot!(store.report(), @r#"
        violation[misfit] /maybe: expected a string that can be borrowed (one without escapes) (FileId) or null, found "file\u002d2"
        violation[misfit] /label: expected a string (LabelId) or null, found 7
        2 violations
    "#);
    assert_eq!(
        JsonValue::read(&api_object::to_string(&store)),
        JsonValue::read(json)
    );
}

#[test]
fn prefixes_and_rules_are_asked_wherever_the_id_stands() {
    let json = JSON
        .replace("file-2", "f-2")
        .replace("label-a", "Label-much-too-long")
        .replace("label-c", "label-b")
        .replace("file-5", "")
        .replace("label-s", "a-much-longer-secret")
        .replace(r#""again":"file-1""#, r#""again":"file-2""#)
        .replace("file-6", "folder");
    let store = round_trips(&json);
    assert_snapshot!(store.check(), @r#"
        drift[unknown_prefix] /files/0: files[0] is "f-2", expected an id that begins with file- or file_
        drift[unknown_prefix] /label: label is "Label-much-too-long", expected an id that begins with label-
        violation[len] /label: label has 19 characters, expected at most 12
        note[pattern] /label: label is "Label-much-too-long", expected a match of ^[a-z-]*$
        violation[unique] /labels/1: labels[1] is "label-b", the same as element 0
        drift[unknown_prefix] /by_name/x: x is "", expected an id that begins with file- or file_
        violation[len] /secret: a secret deviates, expected at most 9
        drift[unknown_prefix] /secret: a secret deviates, expected an id that begins with label-
        violation[len] /secret: a secret deviates, expected at most 12
        violation[same_as] /again: again is "file-2", but id, which says the same, is "file-1"
        drift[unknown_prefix] /auto: auto is "folder", expected an id that begins with file- or file_
        5 violations, 5 drifts, 1 note
    "#);
}

#[test]
fn successors_compare_texts() {
    let store = round_trips(JSON);
    assert!(store.check_successor(&store.clone()).is_empty());
    let other = store.clone();
    let json = JSON.replace("file-1", "file-9");
    let next = round_trips(&json);
    let report = other.check_successor(&next);
    assert_eq!(report.issues()[0].code, Code::Immutable);
    assert_eq!(report.issues()[0].pointer.as_str(), "/id");
}

#[test]
fn borrowed_ids_do_what_strings_do() {
    let id = FileId::from("file-1");
    assert_eq!(format!("{id}|{id:>8}"), "file-1|  file-1");
    assert_eq!(AsRef::<str>::as_ref(&id), Borrow::<str>::borrow(&id));
    let ids = BTreeSet::from([FileId::from("b"), FileId::from("a")]);
    assert_eq!(ids.first().map(FileId::as_str), Some("a"));
    assert_eq!(HashMap::from([(id, 1)]).get("file-1"), Some(&1));
    assert_eq!(api_object::to_string(&id), r#""file-1""#);
    assert_eq!(id.check().len(), 0);

    let label: LabelId<'static> = "label-1".parse().unwrap();
    assert_eq!(label, LabelId::from(String::from("label-1")));
    assert_eq!(format!("{label}"), "label-1");
    assert_eq!(HashMap::from([(label, 1)]).get("label-1"), Some(&1));
}

/// A module in which the names of the prelude are nothing.
#[no_implicit_prelude]
mod without_prelude {
    use ::api_object::ApiObject;

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(id = "file-")]
    pub(super) struct Borrowed<'a>(&'a str);

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(id)]
    pub(super) struct Either<'a>(::std::borrow::Cow<'a, str>);
}

#[test]
fn names_of_the_prelude_are_not_needed() {
    use without_prelude::{Borrowed, Either};
    assert_eq!(Borrowed::from("file-1").as_str(), "file-1");
    assert_eq!(Either::from("a").to_string(), "a");
}

#[test]
fn a_borrowed_id_is_compared_with_a_text() {
    assert_eq!(FileId("file-1"), "file-1");
    assert_eq!(&LabelId(Cow::Borrowed("label-1")), "label-1");
    assert_ne!(LabelId(Cow::Borrowed("label-1")), "label-2");
}
