//! What is timed against what. Every way is held to the document's value before a clock runs.

mod ours;

use std::hint::black_box;

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use crate::data::{Corpus, Document, same_value};
use crate::peers::{flattened, untagged, visitor};
use crate::unions;

/// One job, done in several ways.
pub struct Case<'d> {
    /// What is done, to what.
    pub name: &'static str,
    /// Whose time is one.
    pub baseline: Way<'d>,
    /// Who is held against it.
    pub ways: Vec<Way<'d>>,
}

/// One way to do it.
pub struct Way<'d> {
    /// The type or library that does it.
    pub name: &'static str,
    /// The least ratio that the budget allows, for our own ways.
    pub must: Option<f64>,
    /// Does it once.
    pub run: Box<dyn FnMut() + 'd>,
}

/// How the baseline is called in tables.
const BASELINE: &str = "serde derive";

/// All cases, in the order in which they are printed.
///
/// # Panics
///
/// Where a way does not read what the document says: its time would mean nothing.
pub fn all<'d>(corpus: &'d Corpus, unions: &'d unions::Corpus) -> Vec<Case<'d>> {
    let mut cases = vec![
        decode_page("decode page", &corpus.page, &corpus.page).limits(&corpus.page),
        decode_singles("decode single", &corpus.singles),
        decode_page(
            "decode page, vendor's order",
            &corpus.vendor_order,
            &corpus.page,
        ),
        decode_page(
            "decode page, random order",
            &corpus.random_order,
            &corpus.page,
        ),
        decode_page(
            "decode page, 3 unknown members",
            &corpus.unknown_members,
            &corpus.page,
        ),
        decode_page("decode page, pretty-printed", &corpus.pretty, &corpus.page)
            .limits(&corpus.pretty),
        encode_page("encode page", &corpus.page),
    ];
    ours::join(&mut cases, corpus);
    cases.extend(ours::union_cases(unions));
    cases.retain(|case| !case.ways.is_empty());
    cases
}

/// `known` is the same page without the members that these types lose.
fn decode_page<'d>(name: &'static str, page: &'d Document, known: &Document) -> Case<'d> {
    Case {
        name,
        baseline: decode::<untagged::JobPage>(BASELINE, page, known),
        ways: vec![
            decode::<visitor::JobPage>("… + visitor by hand", page, known),
            decode::<flattened::JobPage>("… + flatten map", page, page),
        ],
    }
}

fn decode_singles<'d>(name: &'static str, jobs: &'d [Document]) -> Case<'d> {
    Case {
        name,
        baseline: decode_each::<untagged::FineTuningJob>(BASELINE, jobs),
        ways: vec![
            decode_each::<visitor::FineTuningJob>("… + visitor by hand", jobs),
            decode_each::<flattened::FineTuningJob>("… + flatten map", jobs),
            decode_each::<Value>("limit: Value", jobs),
            in_turn("limit: IgnoredAny", jobs, |job| {
                black_box(read::<IgnoredAny>(job));
            }),
        ],
    }
}

fn encode_page<'d>(name: &'static str, page: &'d Document) -> Case<'d> {
    Case {
        name,
        baseline: encode::<untagged::JobPage>(BASELINE, page),
        ways: vec![
            encode::<flattened::JobPage>("… + flatten map", page),
            encode::<Value>("limit: Value", page),
        ],
    }
}

impl<'d> Case<'d> {
    /// Adds what bounds every decoder: reading anything at all, and skipping.
    fn limits(mut self, document: &'d Document) -> Self {
        self.ways
            .push(decode::<Value>("limit: Value", document, document));
        self.ways.push(Way::new("limit: IgnoredAny", move || {
            black_box(read::<IgnoredAny>(document));
        }));
        self
    }
}

impl<'d> Way<'d> {
    fn new(name: &'static str, run: impl FnMut() + 'd) -> Self {
        Way {
            name,
            must: None,
            run: Box::new(run),
        }
    }
}

fn decode<'d, T: DeserializeOwned + Serialize>(
    name: &'static str,
    document: &'d Document,
    known: &Document,
) -> Way<'d> {
    hold_to(&known.value, name, &encoded(&read::<T>(document)));
    Way::new(name, move || {
        black_box(read::<T>(document));
    })
}

fn decode_each<'d, T: DeserializeOwned + Serialize>(
    name: &'static str,
    documents: &'d [Document],
) -> Way<'d> {
    for document in documents {
        hold_to(&document.value, name, &encoded(&read::<T>(document)));
    }
    in_turn(name, documents, |document| {
        black_box(read::<T>(document));
    })
}

fn encode<'d, T: DeserializeOwned + Serialize + 'd>(
    name: &'static str,
    document: &'d Document,
) -> Way<'d> {
    let value = read::<T>(document);
    hold_to(&document.value, name, &encoded(&value));
    Way::new(name, move || {
        black_box(encoded(black_box(&value)));
    })
}

/// One document at each run, the first again after the last.
fn in_turn<'d>(
    name: &'static str,
    documents: &'d [Document],
    mut run: impl FnMut(&'d Document) + 'd,
) -> Way<'d> {
    let mut next = documents.iter().cycle();
    Way::new(name, move || {
        if let Some(document) = next.next() {
            run(document);
        }
    })
}

fn read<T: DeserializeOwned>(document: &Document) -> T {
    serde_json::from_slice(black_box(&document.bytes)).expect("the document fits")
}

fn encoded<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).expect("the value has a JSON form")
}

fn hold_to(expected: &Value, name: &str, bytes: &[u8]) {
    let found: Value = serde_json::from_slice(bytes).expect("the encoder writes JSON");
    assert!(
        same_value(expected, &found),
        "{name} does not read or write what the document says"
    );
}
