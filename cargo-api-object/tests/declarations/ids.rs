//! Numbers that name objects, and numbers in quotes.

use super::fixture::{declares, has_type, imported, item, of, parts};

#[test]
fn numbers_that_are_called_ids_are_ids() {
    let found = imported("ids.yaml");
    let issue = [
        "#[api(range(1..))]",
        "id: IssueId,",
        "number: i64,",
        // The parent of anything is not told by its name.
        "parent_id: Option<i64>,",
        "project_id: Option<ProjectId>,",
        "assigned_user_id: Option<UserId>,",
        "labels: Option<Vec<IssueLabel>>,",
        "#[api(optional, unique)]",
        "label_ids: Option<Vec<LabelId>>,",
        "duplicate_of: Option<Expandable<Issue, IssueId>>,",
        "#[api(optional, range(1..))]",
        "milestone_id: Option<MilestoneId>,",
        "next_milestone_id: Option<MilestoneId>,",
        "#[api(optional, one_of(1, 2))]",
        "kind_id: Option<i64>,",
        "change_id: Option<Quoted<ChangeId>>,",
        "created_at: Option<UnixSeconds>,",
    ];
    declares(&found, "Issue", &issue);
    let id = "/// Names an issue.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]\n#[api(id)]\npub struct IssueId(i64);";
    assert_eq!(item(&found, "IssueId"), id);
    // An object without a name has the id that its place tells, where there is such.
    declares(&found, "IssueLabel", &["id: LabelId,"]);
    declares(
        &found,
        "LabelUse",
        &["id: Option<LabelUseId>,", "label_id: Option<LabelId>,"],
    );
    declares(&found, "LabelId", &["pub struct LabelId(i64);"]);
}

#[test]
fn the_same_object_in_another_form_has_the_same_id() {
    let found = imported("ids.yaml");
    declares(&found, "SimpleUser", &["id: UserId,"]);
    declares(&found, "User", &["id: UserId,"]);
    // Of two widths the one that holds both.
    declares(&found, "UserId", &["pub struct UserId(i64);"]);
}

#[test]
fn a_number_that_the_document_calls_an_id_is_that_type() {
    let found = imported("ids.yaml");
    declares(
        &found,
        "MilestoneId",
        &[
            "/// Which milestone it is.",
            "#[api(id)]",
            "pub struct MilestoneId(u64);",
        ],
    );
    declares(
        &found,
        "Milestone",
        &["#[api(range(1..))]", "id: MilestoneId,"],
    );
    assert!(!has_type(&found, "MilestoneId2"));
    let ids = found.files.iter().find(|file| file.path == "ids.rs");
    assert!(!ids.expect("there are ids").text.contains("Milestone"));
}

#[test]
fn an_id_of_what_has_no_name_is_a_number() {
    let found = of(&[
        "A: {type: object, properties: {things: {type: array, items: {type: object, properties: {id: {type: integer}}}}, of: {type: object, properties: {id: {type: number}, x_id: {type: boolean}}}}}",
    ]);
    declares(&found, "AThing", &["id: Option<i64>,"]);
    declares(&found, "AOf", &["id: Option<f64>,", "x_id: Option<bool>,"]);
    assert!(found.files.iter().all(|file| file.path != "ids.rs"));
}

#[test]
fn numbers_in_quotes_are_numbers() {
    let found = imported("ids.yaml");
    let volume = [
        "id: Quoted<VolumeId>,",
        "/// Default: `\"0\"`.",
        "size: Quoted<i64>,",
        "#[api(optional(nullable))]",
        "free: Option<Quoted<u64>>,",
        "used: Option<Quoted<i64>>,",
        "small: Option<Quoted<i32>>,",
        "parts: Option<Vec<Quoted<u64>>>,",
        "by_day: Option<BTreeMap<String, Quoted<i64>>>,",
        "changed_at: Option<Quoted<UnixSeconds>>,",
        "either: Option<VolumeEither>,",
        "/// A number in quotes by the document, but not in all samples.",
        "version: Option<String>,",
        "/// A number in quotes by the document, but not in all samples.",
        "label: Option<String>,",
        "#[api(optional, null_like(\"\"))]",
        "blank: Option<Quoted<i64>>,",
    ];
    declares(&found, "Volume", &volume);
    declares(
        &found,
        "VolumeEither",
        &[
            "#[api(untagged, debug)]",
            "Integer(i64),",
            "Boolean(bool),",
            "Quoted(Quoted<i64>),",
        ],
    );
    assert_eq!(
        parts(&found, false),
        [
            "/Volume/properties/label: that it is a number in quotes is not asked, since samples have other texts",
            "/Volume/properties/used: what is asked of its values is not asked of values of this type",
            "/Volume/properties/version: that it is a number in quotes is not asked, since samples have other texts",
        ]
    );
}
