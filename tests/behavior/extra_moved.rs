//! `Extra` moved from an object of one type into one of another: what nobody declared goes along, and what is remembered of
//! members stays with the type that they are of.

use api_object::{ApiObject, Code, Expandable, Extra, Reader, Str, UnknownValue};

use crate::round_trip::streamed;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job", former("task"))]
struct Job {
    #[api(alias = "ident")]
    id: String,
    count: u32,
    #[api(optional)]
    note: Option<String>,
    parent: Option<String>,
    #[api(default = 20)]
    limit: u32,
    #[api(null_like(""))]
    cursor: Option<String>,
    word: Option<Word>,
    #[api(extra)]
    extra: Extra,
}

/// As many members, each with another mind.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "run", former("walk"))]
struct Run {
    #[api(alias = "ident", immutable)]
    name: String,
    #[api(immutable)]
    size: u32,
    first: Option<String>,
    #[api(optional)]
    second: Option<String>,
    third: u32,
    #[api(optional)]
    fourth: Option<u64>,
    fifth: Option<Word>,
    owner: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Word {
    #[api(alias = "canceled")]
    Cancelled,
    #[api(unknown)]
    Other(UnknownValue),
}

fn run(extra: Extra) -> Run {
    Run {
        name: String::new(),
        size: 0,
        first: None,
        second: None,
        third: 20,
        fourth: None,
        fifth: Some(Word::Cancelled),
        owner: None,
        extra,
    }
}

/// What a run is written as that came from nowhere.
const RUN: &str = r#"{"object":"run","name":"","size":0,"first":null,"third":20,"fifth":"cancelled","owner":null"#;

#[track_caller]
fn is_written<T: ApiObject + serde::Serialize>(value: &T, json: &str) {
    assert_eq!(api_object::to_string(value), json);
    assert_eq!(serde_json::to_string(value).unwrap(), json);
    assert_eq!(streamed(value).unwrap(), json);
}

/// Jobs that deviate in one way each, and in all.
const JOBS: [&str; 9] = [
    r#"{"object":"task","id":"a","count":1,"parent":null,"limit":20,"cursor":null,"word":null}"#,
    r#"{"id":"a","count":1,"parent":null,"limit":20,"cursor":null,"word":null}"#,
    r#"{"object":"job","ident":"a","count":1,"parent":null,"limit":20,"cursor":null,"word":null}"#,
    r#"{"object":"job","id":"a","count":1,"note":null,"limit":20,"cursor":null}"#,
    r#"{"object":"job","id":"a","count":1,"note":5,"parent":6,"limit":"all","cursor":"","word":7}"#,
    r#"{"object":"job","id":"a","count":1,"parent":null,"limit":20,"cursor":null,"word":"canceled"}"#,
    r#"{"object":"job","id":7,"count":"x","parent":null,"limit":20,"cursor":null,"word":null}"#,
    r#"{"object":"job","parent":null,"limit":20,"cursor":null,"word":null}"#,
    r#"{"ident":7,"note":null,"cursor":"","word":"canceled"}"#,
];

#[test]
fn what_is_remembered_stays_with_its_type() {
    for json in JOBS {
        let job = Reader::new().fill_missing().from_str::<Job>(json).unwrap();
        assert_eq!(api_object::to_string(&job), json);
        let run = run(job.extra.clone());
        is_written(&run, &format!("{RUN}}}"));
        assert_eq!(run.check().to_string(), "no deviation", "{json}");
        assert!(run.check_successor(&run).is_empty());
        // What takes no place of anything is compared, and under its own name.
        let mut later = run.clone();
        (later.name, later.size) = ("n".to_owned(), 1);
        let report = run.check_successor(&later);
        let pointers = report.issues().iter().map(|issue| issue.pointer.as_str());
        assert!(pointers.eq(["/name", "/size"]), "{report}");
        // Back again it is what it was.
        let mut back = job.clone().lenient();
        back.extra = run.extra;
        is_written(&back, json);
        assert_eq!(back.check().to_string(), job.report().to_string());
    }
}

/// An object whose first member is its id, as that of a job.
#[derive(Debug, ApiObject)]
struct Named {
    id: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn an_id_is_no_placeholder_of_another_type() {
    let reader = Reader::new().fill_missing();
    let job = reader.from_str::<Job>("{}").unwrap().lenient();
    let id = String::new();
    let named = Named {
        id: id.clone(),
        extra: job.extra.clone(),
    };
    assert_eq!(Expandable::<Job, Str>::expanded(job).id(), None);
    let named = Expandable::<Named, Str>::expanded(named);
    assert_eq!(named.id().as_deref(), Some(&Str::from(id)));
}

#[test]
fn what_nobody_declared_goes_along() {
    let json = r#"{"object":"task","id":"a","count":1,"color":"red","owner":"me","zone":[1,2],"fifth":1,"limit":"x"}"#;
    let job = api_object::from_str::<Job>(json).unwrap().lenient();
    let mut run = run(job.extra);
    // The other type declares `owner` and `fifth` itself.
    is_written(&run, &format!(r#"{RUN},"color":"red","zone":[1,2]}}"#));
    let report = run.check();
    let pointers: Vec<&str> = report.issues().iter().map(|i| i.pointer.as_str()).collect();
    assert_eq!(pointers, ["/color", "/zone"]);
    assert!(
        report
            .issues()
            .iter()
            .all(|i| i.code == Code::UnknownMember)
    );
    assert!(run.extra.remove("zone"));
    run.extra.insert("more", &true).unwrap();
    is_written(&run, &format!(r#"{RUN},"color":"red","more":true}}"#));
}

#[test]
fn two_that_remember_the_same_are_equal() {
    let json = r#"{"object":"job","id":"a","count":1,"parent":null,"limit":20,"cursor":null,"word":null,"x":1}"#;
    let job = api_object::from_str::<Job>(json).unwrap();
    assert_eq!(job.extra, Extra::new().with("x", &1).unwrap());
    assert_eq!(std::mem::size_of::<Extra>(), 16);
}

/// Between two instances of one generic type nothing is lost, since the places are the same.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Page<T> {
    next: Option<T>,
    #[api(optional)]
    last: Option<T>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn instances_of_a_generic_type_are_one_type() {
    let json = r#"{"last":null,"x":1}"#;
    let page = api_object::from_str::<Page<u8>>(json).unwrap().lenient();
    let other = Page::<String> {
        next: None,
        last: None,
        extra: page.extra,
    };
    is_written(&other, json);
}

/// The variants of a union that hold an `Extra` are objects of their own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    Text(Option<String>, Extra),
    Image(Option<String>, Extra),
}

#[test]
fn a_variant_is_a_type() {
    let json = r#"{"type":"text","text":7,"index":0}"#;
    let part = api_object::from_str::<Part>(json).unwrap().lenient();
    is_written(&part, json);
    let Part::Text(None, extra) = part else {
        panic!("a text")
    };
    let image = Part::Image(None, extra);
    is_written(&image, r#"{"type":"image","index":0}"#);
    assert_eq!(image.check().len(), 1);
}

/// More members than there are bits for in an `Extra` of sixteen bytes.
macro_rules! wide {
    ($name:ident: $($member:ident)*) => {
        #[derive(Debug, Clone, PartialEq, Default, ApiObject)]
        struct $name {
            $(pub $member: Option<u8>,)*
            #[api(extra)]
            extra: Extra,
        }
    };
}

wide!(Wide: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6
    d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 g5 g6 g7 g8 g9);
wide!(Broad: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6
    d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 g5 g6 g7 g8 g9);

#[test]
fn each_place_of_a_wide_object_is_remembered_by_itself() {
    let full = api_object::to_string(&Wide::default());
    let members: Vec<String> = full[1..full.len() - 1]
        .split(',')
        .map(str::to_owned)
        .collect();
    assert_eq!(members.len(), 70);
    for place in 0..members.len() {
        let mut few = members.clone();
        let gone = few.remove(place);
        let json = format!("{{{}}}", few.join(","));
        let wide = api_object::from_str::<Wide>(&json).unwrap().lenient();
        is_written(&wide, &json);
        let report = wide.check();
        let name = format!("/{}", &gone[1..3]);
        assert_eq!(
            (report.len(), report.issues()[0].pointer.as_str()),
            (1, name.as_str())
        );
        let broad = Broad {
            extra: wide.extra,
            ..Broad::default()
        };
        is_written(&broad, &full);
        assert!(broad.check().is_empty());
    }
}
