//! Our ways, and the cases that only we have.

use std::hint::black_box;

use api_object::{ApiObject, Described, Fill, Node};

use super::{BASELINE, Case, Way, decode, encode, hold_to, in_turn};
use crate::data::{Corpus, Document};
use crate::ours::{FineTuningJob, JobPage};
use crate::peers::untagged;
use crate::unions::{self, BareToolCall, Item, SerdeItem};

/// Adds our ways to the cases, with the budgets that they must keep, and our own cases at the end.
pub(super) fn join<'d>(cases: &mut Vec<Case<'d>>, corpus: &'d Corpus) {
    for case in &mut *cases {
        case.ways.extend(match case.name {
            "decode page" => vec![
                from_slice(&corpus.page),
                checked(&corpus.page).must(4.0),
                decode::<JobPage>("api-object, serde_json", &corpus.page, &corpus.page).must(1.2),
            ],
            "decode single" => vec![single(&corpus.singles).must(3.5)],
            "decode page, vendor's order" => vec![checked(&corpus.vendor_order)],
            "decode page, random order" => vec![checked(&corpus.random_order).must(3.0)],
            "decode page, 3 unknown members" => vec![checked(&corpus.unknown_members).must(3.0)],
            "decode page, pretty-printed" => vec![checked(&corpus.pretty)],
            "encode page" => vec![
                to_vec(&corpus.page).must(3.5),
                encode::<JobPage>("api-object, serde_json", &corpus.page).must(1.2),
            ],
            _ => Vec::new(),
        });
    }
    cases.push(Case {
        name: "decode damaged page / clean page",
        baseline: decode::<untagged::JobPage>(BASELINE, &corpus.page, &corpus.page),
        ways: vec![checked(&corpus.damaged).must(1.5)],
    });
    cases.push(check(&corpus.page));
}

impl Way<'_> {
    fn must(mut self, ratio: f64) -> Self {
        self.must = Some(ratio);
        self
    }
}

fn from_slice(page: &Document) -> Way<'_> {
    let name = "api-object";
    hold_to(&page.value, name, &api_object::to_vec(&*page_of(page)));
    Way::new(name, move || {
        let _ = black_box(page_of(page));
    })
}

fn checked(page: &Document) -> Way<'_> {
    let name = "api-object + check";
    hold_to(&page.value, name, &api_object::to_vec(&*page_of(page)));
    Way::new(name, move || {
        let page = page_of(page);
        drop(black_box(page.check()));
        let _ = black_box(page);
    })
}

fn single(jobs: &[Document]) -> Way<'_> {
    let name = "api-object + check";
    for job in jobs {
        hold_to(&job.value, name, &api_object::to_vec(&*job_of(job)));
    }
    in_turn(name, jobs, |job| {
        let job = job_of(job);
        drop(black_box(job.check()));
        let _ = black_box(job);
    })
}

fn to_vec(page: &Document) -> Way<'_> {
    let value = page_of(page).lenient();
    Way::new("api-object", move || {
        black_box(api_object::to_vec(black_box(&value)));
    })
}

/// How a union does beside its variant alone, whose budget is 10 % less, and beside serde's.
pub(super) fn union_cases(corpus: &unions::Corpus) -> [Case<'_>; 2] {
    let (first, last) = (&corpus.tag_first, &corpus.tag_last);
    let beside_bare = Case {
        name: "union / its bare variant",
        baseline: list::<BareToolCall>("the bare variant", first),
        ways: vec![
            list::<Item>("union, tag first", first).must(1.0 / 1.1),
            list::<Item>("union, tag last", last),
        ],
    };
    let beside_serde = Case {
        name: "decode unions",
        baseline: decode::<Vec<SerdeItem>>(BASELINE, first, first),
        ways: vec![
            list::<Item>("api-object, tag first", first),
            list::<Item>("api-object, tag last", last),
            decode::<Vec<Item>>("api-object, serde_json", first, first),
        ],
    };
    [beside_bare, beside_serde]
}

fn list<'d, T: Fill<'d> + Described + Node>(name: &'static str, document: &'d Document) -> Way<'d> {
    let read = || {
        api_object::from_slice::<Vec<T>>(black_box(&document.bytes)).expect("the list can be read")
    };
    hold_to(&document.value, name, &api_object::to_vec(&*read()));
    Way::new(name, move || {
        let _ = black_box(read());
    })
}

/// How many times longer the decode takes than the check of what it found: the budget is 10 %.
fn check(page: &Document) -> Case<'_> {
    let value = page_of(page).lenient();
    let report = value.check();
    assert!(report.is_empty(), "the page is clean: {report}");
    Case {
        name: "check / its decode",
        baseline: from_slice(page),
        ways: vec![
            Way::new("api-object", move || {
                drop(black_box(black_box(&value).check()));
            })
            .must(10.0),
        ],
    }
}

fn page_of(document: &Document) -> api_object::Decoded<JobPage> {
    api_object::from_slice(black_box(&document.bytes)).expect("the page can be read")
}

fn job_of(document: &Document) -> api_object::Decoded<FineTuningJob> {
    api_object::from_slice(black_box(&document.bytes)).expect("the job can be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_page_is_reported_job_by_job() {
        let corpus = Corpus::new();
        let jobs = corpus.damaged.value["data"].as_array().map(Vec::len);
        assert_eq!(
            Some(page_of(&corpus.damaged).report().violations().count()),
            jobs
        );
    }
}
