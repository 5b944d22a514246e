//! Members that nobody knows, however many.

use crate::json::work::during;

use crate::{ApiObject, Code, Extra, Severity};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Model {
    id: String,
    #[api(extra)]
    extra: Extra,
}

fn told(json: &str) -> Vec<(String, Code)> {
    let report = crate::from_str::<Model>(json).unwrap().report();
    report
        .issues()
        .iter()
        .inspect(|issue| assert_eq!(issue.severity, Severity::Drift))
        .map(|issue| (issue.pointer.to_string(), issue.code))
        .collect()
}

#[test]
fn an_unknown_member_that_stands_twice_is_kept_and_told_twice() {
    let json = r#"{"id":"a","x":1,"y":2,"\u0078":3,"x":1}"#;
    assert_eq!(
        crate::to_string(&crate::from_str::<Model>(json).unwrap()),
        json
    );
    let expected = [
        ("/x", Code::UnknownMember),
        ("/y", Code::UnknownMember),
        ("/x", Code::DuplicateMember),
        ("/x", Code::DuplicateMember),
    ];
    assert_eq!(told(json), expected.map(|(at, code)| (at.to_owned(), code)));
    let report = crate::from_str::<Model>(json).unwrap().report();
    assert_eq!(
        report.issues()[2].to_string(),
        "drift[duplicate_member] /x: x, which Model does not know, stands in it once more"
    );
}

#[test]
fn a_member_without_a_name_is_told_as_any_other() {
    let json = r#"{"id":"a","":1,"x":2,"":3}"#;
    let expected = [
        ("/", Code::UnknownMember),
        ("/x", Code::UnknownMember),
        ("/", Code::DuplicateMember),
    ];
    assert_eq!(told(json), expected.map(|(at, code)| (at.to_owned(), code)));
}

#[test]
fn of_many_unknown_members_those_that_stand_twice_are_found() {
    let members: Vec<String> = (0..40).map(|i| format!("\"x{}\":{i}", i % 37)).collect();
    let json = format!("{{\"id\":\"a\",{}}}", members.join(","));
    let told = told(&json);
    assert_eq!(told.len(), 40);
    for (place, (pointer, code)) in told.iter().enumerate() {
        let expected = match place < 37 {
            true => Code::UnknownMember,
            false => Code::DuplicateMember,
        };
        assert_eq!((pointer, *code), (&format!("/x{}", place % 37), expected));
    }
}

#[test]
fn ten_times_as_many_unknown_members_are_ten_times_as_much_work() {
    let work = |count: usize| {
        let members: Vec<String> = (0..count).map(|i| format!("\"x{i}\":{i}")).collect();
        let json = format!("{{\"id\":\"a\",{}}}", members.join(","));
        let (work, ()) = during(|| {
            let model = crate::from_str::<Model>(&json).unwrap();
            assert_eq!(crate::to_string(&model), json);
            assert_eq!(model.report().len(), count);
            assert_eq!(model.extra.len(), count);
        });
        work
    };
    let (few, many) = (work(10_000), work(100_000));
    assert!(many < few * 13, "{few} {many}");
}
