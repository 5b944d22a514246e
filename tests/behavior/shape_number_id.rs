//! Ids that are whole numbers: derived, made by fields, and wherever an id may stand.

use std::collections::{BTreeSet, HashSet};

use api_object::describe::Shape;
use api_object::{ApiObject, Deleted, Descriptor, Expandable, Extra, Items, Nullable};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

/// Names a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id)]
struct LabelId(i32);

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Issue {
    #[api(id(u64), immutable, range(1..))]
    id: IssueId,
    #[api(id(u8,), optional)]
    milestone: Option<MilestoneId>,
    #[api(at_least = id)]
    duplicate_of: Option<IssueId>,
    labels: Vec<LabelId>,
    pinned: Nullable<LabelId>,
    #[api(default)]
    blocks: Items<IssueId>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn numbers_stand_anywhere() {
    let json = r#"{"id":18446744073709551615,"milestone":255,"duplicate_of":null,"labels":[-7,0],"pinned":3,"blocks":[1,2]}"#;
    let issue = round_trips::<Issue>(json);
    assert!(issue.report().is_empty());
    assert_eq!(*issue.id(), u64::MAX);
    assert_eq!(issue.milestone(), Some(&MilestoneId::new(255)));
    assert_eq!(issue.labels(), [LabelId(-7), LabelId(0)]);
}

#[test]
fn odd_spellings_come_back() {
    let _ = round_trips::<Issue>(
        r#"{"id":7.0,"duplicate_of":8e0,"labels":[1E1,-0],"pinned":null,"blocks":[10.00]}"#,
    );
    let _ = comes_back::<Issue>(
        r#"{"id":7,"milestone":256,"duplicate_of":-8,"labels":[],"pinned":"3","blocks":["x",null,1]}"#,
    );
}

#[test]
fn what_is_no_such_number_is_told_with_the_name_of_the_id() {
    assert_snapshot!(
        report_of::<Issue>(r#"{"id":0,"milestone":256,"duplicate_of":"8","labels":[],"pinned":[],"blocks":[1.5]}"#),
        @r#"
    violation[range] /id: id is 0, expected an integer of at least 1
    violation[misfit] /milestone: expected an integer from 0 to 255 (MilestoneId) or null, found 256, which is out of range
    violation[misfit] /duplicate_of: expected an integer that is not negative (IssueId) or null, found "8"
    violation[misfit] /pinned: expected an integer from -2147483648 to 2147483647 (LabelId) or null, found []
    violation[misfit] /blocks/0: expected an integer that is not negative (IssueId), found 1.5
    5 violations
    "#
    );
    let beyond = ", which is out of range";
    for (other, why) in [
        (r#""7""#, ""),
        ("null", ""),
        ("[]", ""),
        ("{}", ""),
        ("true", ""),
        ("2147483648", beyond),
    ] {
        assert_eq!(
            refusal::<LabelId>(other),
            format!(
                "line 1, column 1: expected an integer from -2147483648 to 2147483647 (LabelId), found {other}{why}"
            )
        );
        assert!(serde_json::from_str::<LabelId>(other).is_err());
    }
}

#[test]
fn rules_see_the_number() {
    let issue = |id, duplicate_of| Issue {
        id: IssueId::new(id),
        milestone: None,
        duplicate_of,
        labels: Vec::new(),
        pinned: Nullable::Absent,
        blocks: Items::default(),
        extra: Extra::new(),
    };
    assert_snapshot!(issue(8, Some(IssueId::new(7))).check(), @r"
    violation[order] /duplicate_of: duplicate_of is 7, which is less than id, 8
    1 violation
    ");
    assert_snapshot!(issue(8, None).check_successor(&issue(9, None)), @r"
    violation[immutable] /id: id is 9, but was 8 and never changes
    1 violation
    ");
}

#[test]
fn an_id_does_what_its_number_does() {
    let id = IssueId::from(7);
    let copy = id;
    assert_eq!((id.get(), u64::from(copy)), (7, 7));
    assert_eq!(id, 7);
    assert_eq!(
        (id.to_string(), format!("{id:>4}")),
        ("7".to_owned(), "   7".to_owned())
    );
    assert_eq!(format!("{id:?}"), "IssueId(7)");
    assert_eq!("7".parse(), Ok(id));
    assert!("x7".parse::<IssueId>().is_err() && "256".parse::<MilestoneId>().is_err());
    assert!(IssueId::new(9) < IssueId::new(10));
    assert_eq!(HashSet::from([id, copy]).len(), 1);
    assert_eq!(
        BTreeSet::from([LabelId(2), LabelId(-1)]).first(),
        Some(&LabelId(-1))
    );
    const SEVEN: u64 = IssueId::new(7).get();
    assert_eq!(SEVEN, 7);
}

#[test]
fn the_descriptor_says_that_it_is_a_number() {
    let Descriptor::Id(label) = LabelId::DESCRIPTOR else {
        panic!("no id")
    };
    assert_eq!((label.name, label.docs), ("LabelId", "Names a label."));
    assert!(label.prefixes.is_empty());
    assert!(matches!(
        label.shape,
        Shape::Integer {
            min: -2_147_483_648,
            max: 2_147_483_647
        }
    ));
    let Descriptor::Id(issue) = IssueId::DESCRIPTOR else {
        panic!("no id")
    };
    assert_eq!(issue.docs, "The `id` of a `Issue`.");
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "user")]
struct User {
    #[api(id(i64))]
    id: UserId,
    login: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Comment {
    user: Expandable<User, UserId>,
    editor: Option<Expandable<User, i64>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn an_object_may_stand_in_its_place() {
    let json = r#"{"user":-9,"editor":{"object":"user","id":4,"login":"ada"}}"#;
    let comment = round_trips::<Comment>(json);
    assert_eq!(comment.user().id().as_deref(), Some(&UserId::new(-9)));
    let editor = comment.editor().expect("an editor");
    assert_eq!(editor.id().as_deref(), Some(&4));

    let json = r#"{"user":{"object":"user","id":4.0,"login":"ada"},"editor":4}"#;
    let comment = round_trips::<Comment>(json);
    assert_eq!(comment.user().id().as_deref(), Some(&UserId::new(4)));
}

#[test]
fn a_receipt_may_bear_it() {
    let json = r#"{"id":4,"object":"user","deleted":true}"#;
    let receipt = round_trips::<Deleted<User, UserId>>(json);
    assert_eq!(receipt.id, 4);
}

/// A number, or a slug.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Handle {
    Id(LabelId),
    Slug(Slug),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(id)]
struct Slug(api_object::Str);

#[test]
fn untagged_unions_tell_it_from_a_text() {
    let handles = round_trips::<Vec<Handle>>(r#"[7,"seven"]"#);
    assert_eq!(handles[0], Handle::Id(LabelId(7)));
    assert_eq!(handles[1], Handle::Slug(Slug::from("seven")));
    assert_snapshot!(refusal::<Handle>("true"), @"line 1, column 1: expected an integer from -2147483648 to 2147483647 (LabelId) or a string (Slug), found true");
}
