//! Receipts of deletions, and objects of which a reference asks a little more.

use super::fixture::{declares, imported, of, parts};

#[test]
fn receipts_are_told_by_what_is_always_true_of_them() {
    let found = imported("receipts.yaml");
    let of_letters = [
        "#[api(tag, debug)]",
        "Letter(Letter),",
        "#[api(when(deleted = true))]",
        "DeletedLetter(DeletedLetter),",
        "Other(UnknownObject),",
    ];
    declares(&found, "LetterAnswer", &of_letters);
    declares(
        &found,
        "DeletedLetter",
        &["pub type DeletedLetter = Deleted<Letter>;"],
    );
    declares(
        &found,
        "Mail",
        &[
            "#[api(tag, debug)]",
            "Letter(Letter),",
            "Parcel(Parcel),",
            "#[api(when(deleted = true))]",
            "DeletedLetter(DeletedLetter),",
            "#[api(when(deleted = true))]",
            "DeletedParcel(DeletedParcel),",
        ],
    );
    declares(
        &found,
        "ShreddedOrNot",
        &[
            "#[api(tag, debug)]",
            "Letter(Letter),",
            "#[api(when(deleted = true))]",
            "Shredded(Shredded),",
        ],
    );
    declares(
        &found,
        "Answer",
        &[
            "#[api(tag, debug)]",
            "#[api(when(deleted = true))]",
            "Removed(Removed),",
        ],
    );
    for untagged in ["Unsure", "Twice"] {
        declares(&found, untagged, &["#[api(untagged, debug)]"]);
    }
    assert_eq!(
        parts(&found, false),
        [
            "/Unsure/oneOf/1: this receipt of a deletion is told by what fits and not by `deleted`, which may be false here"
        ]
    );
}

#[test]
fn what_is_more_than_a_receipt_asks_that_it_is_deleted() {
    let found = imported("receipts.yaml");
    for asked in ["Shredded", "Removed", "Scrapped"] {
        declares(&found, asked, &["#[api(one_of(true))]", "deleted: bool,"]);
    }
}

#[test]
fn what_only_counts_members_makes_no_copy_of_an_object() {
    let found = imported("keywords.yaml");
    declares(&found, "Worded", &["pub given: Option<Part>,"]);
    let all = found.files.iter().map(|file| file.text.as_str());
    assert!(!all.collect::<String>().contains("WordedGiven"));
}

#[test]
fn an_object_may_say_that_it_is_not_deleted() {
    let found = of(&[
        "Customer: {type: object, required: [id, object], properties: {id: {type: string}, object: {const: customer}, deleted: {enum: [false]}, name: {type: string}}}",
        "Member: {type: object, required: [id, object, team], properties: {id: {type: string}, object: {const: member}, deleted: {type: boolean}, team: {type: string}}}",
        "DeletedCustomer: {type: object, required: [id, object, deleted], properties: {id: {type: string}, object: {const: customer}, deleted: {const: true}}}",
        "DeletedMember: {type: object, required: [id, object, deleted], properties: {id: {type: string}, object: {const: member}, deleted: {const: true}}}",
        "CustomerAnswer: {anyOf: [{$ref: '#/components/schemas/Customer'}, {$ref: '#/components/schemas/DeletedCustomer'}]}",
        "MemberAnswer: {anyOf: [{$ref: '#/components/schemas/Member'}, {$ref: '#/components/schemas/DeletedMember'}]}",
    ]);
    declares(
        &found,
        "CustomerAnswer",
        &[
            "#[api(tag, debug)]",
            "Customer(Customer),",
            "#[api(when(deleted = true))]",
            "DeletedCustomer(DeletedCustomer),",
        ],
    );
    // What is whole, and deleted, is whole.
    declares(
        &found,
        "MemberAnswer",
        &[
            "#[api(untagged, debug)]",
            "Member(Member),",
            "DeletedMember(DeletedMember),",
        ],
    );
    assert_eq!(
        parts(&found, false),
        [
            "/MemberAnswer/anyOf/1: this receipt of a deletion is told by what fits and not by `deleted`, which may be true of another branch"
        ]
    );
}
