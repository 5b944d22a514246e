//! Pieces of work on a page of jobs, each done so many times: what the guard counts.
//!
//! This file stands alone beside `ours`: the guard compiles both in a small program, where building takes seconds.

use std::hint::black_box;

use api_object::{ApiObject, Decoded, from_slice, to_vec};

use crate::ours::{FineTuningJob, JobPage};

/// One piece of work.
pub struct Work {
    /// As it stands in the table of figures.
    pub name: &'static str,
    /// The page that it is done to.
    pub page: Page,
    /// Does it once.
    run: Run,
}

/// How the jobs of a page are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// In declared order.
    Declared,
    /// In the order of the vendor's servers.
    Vendor,
    /// In an order of its own in each job.
    Random,
    /// With members that no declaration knows.
    Unknown,
    /// With a member that does not fit in each job.
    Damaged,
}

/// What there is to begin with.
enum Run {
    /// The text.
    Text(fn(&[u8])),
    /// The page that was read from it.
    Value(fn(&Decoded<JobPage>)),
}

/// All work, in the order of the table.
pub const ALL: &[Work] = &[
    text("decode", Page::Declared, decode),
    text("decode-vendor", Page::Vendor, decode),
    text("decode-random", Page::Random, decode),
    text("decode-unknown", Page::Unknown, decode),
    text("decode-damaged", Page::Damaged, decode),
    value("check", Page::Declared, |page| sink(page.check())),
    value("report-unknown", Page::Unknown, |page| sink(page.report())),
    value("report-damaged", Page::Damaged, |page| sink(page.report())),
    value("state", Page::Declared, |page| {
        each(page, |job| sink(job.state()));
    }),
    value("successor", Page::Declared, |page| {
        each(page, |job| sink(job.check_successor(job)));
    }),
    value("encode", Page::Declared, |page| sink(to_vec(&**page))),
    value("encode-unknown", Page::Unknown, |page| {
        sink(to_vec(&**page));
    }),
    text("serde-json-decode", Page::Declared, |text| {
        sink(serde_json::from_slice::<JobPage>(text));
    }),
    value("serde-json-encode", Page::Declared, |page| {
        sink(serde_json::to_vec(&**page));
    }),
];

const fn text(name: &'static str, page: Page, run: fn(&[u8])) -> Work {
    let run = Run::Text(run);
    Work { name, page, run }
}

const fn value(name: &'static str, page: Page, run: fn(&Decoded<JobPage>)) -> Work {
    let run = Run::Value(run);
    Work { name, page, run }
}

impl Work {
    /// Reads the page where the work begins with its value, and calls `measured` with what does the work once.
    ///
    /// # Panics
    ///
    /// Where the text is no page of jobs.
    pub fn prepared<R>(&self, text: &[u8], measured: impl FnOnce(&dyn Fn()) -> R) -> R {
        let page = from_slice::<JobPage>(text).expect("the text is a page of jobs");
        match self.run {
            Run::Text(run) => measured(&|| run(black_box(text))),
            Run::Value(run) => measured(&|| run(black_box(&page))),
        }
    }
}

fn decode(text: &[u8]) {
    sink(from_slice::<JobPage>(text));
}

fn each(page: &Decoded<JobPage>, run: impl Fn(&FineTuningJob)) {
    page.data().iter().for_each(|job| run(black_box(job)));
}

/// Takes what was made, so that it is made.
fn sink<T>(made: T) {
    drop(black_box(made));
}
