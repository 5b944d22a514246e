//! Documents with a byte that was changed or lost: read or refused, never a panic, and what is read
//! comes back. The generator is seeded; a failure names its document.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Word, is_same};
use crate::{ApiObject, Auto, Code, Extra, RawJson, Report, UnixSeconds, UnknownObject};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job", former("task"))]
struct Job {
    #[api(id = "job-", immutable)]
    id: JobId,
    created_at: UnixSeconds,
    #[api(status {
        queued => running,
        running => succeeded | failed,
        succeeded,
        #[api(alias = "broken")]
        failed,
    })]
    status: JobStatus,
    #[api(only_in(failed))]
    error: Option<Failure>,
    #[api(set_in(ended), null_in(active), not_before = created_at, alias = "ended_at")]
    finished_at: Option<UnixSeconds>,
    #[api(optional)]
    parameters: Option<Parameters>,
    files: Vec<String>,
    #[api(optional)]
    tools: Option<Vec<Tool>>,
    #[api(default)]
    labels: BTreeMap<String, Word>,
    #[api(optional)]
    raw: Option<RawJson>,
    seed: i64,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Failure {
    message: Option<String>,
    #[api(optional)]
    code: Option<i8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Parameters {
    #[api(range(1..=50), alias = "epochs")]
    n_epochs: Option<Auto<u32>>,
    #[api(optional)]
    rate: Option<Auto<f64>>,
    #[api(default = 3)]
    size: u8,
    #[api(optional)]
    half: Option<f32>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    #[api(alias = "find")]
    Search(Search),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Search {
    #[api(optional)]
    word: Option<Word>,
    #[api(extra)]
    extra: Extra,
}

const DOCUMENTS: [&str; 3] = [
    r#"{"object":"job","id":"job-7","created_at":1721764800,"status":"succeeded","error":null,"finished_at":1721764900,"parameters":{"n_epochs":"auto","rate":0.125,"size":4,"half":0.5},"files":["a","b"],"tools":[{"type":"search","word":"one"}],"labels":{"x":"one"},"raw":[1,{"a":null}],"seed":-42}"#,
    r#"{ "id" : "job-8", "object": "task", "status":"broken", "created_at": 1e3,
        "error": {"message": "no \u006d\ud83d\ude00emory", "code": -7, "more": [true, false]},
        "ended_at": null, "parameters": {"epochs": 60, "rate": 16777217, "half": 16777217},
        "files": [], "tools": [{"word":"zwei","type":"find"}, {"type":"mcp","n":1}, {}],
        "labels": {"x": "zwei", "y": "three"}, "seed": 7.0, "x": 1, "x": 2 }"#,
    r#"{"id":"other","created_at":0,"status":"paused","error":{},"finished_at":"soon","parameters":null,"files":["\""],"tools":null,"labels":[],"seed":0}"#,
];

/// Bytes that mean something in JSON, and some that do not.
const BYTES: &[u8] = b"\"{}[],:0195.-+eE\\untfax \n\x00\x7f\xc3";

/// Numbers that seem random: xorshift, after Marsaglia (2003).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len());
    let byte = BYTES[random.below(BYTES.len())];
    match random.below(5) {
        0 => drop(bytes.remove(at)),
        1 => bytes.insert(at, byte),
        2 => {
            let to = random.below(bytes.len());
            bytes.swap(at, to);
        }
        _ => bytes[at] = byte,
    }
}

/// Asserts that a document is refused, or comes back, by both readers; says whether it was read.
fn holds(bytes: &[u8]) -> bool {
    let shown = String::from_utf8_lossy(bytes);
    let sent: Option<Value> = serde_json::from_slice(bytes).ok();
    let ours = crate::from_slice::<Job>(bytes);
    if let (Ok(job), Some(sent)) = (&ours, &sent) {
        for written in [
            crate::to_vec(job),
            serde_json::to_vec(job).expect("what serde_json can read"),
        ] {
            let back: Value = serde_json::from_slice(&written).unwrap();
            let written = String::from_utf8_lossy(&written);
            assert!(
                is_same(&back, sent),
                "\nwritten: {written}\n   sent: {shown}"
            );
        }
        let again = crate::to_vec(&crate::from_slice::<Job>(&crate::to_vec(job)).unwrap());
        assert_eq!(again, crate::to_vec(job), "{shown}");
        let _ = (job.report(), job.state(), job.check_successor(job));
    }
    let by_serde = [
        serde_json::from_slice::<Job>(bytes),
        serde_json::from_reader(bytes),
    ];
    for (theirs, sent) in by_serde.into_iter().flatten().zip(sent.iter().cycle()) {
        let back: Value = serde_json::from_slice(&crate::to_vec(&theirs)).unwrap();
        assert!(is_same(&back, sent), "by serde: {shown}");
        assert!(ours.is_ok(), "read by serde alone: {shown}");
        let report = ours.as_ref().unwrap().report();
        assert_eq!(codes(&theirs.check()), codes(&report), "{shown}");
    }
    ours.is_ok()
}

/// What a report says, but for excerpts, which serde's reader makes again without white space.
fn codes(report: &Report) -> Vec<(&str, Code)> {
    let issues = report.issues().iter();
    issues
        .map(|issue| (issue.pointer.as_str(), issue.code))
        .collect()
}

#[test]
fn the_documents_are_read() {
    for json in DOCUMENTS {
        assert!(holds(json.as_bytes()), "{json}");
    }
}

#[test]
fn damaged_documents_are_refused_or_come_back() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut read = 0;
    for round in 0..12_000 {
        let mut bytes = DOCUMENTS[round % 3].as_bytes().to_vec();
        for _ in 0..=random.below(2) {
            damage(&mut bytes, &mut random);
        }
        read += usize::from(holds(&bytes));
    }
    // Many bytes stand in strings and numbers, where one is as good as another.
    assert!((2_000..10_000).contains(&read), "{read} were read");
}
