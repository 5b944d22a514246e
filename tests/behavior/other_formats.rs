//! Through other formats of serde: MessagePack, CBOR and YAML; and through one that does not describe itself.

use std::fmt::Debug;

use api_object::{ApiObject, Extra, RawJson, UnknownObject};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json_value::JsonValue;
use crate::model_case::{FineTuningJob, SUCCEEDED};

const ODD: &str = r#"{"id":"ftjob-é","created_at":-1,"status":"expired","error":{},"hyperparameters":{"n_epochs":"auto","learning_rate_multiplier":0.1,"beta":1.5e300},"model":"","organization_id":"o","training_file":"f","validation_file":null,"result_files":["a text that is longer than fits in place"],"integrations":[{"type":"mlflow","x":[null,true,-5,18446744073709551615,{"":[]}]},{"wandb":{"project":"p","tags":["a"],"more":{}},"type":"wandb"}],"seed":-9223372036854775808,"fine_tuned_model":"\u0000","method":{"type":"dpo","n":[1,2.5,"😀"]}}"#;

#[track_caller]
fn through<T>(json: &str, way: impl Fn(&T) -> T)
where
    T: Serialize + DeserializeOwned + api_object::Node + Debug + PartialEq,
{
    // What is not declared is kept as its text where that is at hand, and as its value elsewhere.
    let job: T = serde_json::from_reader(json.as_bytes()).expect(json);
    let there_and_back = way(&job);
    assert_eq!(there_and_back, job);
    let written = api_object::to_string(&there_and_back);
    assert_eq!(JsonValue::read(&written), JsonValue::read(json));
}

fn message_pack<T: Serialize + DeserializeOwned>(job: &T) -> T {
    let bytes = rmp_serde::to_vec_named(job).expect("MessagePack");
    rmp_serde::from_slice(&bytes).expect("MessagePack")
}

fn cbor<T: Serialize + DeserializeOwned>(job: &T) -> T {
    let mut bytes = Vec::new();
    ciborium::into_writer(job, &mut bytes).expect("CBOR");
    ciborium::from_reader(bytes.as_slice()).expect("CBOR")
}

fn yaml<T: Serialize + DeserializeOwned>(job: &T) -> T {
    let text = serde_norway::to_string(job).expect("YAML");
    serde_norway::from_str(&text).expect("YAML")
}

#[test]
fn a_job_goes_through_yaml() {
    through::<FineTuningJob>(SUCCEEDED, yaml);
    through::<FineTuningJob>(ODD, yaml);
}

/// A type that keeps what it does not know cannot be read from a format that does not say what comes.
#[test]
fn a_format_that_does_not_describe_itself_is_refused() {
    let job: FineTuningJob = serde_json::from_str(SUCCEEDED).unwrap();
    let bytes = postcard::to_allocvec(&job).unwrap_or_default();
    let error = postcard::from_bytes::<FineTuningJob>(&bytes).unwrap_err();
    assert_eq!(error, postcard::Error::WontImplement);
}

#[test]
fn a_job_goes_through_message_pack() {
    through::<FineTuningJob>(SUCCEEDED, message_pack);
    through::<FineTuningJob>(ODD, message_pack);
}

#[test]
fn a_job_goes_through_cbor() {
    through::<FineTuningJob>(SUCCEEDED, cbor);
    through::<FineTuningJob>(ODD, cbor);
}

#[test]
fn a_job_goes_through_a_tree() {
    let tree =
        |job: &FineTuningJob| serde_json::from_value(serde_json::to_value(job).unwrap()).unwrap();
    through(SUCCEEDED, tree);
    let job: FineTuningJob = serde_json::from_str(ODD).unwrap();
    let json = serde_json::to_string(&tree(&job)).unwrap();
    assert_eq!(JsonValue::read(&json), JsonValue::read(ODD));
}

#[test]
fn a_job_goes_through_a_reader() {
    through::<FineTuningJob>(ODD, |job| {
        serde_json::from_reader(api_object::to_vec(job).as_slice()).unwrap()
    });
}

#[test]
fn a_job_keeps_its_text_where_that_is_in_memory() {
    let ours = api_object::from_str::<FineTuningJob>(ODD)
        .unwrap()
        .lenient();
    assert_eq!(serde_json::from_str::<FineTuningJob>(ODD).unwrap(), ours);
    assert_eq!(
        serde_json::from_slice::<FineTuningJob>(ODD.as_bytes()).unwrap(),
        ours
    );
    let list = format!("[{ODD} , {SUCCEEDED}]");
    let [odd, _] = serde_json::from_str::<[FineTuningJob; 2]>(&list).unwrap();
    assert_eq!(odd, ours);
    let streamed: FineTuningJob = serde_json::from_reader(ODD.as_bytes()).unwrap();
    assert_ne!(
        api_object::to_string(&streamed),
        api_object::to_string(&ours)
    );
}

/// A union of each style, around unions of the others.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Content {
    Number(f64),
    Text(String),
    Part(Part),
    List(Vec<Content>),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    Event(Event, Extra),
    Found(Option<Vec<Found>>),
    Sized(f64, Size, Extra),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Size {
    #[api(default = 1)]
    width: u8,
    height: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "event", content = "data")]
enum Event {
    Said(Box<Content>),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Found {
    Thing(Thing),
    #[api(when(gone = true))]
    Gone(Thing),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thing")]
struct Thing {
    #[api(extra)]
    extra: Extra,
}

/// Formats that hand over numbers of other sizes, and keys and values of their own.
#[test]
fn unions_go_through_every_format() {
    for json in [
        r#"[1,"a",0.5,[{"type":"found","found":[{"object":"thing","x":-5},{"gone":true,"object":"thing"}]}]]"#,
        r#"{"n":[1,-2,"é"],"event":{"data":{"type":"event","event":{"event":"z","y":[1.5]}},"event":"said"},"type":"event"}"#,
        r#"[{"type":"sized","sized":1.5,"height":null},{"width":0,"height":2,"more":[],"sized":-1,"type":"sized"}]"#,
        r#"[{"type":"other","a":{"b":[true,null]}},{"type":"found"},true]"#,
    ] {
        through::<Content>(json, message_pack);
        through::<Content>(json, cbor);
        through::<Content>(json, yaml);
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Counts {
    counts: std::collections::BTreeMap<String, u8>,
    more: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

/// What does not fit is the end of a map, whatever is behind it.
#[test]
fn a_misfit_in_a_map_is_told_by_each_format() {
    let json = r#"{"counts":{"a":1,"b":[],"c":{"d":2}},"more":3}"#;
    let told = "at /counts/b: expected an integer from 0 to 255, found an array";
    let theirs = [
        serde_json::from_str::<Counts>(json)
            .unwrap_err()
            .to_string(),
        serde_json::from_reader::<_, Counts>(json.as_bytes())
            .unwrap_err()
            .to_string(),
        serde_norway::from_str::<Counts>(json)
            .unwrap_err()
            .to_string(),
    ];
    for theirs in theirs {
        assert!(theirs.contains(told), "{theirs}");
    }
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    let bytes = rmp_serde::to_vec(&value).unwrap();
    let theirs = rmp_serde::from_slice::<Counts>(&bytes)
        .unwrap_err()
        .to_string();
    assert!(theirs.contains(told), "{theirs}");
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Measured {
    size: f64,
    part: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Rated {
    rate: f32,
    rates: Vec<f32>,
    #[api(extra)]
    extra: Extra,
}

/// A number of single precision has the digits that it came with, whatever numbers a format has.
#[test]
fn single_precision_keeps_its_digits_in_each_format() {
    let json =
        r#"{"rate":0.1,"rates":[-2.3,3.4028235e38,1e-45,16777216.0,-0.0,0.10000000149011612]}"#;
    for way in [message_pack::<Rated>, cbor, yaml] {
        through::<Rated>(json, way);
    }
    let rated = api_object::from_str::<Rated>(json).unwrap().lenient();
    let tree = serde_json::to_value(&rated).unwrap();
    assert_eq!(tree["rate"], 0.1);
    let back: Rated = serde_json::from_value(tree).unwrap();
    assert_eq!(
        JsonValue::read(&api_object::to_string(&back)),
        JsonValue::read(json)
    );
    let infinite = Rated {
        rate: f32::INFINITY,
        ..rated
    };
    assert_eq!(cbor(&infinite).rate, f32::INFINITY);
}

/// A format may have integers that are wider than those of this crate.
#[test]
fn integers_beyond_64_bits_are_numbers_in_each_format() {
    for number in ["18446744073709551616", "-9223372036854775809"] {
        let json = format!(r#"{{"size":{number},"part":1,"more":[{number}]}}"#);
        let measured = api_object::from_str::<Measured>(&json).unwrap().lenient();
        for back in [yaml(&measured), cbor(&measured)] {
            let written = api_object::to_string(&back);
            assert_eq!(JsonValue::read(&written), JsonValue::read(&json));
        }
        // Which MessagePack has not.
        let written = api_object::to_string(&message_pack(&measured));
        let double: f64 = number.parse().unwrap();
        let rounded = json.replace(number, &double.to_string());
        assert_eq!(JsonValue::read(&written), JsonValue::read(&rounded));
        let odd = json.replace(":1,", &format!(":{number},"));
        let told = serde_norway::from_str::<Measured>(&odd).unwrap_err();
        let words = format!(
            "at /part: expected an integer from 0 to 18446744073709551615 or null, found {number}, which is out of range"
        );
        assert!(told.to_string().contains(&words), "{told}");
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Kept {
    kept: Option<RawJson>,
    tree: Option<serde_json::Value>,
}

/// It would come out as null.
#[test]
fn a_number_that_json_has_not_is_kept_by_nobody() {
    for yaml in ["kept: .nan", "tree: -.inf"] {
        let told = serde_norway::from_str::<Kept>(yaml).unwrap_err();
        assert!(
            told.to_string()
                .contains("expected a value or null, found "),
            "{told}"
        );
    }
    let told = serde_norway::from_str::<Content>("[.inf]").unwrap_err();
    assert!(
        told.to_string().contains("JSON has no number inf"),
        "{told}"
    );
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Least {
    least: i64,
}

/// `serde_json` hands on as a double what is beyond 64 bits, and that double is the least integer there is.
#[test]
fn an_integer_that_a_format_rounded_is_no_other_integer() {
    let json = |number: &str| format!(r#"{{"least":{number}}}"#);
    let least = json("-9223372036854775808");
    assert_eq!(
        serde_json::from_str::<Least>(&least).unwrap().least,
        i64::MIN
    );
    let tree: serde_json::Value = serde_json::from_str(&least).unwrap();
    assert_eq!(
        serde_json::from_value::<Least>(tree).unwrap().least,
        i64::MIN
    );
    let beyond = json("-9223372036854775809");
    assert!(api_object::from_str::<Least>(&beyond).is_err());
    assert!(serde_json::from_str::<Least>(&beyond).is_err());
    assert!(serde_json::from_reader::<_, Least>(beyond.as_bytes()).is_err());
    let tree: serde_json::Value = serde_json::from_str(&beyond).unwrap();
    assert!(serde_json::from_value::<Least>(tree).is_err());
}

/// A `serde_json::Value` has doubles for such, unless it has a feature for more.
#[test]
fn integers_beyond_64_bits_stand_in_a_value_as_it_reads_them() {
    let json =
        r#"{"size":1.5,"part":18446744073709551616,"more":[-9223372036854775809,{"a":1e20}]}"#;
    let measured = api_object::from_str::<Measured>(json).unwrap();
    let read: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_value(&measured).unwrap(), read);
    let written = serde_json::to_string_pretty(&measured).unwrap();
    assert!(written.contains("18446744073709551616") && written.contains("-9223372036854775809"));
}
