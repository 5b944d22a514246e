//! `Quoted`: numbers that are written as strings.

use std::collections::BTreeMap;

use api_object::{
    ApiObject, Auto, Descriptor, Extra, Items, Nullable, Quoted, Secret, UnixSeconds,
};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Disk {
    #[api(id(u64), immutable)]
    id: DiskId,
    #[api(range(1..=65536))]
    size_gb: Quoted<i64>,
    #[api(optional, at_most = size_gb)]
    used_gb: Option<Quoted<u64>>,
    #[api(optional, set_if(size_gb = 10))]
    reason: Option<String>,
    #[api(optional, each(range(0..)))]
    offsets: Option<Vec<Quoted<i32>>>,
    #[api(optional, unique)]
    parts: Option<Items<Quoted<DiskId>>>,
    #[api(optional)]
    ratio: Option<Quoted<f64>>,
    #[api(optional)]
    created: Option<Quoted<UnixSeconds>>,
    #[api(optional)]
    limit: Option<Auto<Quoted<u8>>>,
    quota: Nullable<Quoted<u64>>,
    #[api(optional)]
    key: Option<Secret<Quoted<u64>>>,
    #[api(optional)]
    counts: Option<BTreeMap<String, Quoted<u64>>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn numbers_come_back_as_strings() {
    let json = r#"{"id":7,"size_gb":"9007199254740993","used_gb":"18446744073709551615","offsets":["-1","0"],"parts":["7","8"],"ratio":"0.5","created":"1741011129","limit":"auto","quota":"3","key":"8","counts":{"a":"1"}}"#;
    let disk = round_trips::<Disk>(json);
    assert_eq!(disk.size_gb(), 9_007_199_254_740_993);
    assert_eq!(disk.used_gb(), Some(Quoted(u64::MAX)));
    assert_eq!(disk.created().map(|at| at.0.get()), Some(1_741_011_129));
    assert_eq!(disk.parts().map(Items::len), Some(2));
    let json = r#"{"id":7,"size_gb":"8","limit":"7","quota":null}"#;
    assert_eq!(
        round_trips::<Disk>(json).limit(),
        Some(Auto::Value(Quoted(7)))
    );
}

#[test]
fn other_spellings_come_back_as_they_came() {
    let json = r#"{"id":7,"size_gb":8,"used_gb":"7.0","offsets":["1e1",2],"parts":[1,"2"],"ratio":"7","created":5,"limit":9,"quota":3,"counts":{"a":1,"b":"-0"}}"#;
    let _ = comes_back::<Disk>(r#"{"id":7,"size_gb":"\u0038","quota":null,"parts":[1,"\u0032"]}"#);
    let disk = round_trips::<Disk>(json);
    assert!(disk.report().is_empty());
    assert_eq!(disk.offsets(), Some(&[Quoted(10), Quoted(2)][..]));

    let mut disk = disk.lenient();
    disk.size_gb = Quoted(9);
    assert!(api_object::to_string(&disk).starts_with(r#"{"id":7,"size_gb":"9","used_gb":"7.0""#));
}

#[test]
fn what_is_no_number_is_told() {
    let json = r#"{"id":7,"size_gb":"8","used_gb":"-1","offsets":["a"],"parts":["1 "],"ratio":true,"created":"","limit":"256","quota":[],"key":"secret"}"#;
    assert_snapshot!(report_of::<Disk>(json), @r#"
    violation[misfit] /used_gb: expected a string with an integer from 0 to 18446744073709551615 or null, found "-1", which is out of range
    violation[misfit] /offsets/0: expected a string with an integer from -2147483648 to 2147483647, found "a"
    violation[misfit] /parts/0: expected a string with an integer that is not negative (DiskId), found "1 "
    violation[misfit] /ratio: expected a string with a number or null, found true
    violation[misfit] /created: expected a string with a moment in Unix seconds (an integer) or null, found ""
    violation[misfit] /limit: expected "auto" or a string with an integer from 0 to 255 or null, found "256", which is out of range
    violation[misfit] /quota: expected a string with an integer that is not negative or null, found []
    violation[misfit] /key: expected a string with an integer that is not negative or null, found a string, which is secret
    8 violations
    "#);
    let _ = comes_back::<Disk>(json);
    for other in ["true", "null", "[]", "{}", r#""""#, r#""07""#, r#""x""#] {
        assert_eq!(
            refusal::<Quoted<u64>>(other),
            format!(
                "line 1, column 1: expected a string with an integer that is not negative, found {other}"
            )
        );
    }
}

#[test]
fn rules_see_the_number() {
    let json = r#"{"id":7,"size_gb":"10","used_gb":"11","offsets":["1","-2"],"parts":["1","2",1],"quota":"3"}"#;
    assert_snapshot!(report_of::<Disk>(json), @r#"
    violation[order] /used_gb: used_gb is 11, which is more than size_gb, 10
    violation[unset] /reason: reason is absent, but size_gb is "10", where it must be set
    violation[range] /offsets/1: offsets[1] is -2, expected an integer of at least 0
    violation[unique] /parts/2: parts[2] is "1", the same as element 0
    4 violations
    "#);
    let disk = |size: i64| {
        let json = format!(r#"{{"id":7,"size_gb":"{size}","quota":null}}"#);
        api_object::from_str::<Disk>(&json).unwrap().lenient()
    };
    assert_snapshot!(disk(0).check(), @r#"
    violation[range] /size_gb: size_gb is 0, expected an integer from 1 to 65536
    1 violation
    "#);
    assert!(disk(8).check_successor(&disk(9)).is_empty());
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Version {
    #[api(immutable)]
    number: Quoted<u64>,
    #[api(set_once, same_as = number)]
    copy: Option<u64>,
}

#[test]
fn later_observations_are_compared_by_the_number() {
    let version = |number| Version {
        number: Quoted(number),
        copy: None,
    };
    assert!(version(7).check_successor(&version(7)).is_empty());
    assert_snapshot!(version(7).check_successor(&version(8)), @r#"
    violation[immutable] /number: number is "8", but was "7" and never changes
    1 violation
    "#);
    let copied = |copy| Version {
        copy: Some(copy),
        ..version(7)
    };
    assert!(copied(7).check().is_empty());
    assert_eq!(copied(8).check().issues()[0].pointer, "/copy");
}

/// A count that may be a word.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Count {
    Number(Quoted<u64>),
    Word(String),
    Switch(bool),
}

#[test]
fn untagged_unions_try_it() {
    let counts = round_trips::<Vec<Count>>(r#"["7","many",true]"#);
    assert_eq!(counts[0], Count::Number(Quoted(7)));
    assert_eq!(counts[1], Count::Word("many".to_owned()));
    assert_eq!(counts[2], Count::Switch(true));
}

#[test]
fn it_does_what_its_number_does() {
    assert_eq!(Quoted(7).to_string(), "7");
    assert_eq!("7".parse(), Ok(Quoted(7_u8)));
    assert!(Quoted(7) < Quoted(8) && Quoted(7) == 7);
    let Descriptor::Object(disk) = Disk::DESCRIPTOR else {
        panic!("no object")
    };
    assert_eq!(disk.members[1].shape.expected(), "a string with an integer");
}
