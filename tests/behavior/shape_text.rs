//! Strings with a type of their own that are no ids, and ids with rules.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap, HashSet};

use api_object::{ApiObject, Descriptor, Extra, OrderedMap, Secret, Str};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(len(1..=8), pattern("^[a-z-]*$"))]
struct Slug(Str);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "tag-", note(len(..=8)))]
struct TagId(Str);

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Post {
    slug: Slug,
    former: Vec<Slug>,
    #[api(len(..=4))]
    short: Option<Slug>,
    tags: BTreeMap<Slug, TagId>,
    secret: Option<Secret<Slug>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn rules_are_asked_wherever_the_type_stands() {
    let json = r#"{"slug":"a-b","former":["c"],"short":"d","tags":{"e":"tag-1"},"secret":"f"}"#;
    assert!(round_trips::<Post>(json).report().is_empty());
    let json = r#"{"slug":"","former":["c","Much-too-long"],"short":"abcdef","tags":{"E":"tag-12345"},"secret":"F"}"#;
    assert_snapshot!(report_of::<Post>(json), @r#"
        violation[len] /slug: slug has 0 characters, expected 1 to 8
        violation[len] /former/1: former[1] has 13 characters, expected 1 to 8
        violation[pattern] /former/1: former[1] is "Much-too-long", expected a match of ^[a-z-]*$
        violation[len] /short: short has 6 characters, expected at most 4
        note[len] /tags/E: E has 9 characters, expected at most 8
        violation[pattern] /secret: a secret deviates, expected a match of ^[a-z-]*$
        5 violations, 1 note
    "#);
    assert_snapshot!(Slug::from("A").check(), @r#"
        violation[pattern] (root): the value is "A", expected a match of ^[a-z-]*$
        1 violation
    "#);
}

#[test]
fn the_descriptor_has_the_rules() {
    let rules = |descriptor| match descriptor {
        Descriptor::Id(id) => id.rules.len(),
        _ => 0,
    };
    assert_eq!((rules(Slug::DESCRIPTOR), rules(TagId::DESCRIPTOR)), (2, 1));
}

/// On both sides of the 38 bytes up to which a text is stored in place, and of the sizes of maps.
#[test]
fn ids_are_keys_of_every_map() {
    let texts: Vec<String> = (0..60).map(|n| format!("tag-{}", "x".repeat(n))).collect();
    let ids: Vec<TagId> = texts
        .iter()
        .map(|text| TagId::from(text.as_str()))
        .collect();
    let hashed: HashMap<TagId, usize> = ids.iter().cloned().zip(0..).collect();
    let sorted: BTreeMap<TagId, usize> = ids.iter().cloned().zip(0..).collect();
    let ordered: OrderedMap<TagId, usize> = ids.iter().cloned().zip(0..).collect();
    for (place, text) in texts.iter().enumerate() {
        assert_eq!(hashed.get(text.as_str()), Some(&place));
        assert_eq!(sorted.get(text.as_str()), Some(&place));
        assert_eq!(ordered.get(text.as_str()), Some(&place));
        assert_eq!(ordered.get(&ids[place]), Some(&place));
    }
    assert_eq!(hashed.get("tag-y"), None);
    let again: HashSet<TagId> = texts.into_iter().map(TagId::from).collect();
    assert_eq!(again.len(), 60);
    assert!(again.iter().all(|id| ids.contains(id)));
}

#[test]
fn ids_are_ordered_as_their_texts() {
    let mut texts = [
        "b",
        "a",
        "ab",
        "",
        "é",
        "z",
        "a long text that is not stored in place, b",
        "a long text that is not stored in place, a",
    ];
    let mut ids = texts.map(Slug::from);
    texts.sort_unstable();
    ids.sort_unstable();
    let sorted: Vec<&str> = ids.iter().map(Borrow::<str>::borrow).collect();
    assert_eq!(sorted, texts);
    assert!(
        ids.iter()
            .zip(texts)
            .all(|(id, text)| id.as_ref() == text && format!("{id}") == text)
    );
}
