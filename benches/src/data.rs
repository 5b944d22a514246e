//! Fine-tuning jobs as JSON text: realistic, varied, and the same in every run.

mod jobs;
mod json;
mod large;

use serde_json::Value;

use crate::random::Random;
use jobs::{Jobs, Members};
use json::Json;

pub use large::{Large, Lines};

/// The jobs of one page.
pub const JOBS: usize = 100;

/// How many members that no declaration knows each object of [`Corpus::unknown_members`] has.
pub const UNKNOWN_MEMBERS: usize = 3;

/// Every document that is decoded: the same jobs, written in several ways.
pub struct Corpus {
    /// A page of [`JOBS`] jobs in declared order, compact.
    pub page: Document,
    /// The page with members in the order in which the vendor writes them.
    pub vendor_order: Document,
    /// The page with the members of each job in an order of its own.
    pub random_order: Document,
    /// The page with [`UNKNOWN_MEMBERS`] more members in each job, of all kinds, at random places.
    pub unknown_members: Document,
    /// The page as a person would have it: two spaces for each level.
    pub pretty: Document,
    /// The page with one optional member of each job that does not fit its type.
    pub damaged: Document,
    /// Each job as a document of its own.
    pub singles: Vec<Document>,
}

/// JSON text and what it means.
pub struct Document {
    /// The text, UTF-8.
    pub bytes: Vec<u8>,
    /// What serde_json reads there.
    pub value: Value,
}

impl Corpus {
    /// Writes all documents. Two calls write the same bytes.
    pub fn new() -> Self {
        let jobs = Jobs::new(Random::new(0x5eed)).take(JOBS);
        let mut random = Random::new(0xfeed);
        let page = page(&jobs);
        Corpus {
            vendor_order: compact(&page_of(&jobs, jobs::in_vendor_order)),
            random_order: compact(&page_of(&jobs, |job| random.shuffle(job))),
            unknown_members: compact(&page_of(&jobs, |job| {
                jobs::add_unknown(job, UNKNOWN_MEMBERS, &mut random);
            })),
            damaged: compact(&page_of(&jobs, |job| jobs::damage(job, &mut random))),
            pretty: Document::new(page.pretty()),
            page: compact(&page),
            singles: jobs
                .into_iter()
                .map(|j| compact(&Json::Object(j)))
                .collect(),
        }
    }
}

impl Default for Corpus {
    fn default() -> Self {
        Self::new()
    }
}

impl Document {
    pub(crate) fn new(text: String) -> Self {
        let value = serde_json::from_str(&text).expect("the generator writes JSON");
        Document {
            bytes: text.into_bytes(),
            value,
        }
    }
}

/// Whether two JSON values are equal where null and absent are one.
pub fn same_value_but_nulls(a: &Value, b: &Value) -> bool {
    same_value(&without_nulls(a), &without_nulls(b))
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Array(elements) => elements.iter().map(without_nulls).collect(),
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.clone(), without_nulls(value)))
            .collect(),
        scalar => scalar.clone(),
    }
}

/// Whether two JSON values are equal, whatever the spelling of their numbers (`2` and `2.0`).
pub fn same_value(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_value(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(key, a)| b.get(key).is_some_and(|b| same_value(a, b)))
        }
        _ => a == b,
    }
}

fn page(jobs: &[Members]) -> Json {
    page_of(jobs, |_| ())
}

fn page_of(jobs: &[Members], mut change: impl FnMut(&mut Members)) -> Json {
    let data = jobs.iter().map(|job| {
        let mut job = job.clone();
        change(&mut job);
        Json::Object(job)
    });
    Json::Object(vec![
        ("object", Json::text("list")),
        ("data", Json::List(data.collect())),
        ("has_more", Json::raw(false)),
    ])
}

fn compact(json: &Json) -> Document {
    Document::new(json.compact())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_corpora_are_the_same() {
        let (a, b) = (Corpus::new(), Corpus::new());
        assert_eq!(a.page.bytes, b.page.bytes);
        assert_eq!(a.unknown_members.bytes, b.unknown_members.bytes);
        assert_eq!(a.damaged.bytes, b.damaged.bytes);
    }

    #[test]
    fn reordered_pages_mean_the_same() {
        let corpus = Corpus::new();
        assert_eq!(corpus.page.value["data"].as_array().unwrap().len(), JOBS);
        for other in [&corpus.vendor_order, &corpus.random_order, &corpus.pretty] {
            assert_eq!(other.value, corpus.page.value);
            assert_ne!(other.bytes, corpus.page.bytes);
        }
    }

    #[test]
    fn each_job_of_a_changed_page_is_changed() {
        let corpus = Corpus::new();
        let jobs = |document: &Document| document.value["data"].as_array().unwrap().clone();
        let clean = jobs(&corpus.page);
        for (clean, more) in clean.iter().zip(jobs(&corpus.unknown_members)) {
            let (clean, more) = (clean.as_object().unwrap(), more.as_object().unwrap());
            assert_eq!(more.len(), clean.len() + UNKNOWN_MEMBERS);
            assert!(
                clean
                    .iter()
                    .all(|(key, value)| more.get(key) == Some(value))
            );
        }
        for (clean, damaged) in clean.iter().zip(jobs(&corpus.damaged)) {
            let (clean, damaged) = (clean.as_object().unwrap(), damaged.as_object().unwrap());
            let differs = clean
                .iter()
                .filter(|(key, value)| damaged.get(*key) != Some(value));
            assert_eq!(differs.count(), 1);
        }
    }

    #[test]
    fn every_status_and_both_kinds_of_hyperparameters_occur() {
        let text = String::from_utf8(Corpus::new().page.bytes).unwrap();
        for needle in jobs::STATUSES
            .iter()
            .map(|(status, _)| format!("\"status\":\"{status}\""))
        {
            assert!(text.contains(&needle), "{needle}");
        }
        assert!(text.contains("\"n_epochs\":\"auto\"") && text.contains("\"n_epochs\":3"));
        assert!(text.contains("\"integrations\":[{\"type\":\"wandb\""));
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert!(same_value(&value(r#"{"a":[2]}"#), &value(r#"{"a":[2.0]}"#)));
        assert!(!same_value(
            &value(r#"{"a":[2]}"#),
            &value(r#"{"a":[2.5]}"#)
        ));
        assert!(!same_value(&value(r#"{"a":null}"#), &value(r#"{}"#)));
        assert!(!same_value(&value(r#"{}"#), &value(r#"{"a":null}"#)));
    }
}
