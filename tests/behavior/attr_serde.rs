//! `serde`: members of types that know nothing of this crate.

use std::collections::{BTreeMap, BTreeSet};

use api_object::{ApiObject, Code, Extra, Nullable, Secret};
use insta::assert_snapshot;
use rust_decimal::Decimal;
use semver::Version;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::round_trip::{comes_back, report_of, round_trips};

/// The user's own type, which drops what it does not know.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Point {
    x: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    y: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Release {
    #[api(serde(blank = Version::new(0, 0, 0)))]
    version: Version,
    #[api(serde, immutable)]
    uuid: Uuid,
    #[api(serde)]
    at: Option<jiff::Timestamp>,
    #[api(serde, default = Decimal::ONE)]
    price: Decimal,
    #[api(serde, optional)]
    points: Option<Vec<Point>>,
    #[api(serde)]
    pair: Option<(u8, char)>,
    #[api(serde, len(..=12))]
    title: Option<Box<str>>,
    #[api(serde, range(..=9))]
    level: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

/// It keeps nothing.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Bare {
    #[api(serde)]
    uuid: Uuid,
    #[api(serde)]
    tags: BTreeSet<u8>,
}

const RELEASE: &str = r#"{"version":"1.2.3-rc.1","uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","at":"2024-07-23T20:00:00Z","price":"1.10","points":[{"x":1.5},{"x":2.0,"y":7}],"pair":[1,"é"],"title":"a\n\"b\"","level":3}"#;

#[test]
fn values_come_back_by_both_readers_and_writers() {
    let release = round_trips::<Release>(RELEASE);
    assert!(release.report().is_empty(), "{}", release.report());
    assert_eq!(api_object::to_string(&release), RELEASE);
    assert_eq!(*release.version(), Version::parse("1.2.3-rc.1").unwrap());
    assert_eq!(
        release.uuid().as_u128(),
        0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8
    );
    assert_eq!(release.at().map(|at| at.as_second()), Some(1_721_764_800));
    assert_eq!(*release.price(), Decimal::new(110, 2));
    assert_eq!(release.points().map(<[Point]>::len), Some(2));
    assert_eq!(release.pair(), Some(&(1, 'é')));
    assert_eq!(release.title(), Some("a\n\"b\""));
}

#[test]
fn absent_and_null_are_told_apart() {
    for rest in [
        "",
        r#","at":null"#,
        r#","points":null,"pair":null"#,
        r#","price":"1""#,
    ] {
        let json =
            format!(r#"{{"version":"1.0.0","uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8"{rest}}}"#);
        let release = round_trips::<Release>(&json);
        assert_eq!(*release.price(), Decimal::ONE);
        assert_eq!(api_object::to_string(&release), json);
    }
}

/// What a type spells otherwise, or drops, is kept for as long as the value is unchanged.
#[test]
fn what_the_type_loses_is_kept() {
    let json = r#"{"version":"1.0.0","uuid":"67E5504410B1426F9247BB680E5FE0C8","at":"2024-07-23T22:00:00.000+02:00","price":2.50,"points":[{"y":1,"x":1e0,"z":[1]},{"x":2}],"pair":[ 1,"\u0061" ],"title":"\u0061","level":null}"#;
    let release = comes_back::<Release>(json);
    assert!(release.report().is_empty(), "{}", release.report());
    let theirs: Release = serde_json::from_str(json).unwrap();
    assert_eq!(theirs.points, release.points);
    let mut release = release.lenient();
    release.uuid = Uuid::nil();
    release.points = Some(vec![Point::default()]);
    let written = api_object::to_string(&release);
    assert!(
        written.contains(r#""uuid":"00000000-0000-0000-0000-000000000000""#),
        "{written}"
    );
    assert!(written.contains(r#""points":[{"x":0.0}]"#), "{written}");
    assert!(
        written.contains(r#""at":"2024-07-23T22:00:00.000+02:00""#),
        "{written}"
    );
}

#[test]
fn rules_ask_scalars() {
    let json = RELEASE
        .replace("\"a\\n", "\"much too long for it")
        .replace("\"level\":3", "\"level\":10");
    assert_snapshot!(report_of::<Release>(&json), @"
        violation[len] /title: title has 23 characters, expected at most 12
        violation[range] /level: level is 10, expected an integer of at most 9
        2 violations
    ");
    let release = round_trips::<Release>(RELEASE).lenient();
    let mut later = release.clone();
    later.uuid = Uuid::nil();
    assert_snapshot!(release.check_successor(&later), @r#"
        violation[immutable] /uuid: uuid is "00000000-0000-0000-0000-000000000000", but was "67e55044-10b1-426f-9247-bb680e5fe0c8" and never changes
        1 violation
    "#);
}

#[test]
fn a_misfit_names_the_member_and_says_why() {
    let json = r#"{"version":"1.0.0","uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","at":"noon","price":[],"points":[{"x":1},{}],"pair":[1],"title":null,"level":300}"#;
    assert_snapshot!(comes_back::<Release>(json).report(), @r#"
        violation[misfit] /at: expected a value of Timestamp or null, found "noon": failed to parse four digit integer as year: invalid digit, expected 0-9 but got n
        violation[misfit] /price: expected a value of Decimal, found []: invalid type: sequence, expected a Decimal type representing a fixed-point number
        violation[misfit] /points: expected a value of Vec<Point> or null, found [{"x":1},{}]: missing field `x`
        violation[misfit] /pair: expected a value of (u8, char) or null, found [1]: invalid length 1, expected a tuple of size 2
        violation[misfit] /level: expected a value of u8 or null, found 300: invalid value: integer `300`, expected u8
        5 violations
    "#);
    let required = r#"{"version":"1.0","uuid":[]}"#;
    assert_snapshot!(api_object::from_str::<Release>(required).unwrap_err(), @r#"
        line 1, column 12, at /version: expected a value of Version, found "1.0": unexpected end of input while parsing minor version number
        line 1, column 25, at /uuid: expected a value of Uuid, found []: invalid type: sequence, expected a formatted UUID string
    "#);
    assert_snapshot!(serde_json::from_str::<Release>(required).unwrap_err(), @r#"at /version: expected a value of Version, found "1.0": unexpected end of input while parsing minor version number (line 1, column 16 of the value)"#);
    let required = r#"{"uuid":7,"tags":[1,"x"]}"#;
    assert_snapshot!(api_object::from_str::<Bare>(required).unwrap_err(), @r#"
        line 1, column 9, at /uuid: expected a value of Uuid, found 7: invalid type: integer `7`, expected a formatted UUID string
        line 1, column 18, at /tags: expected a value of BTreeSet<u8>, found [1,"x"]: invalid type: string "x", expected u8
    "#);
    let tags = r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","tags":[1,"x"]}"#;
    assert_snapshot!(serde_json::from_str::<Bare>(tags).unwrap_err(), @r#"at /tags: expected a value of BTreeSet<u8>, found [1,"x"]: invalid type: string "x", expected u8 (line 1, column 61 of the value)"#);
}

#[test]
fn without_an_extra_field_the_type_decides() {
    let json = r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","tags":[2,1,1]}"#;
    let bare = api_object::from_str::<Bare>(json).unwrap();
    let written = r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","tags":[1,2]}"#;
    assert_eq!(api_object::to_string(&bare), written);
    let _ = round_trips::<Bare>(written);
    let error = api_object::from_str::<Bare>("{}").unwrap_err();
    assert_eq!(error.issues().count(), 2);
    assert_eq!(error.first().issue.code, Code::MissingMember);
}

/// `serde_json`'s raw values, which no other reader makes.
#[derive(Debug, ApiObject)]
struct Kept {
    #[api(serde)]
    raw: Option<Box<RawValue>>,
    #[api(serde)]
    by_name: BTreeMap<String, Box<RawValue>>,
}

#[test]
fn raw_values_keep_their_text() {
    let json = r#"{"raw":{"b": 1e400, "a":[ ]},"by_name":{"x":1.50}}"#;
    let kept = api_object::from_str::<Kept>(json).unwrap();
    assert_eq!(
        kept.raw().map(|raw| raw.get()),
        Some(r#"{"b": 1e400, "a":[ ]}"#)
    );
    assert_eq!(api_object::to_string(&kept), json);
}

#[test]
fn other_formats_carry_them_as_json_has_them() {
    let release = round_trips::<Release>(RELEASE).lenient();
    let mut bytes = Vec::new();
    ciborium::into_writer(&release, &mut bytes).unwrap();
    let back: Release = ciborium::from_reader(bytes.as_slice()).unwrap();
    assert_eq!(back, release);
}

/// A type of serde's inside a status table, whose view lends it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Export {
    #[api(status { running => done, done })]
    status: ExportStatus,
    #[api(serde, only_in(done))]
    uuid: Option<Uuid>,
    #[api(serde, set_in(done))]
    points: Option<Vec<Point>>,
    #[api(serde, set_in(done))]
    count: Option<u8>,
    #[api(only_in(done))]
    secret: Option<Secret<String>>,
}

#[test]
fn the_typed_view_lends_them() {
    let json = r#"{"status":"done","uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","points":[{"x":1.0}],"count":7,"secret":"s"}"#;
    let export = round_trips::<Export>(json);
    let view = export.state().unwrap();
    assert_snapshot!(format!("{view:?}"), @r#"Done { uuid: "67e55044-10b1-426f-9247-bb680e5fe0c8", points: [{"x":1.0}], count: 7, secret: "…" }"#);
    assert!(matches!(
        view,
        ExportState::Done {
            points: [Point { x: 1.0, y: None }],
            count: 7,
            ..
        }
    ));
}

/// The parameter occurs only where serde knows it. (And nobody uses the type, as a compiler tells.)
#[expect(dead_code)]
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Envelope<T>
where
    T: Serialize + serde::de::DeserializeOwned + Default,
{
    #[api(serde)]
    data: T,
    #[api(extra)]
    extra: Extra,
}

/// A type of ours that holds one of serde's, which holds ours again.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Ours {
    #[api(serde)]
    theirs: Option<Theirs>,
    number: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Theirs {
    ours: Box<Ours>,
}

/// Twice the work at each level would not end.
#[test]
fn what_does_not_fit_far_below_is_not_read_again_at_each_level() {
    let nested = |number: &str| {
        let innermost = format!(r#"{{"theirs":null,"number":{number}}}"#);
        (0..50).fold(innermost, |json, _| {
            format!(r#"{{"theirs":{{"ours":{json}}},"number":1}}"#)
        })
    };
    let clean = round_trips::<Ours>(&nested("1"));
    assert_eq!(clean.report().issues().len(), 0);
    let json = nested(r#""x""#);
    assert!(serde_json::from_str::<Ours>(&json).is_err());
    assert!(serde_json::from_reader::<_, Ours>(json.as_bytes()).is_err());
    let ours = api_object::from_str::<Ours>(&json).expect("what does not fit is set aside");
    assert_eq!(ours.report().issues().len(), 1);
    assert_eq!(api_object::to_string(&ours), json);
}

/// A change to a release: what is absent stays, null takes away.
#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
struct UpdateRelease {
    #[api(serde)]
    price: Nullable<Decimal>,
    #[api(serde)]
    at: Nullable<jiff::Timestamp>,
    #[api(serde, len(..=2))]
    tags: Nullable<BTreeSet<u8>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_change_sets_takes_away_or_leaves_what_only_serde_knows() {
    for json in [
        "{}",
        r#"{"price":null,"at":null,"tags":null}"#,
        r#"{"price":"1.10","at":"2024-07-23T20:00:00Z","tags":[1,2]}"#,
        r#"{"at":"2024-07-23t20:00:00.000+00:00","tags":[2,1]}"#,
    ] {
        let update = round_trips::<UpdateRelease>(json);
        assert!(update.report().is_empty(), "{}", update.report());
        let by_serde: UpdateRelease = serde_json::from_str(json).unwrap();
        assert_eq!(*update, by_serde);
    }
    let update = UpdateRelease {
        price: Decimal::ONE.into(),
        at: Nullable::Null,
        ..UpdateRelease::default()
    };
    assert_eq!(api_object::to_string(&update), r#"{"price":"1","at":null}"#);
}

#[test]
fn what_does_not_fit_a_change_is_told_and_kept() {
    let json = r#"{"price":"dear","tags":[1,2,3]}"#;
    let update = comes_back::<UpdateRelease>(json);
    assert!(update.price.is_absent());
    assert_snapshot!(update.report(), @r#"
    violation[misfit] /price: expected a value of Decimal or null, found "dear": invalid value: string "dear", expected a Decimal type representing a fixed-point number
    violation[len] /tags: tags has 3 elements, expected at most 2
    2 violations
    "#);
}
