//! Each kind of change, and whom it breaks.

use std::path::PathBuf;

use super::*;

/// The changes between two documents whose components are given, as code, type, member, and whom they break.
pub(super) fn changes(old: &str, new: &str) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let options = [("old.yaml", old), ("new.yaml", new)].map(|(name, schemas)| {
        let path: PathBuf = dir.path().join(name);
        let head =
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";
        let schemas: String = schemas
            .lines()
            .map(|line| format!("    {line}\n"))
            .collect();
        std::fs::write(&path, head.to_owned() + &schemas).unwrap();
        Options {
            files: vec![path],
            ..Options::default()
        }
    });
    let diff = Diff::of([&options[0], &options[1]], &mut |_| {}).unwrap();
    let lines = diff.changes.iter().map(|change| {
        let member = change.member.as_deref().unwrap_or("-");
        let readers = if change.breaks_readers {
            " readers"
        } else {
            ""
        };
        let writers = if change.breaks_writers {
            " writers"
        } else {
            ""
        };
        let code = change.code.as_str();
        format!("{} {member} {code}:{readers}{writers}", change.ty)
    });
    lines.collect()
}

/// The change of one member of an object `A`.
#[track_caller]
pub(super) fn member(old: &str, new: &str, expected: &[&str]) {
    let object = |member: &str| format!("A: {{type: object, {member}}}");
    let expected: Vec<String> = expected.iter().map(|line| format!("A {line}")).collect();
    assert_eq!(changes(&object(old), &object(new)), expected);
}

#[test]
fn nothing_changes_where_only_words_do() {
    let old = "A: {type: object, description: One., properties: {a: {$ref: '#/components/schemas/B'}}}\n\
               B: {type: object, properties: {b: {type: array, items: {$ref: '#/components/schemas/A'}}}}";
    assert!(changes(old, &old.replace("One.", "Another.")).is_empty());
}

#[test]
fn presence() {
    let required = "required: [a], properties: {a: {type: string}}";
    let optional = "properties: {a: {type: string}}";
    let nullable = "required: [a], properties: {a: {type: [string, 'null']}}";
    member(required, optional, &["a became_optional: readers"]);
    member(optional, required, &["a became_required: writers"]);
    member(required, nullable, &["a became_nullable: readers"]);
    member(nullable, required, &["a became_non_null: writers"]);
    // Whoever has room for nothing reads either.
    member(
        nullable,
        optional,
        &["a became_optional:", "a became_non_null: writers"],
    );
}

#[test]
fn members_come_and_go() {
    let (none, two) = (
        "properties: {}",
        "required: [a], properties: {a: {type: string}, b: {type: string}}",
    );
    let one = "properties: {k: {type: string}}";
    let with = format!(
        "required: [a], properties: {{k: {{type: string}}, {}",
        &two[28..]
    );
    member(one, &with, &["a member_added: writers", "b member_added:"]);
    member(
        &with,
        one,
        &[
            "a member_removed: readers writers",
            "b member_removed: writers",
        ],
    );
    // An object of which nothing is declared is a map.
    member(none, none, &[]);
}

#[test]
fn types_of_members() {
    let of = |ty: &str| format!("required: [a], properties: {{a: {{{ty}}}}}");
    let (int, number) = (of("type: integer"), of("type: number"));
    member(&int, &number, &["a type_changed: readers"]);
    member(&number, &int, &["a type_changed: writers"]);
    member(
        &int,
        &of("type: string"),
        &["a type_changed: readers writers"],
    );
    let wide = of("type: integer, format: int64");
    member(
        &of("type: integer, format: int32"),
        &wide,
        &["a type_changed: readers"],
    );
    let list = |item: &str| of(&format!("type: array, items: {{type: {item}}}"));
    member(
        &list("integer"),
        &list("number"),
        &["a type_changed: readers"],
    );
    member(&of("type: string"), &of(""), &["a type_changed: readers"]);
    let quoted = of("type: string, format: int64");
    member(&of("type: string"), &quoted, &["a type_changed: writers"]);
    member(&quoted, &of("type: string"), &["a type_changed: readers"]);
    let id = |ty: &str| format!("required: [a_id], properties: {{a_id: {{{ty}}}}}");
    let int = id("type: integer");
    let signed = id("type: integer, format: int64");
    member(&int, &signed, &[]);
    member(
        &int,
        &id("type: string"),
        &["a_id type_changed: readers writers"],
    );
}

#[test]
fn formats_and_constants() {
    let of = |rule: &str| format!("required: [a], properties: {{a: {{{rule}}}}}");
    let (any, uri) = (of("type: string"), of("type: string, format: uri"));
    member(&any, &uri, &["a rule_tightened: writers"]);
    member(&uri, &any, &["a rule_loosened: readers"]);
    member(&uri, &of("type: string, format: url"), &[]);
    // A format that nothing asks changes nothing.
    member(&any, &of("type: string, format: date"), &[]);
    let (either, always) = (of("type: boolean"), of("const: true"));
    member(&either, &always, &["a rule_tightened: writers"]);
    member(&always, &either, &["a rule_loosened: readers"]);
    member(
        &always,
        &of("enum: [false]"),
        &["a rule_changed: readers writers"],
    );
}

#[test]
fn rules() {
    let of = |rule: &str| format!("required: [a], properties: {{a: {{type: integer, {rule}}}}}");
    let (narrow, wide) = (of("minimum: 2, maximum: 8"), of("minimum: 1, maximum: 9"));
    let twice = |line: &'static str| [line, line];
    member(&wide, &narrow, &twice("a rule_tightened: writers"));
    member(&narrow, &wide, &twice("a rule_loosened: readers"));
    member(
        &of("maximum: 8"),
        &of("maximum: 8, deprecated: true"),
        &["a deprecated:"],
    );
}

#[test]
fn words() {
    let of = |words: &str| format!("A: {{type: string, enum: [{words}]}}");
    assert_eq!(
        changes(&of("on, off"), &of("on, dim")),
        ["A - word_removed: writers", "A - word_added:"]
    );
}

#[test]
fn unions_and_tags() {
    let branch = |name: &str, tag: &str| {
        format!(
            "{name}: {{type: object, required: [type, x], properties: {{type: {{const: {tag}}}, x: {{type: integer}}}}}}\n"
        )
    };
    let union = |names: &[&str]| {
        let all = names
            .iter()
            .map(|name| format!("{{$ref: '#/components/schemas/{name}'}}"));
        format!("U: {{oneOf: [{}]}}\n", all.collect::<Vec<_>>().join(", "))
    };
    let all = branch("One", "one") + &branch("Two", "two") + &branch("Six", "six");
    let old = union(&["One", "Two"]) + &all;
    let new = union(&["One", "Six"]) + &all;
    assert_eq!(
        changes(&old, &new),
        ["U - variant_removed: writers", "U - variant_added:"]
    );
    let renamed = old.replace("const: two", "const: deux");
    assert_eq!(
        changes(&old, &renamed),
        ["Two type tag_changed: readers writers"]
    );
}

#[test]
fn schemas_come_and_go_and_are_renamed() {
    let holder = |name: &str| {
        format!(
            "H: {{type: object, required: [a], properties: {{a: {{$ref: '#/components/schemas/{name}'}}}}}}\n"
        )
    };
    let held = |name: &str, ty: &str| {
        format!("{name}: {{type: object, required: [n], properties: {{n: {{type: {ty}}}}}}}\n")
    };
    let old = holder("A") + &held("A", "integer");
    assert_eq!(
        changes(&old, &(holder("B") + &held("B", "integer"))),
        [
            "B - type_added:",
            "H a type_renamed:",
            "A - type_removed: readers writers"
        ]
    );
    assert_eq!(
        changes(&old, &(holder("B") + &held("B", "number"))),
        [
            "B - type_added:",
            "H a type_changed: readers",
            "A - type_removed: readers writers"
        ]
    );
}

const JOB: &str = "A: {type: object, required: [status, end], properties: {status: {type: string, enum: [a, b, c], \
                   x-api-object: {status: {a: [b], b: [c], c: []}}}, end: {type: [integer, 'null'], x-api-object: {set_in: [c], null_in: [a]}}}}";

#[track_caller]
fn job(from: &str, to: &str, expected: &[&str]) {
    assert!(JOB.contains(from), "{from}");
    assert_eq!(changes(JOB, &JOB.replace(from, to)), expected);
}

#[test]
fn lifecycles() {
    job("a: [b]", "a: [b, c]", &["A status arrow_added: readers"]);
    job(
        "a: [b], b: [c]",
        "a: [c], b: [c]",
        &[
            "A status arrow_added: readers",
            "A status arrow_removed: writers",
        ],
    );
    job(
        "c: []",
        "c: [a]",
        &[
            "A status arrow_added: readers",
            "A status end_changed: readers",
        ],
    );
    job(
        "b: [c], c: []",
        "b: [], c: []",
        &[
            "A status arrow_removed: writers",
            "A status end_changed: readers",
        ],
    );
    // That the word is new is told of the enum, which keeps what it does not know.
    let more = JOB
        .replace("[a, b, c]", "[a, b, c, d]")
        .replace("b: [c]", "b: [c, d]");
    let more = more.replace("c: []", "c: [], d: []");
    assert_eq!(
        changes(JOB, &more),
        ["A status arrow_added:", "AStatus - word_added:"]
    );
}

#[test]
fn rules_of_presence() {
    job(
        "set_in: [c]",
        "set_in: [b, c]",
        &["A end rule_tightened: writers"],
    );
    job("set_in: [c], ", "", &["A end rule_loosened: readers"]);
    job(
        "null_in: [a]",
        "null_in: [b]",
        &["A end rule_changed: readers writers"],
    );
    job(
        "null_in: [a]",
        "null_in: [a], immutable: true",
        &["A end rule_tightened: writers"],
    );
    job(
        "set_in: [c], null_in: [a]",
        "only_in: [c]",
        &[
            "A end rule_loosened: readers",
            "A end rule_loosened: readers",
            "A end rule_tightened: writers",
        ],
    );
}

#[test]
fn prefixes_of_ids() {
    let of = |prefix: &str| {
        format!(
            "A: {{type: object, required: [id], properties: {{id: {{type: string, x-api-object: {{prefix: {prefix}}}}}}}}}"
        )
    };
    let both = of("[a-, b-]");
    assert_eq!(changes(&of("[a-]"), &both), ["AId - prefix_added:"]);
    assert_eq!(
        changes(&both, &of("[a-]")),
        ["AId - prefix_removed: writers"]
    );
}

#[test]
fn tags_of_objects() {
    let of = |required: &str, word: &str| {
        format!(
            "A: {{type: object, required: [{required}], properties: {{object: {{const: {word}}}, x: {{type: string}}}}}}"
        )
    };
    let thing = of("object", "thing");
    assert_eq!(
        changes(&thing, &of("object", "other")),
        ["A object tag_changed: readers writers"]
    );
    assert_eq!(
        changes(&thing, &of("", "thing")),
        ["A object became_optional: readers"]
    );
    assert_eq!(
        changes(&of("", "thing"), &thing),
        ["A object became_required: writers"]
    );
}

#[test]
fn values_beside_their_tag() {
    let of = |inner: &str, word: &str| {
        let branch = |word: &str, inner: &str| {
            format!(
                "{{type: object, required: [type, {word}], properties: {{type: {{const: {word}}}, {word}: {{type: {inner}}}}}}}"
            )
        };
        format!(
            "U: {{oneOf: [{}, {}]}}",
            branch("one", "string"),
            branch(word, inner)
        )
    };
    let old = of("integer", "two");
    assert_eq!(
        changes(&old, &of("number", "two")),
        ["U - type_changed: readers"]
    );
    assert_eq!(
        changes(&old, &of("integer", "six")),
        ["U - variant_removed: writers", "U - variant_added:"]
    );
    // A default has no place in a variant, so that the branches are objects; what is sent is the same.
    let other = old.replace("two: {type: integer}", "two: {type: integer, default: 3}");
    assert_eq!(changes(&old, &other), ["U - tag_changed:"]);
    assert_eq!(changes(&other, &old), ["U - tag_changed:"]);
    let wider = other.replace("two: {type: integer", "two: {type: number");
    assert_eq!(
        changes(&old, &wider),
        ["U - tag_changed:", "U - type_changed: readers"]
    );
}

#[test]
fn a_rule_that_samples_break_promises_nothing() {
    let of = |most: u32, sample: u32| {
        format!(
            "properties: {{a: {{type: integer, minimum: 1, maximum: {most}}}}}, example: {{a: {sample}}}"
        )
    };
    member(&of(9, 9), &of(9, 10), &["a rule_loosened: readers"]);
    member(&of(9, 10), &of(9, 9), &["a rule_tightened: writers"]);
    member(&of(9, 20), &of(8, 20), &[]);
    member(
        &of(9, 20),
        &of(9, 0),
        &["a rule_loosened: readers", "a rule_tightened: writers"],
    );
}
