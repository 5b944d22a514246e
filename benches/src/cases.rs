//! What is timed against what. Every way is held to the document's value before a clock runs.

mod ours;
mod styles;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::data::{Document, Large, Lines};
use crate::peers::{flattened, untagged, visitor};
use crate::ways::{Codec, Way, by_serde_json, skip, skip_each};

pub use corpora::Corpora;

mod corpora;

/// One job, done in several ways.
pub struct Case<'d> {
    /// What is done, to what.
    pub name: &'static str,
    /// The same for programs, which bring further ways.
    pub task: Task<'d>,
    /// How many objects a run reads or writes.
    pub objects: usize,
    /// Whose time is one.
    pub baseline: Way<'d>,
    /// Who is held against it.
    pub ways: Vec<Way<'d>>,
}

/// What is to be done with which documents.
#[derive(Clone, Copy)]
pub enum Task<'d> {
    /// Read a page; the second is the same page with what types know of it.
    DecodePage(&'d Document, &'d Document),
    /// Read jobs one after the other.
    DecodeJobs(&'d [Document]),
    /// Read a list of jobs.
    DecodeList(&'d Document),
    /// Read jobs that are a line each.
    DecodeLines(&'d Lines),
    /// Write a page.
    EncodePage(&'d Document),
    /// Write jobs one after the other.
    EncodeJobs(&'d [Document]),
    /// Write a list of jobs.
    EncodeList(&'d Document),
    /// Write jobs that are a line each.
    EncodeLines(&'d Lines),
    /// Say what is wrong with a page that was read.
    Check(&'d Document),
    /// What only this workspace has a type for.
    Other,
}

/// How the baseline is called in tables.
pub const BASELINE: &str = "serde derive";

/// The cases whose name is asked for, in the order in which they are printed. It is asked about each name.
pub fn all<'d>(corpora: &'d Corpora, is_asked: &dyn Fn(&str) -> bool) -> Vec<Case<'d>> {
    let mut cases: Vec<Case<'_>> = tasks(corpora, is_asked)
        .into_iter()
        .map(|(name, task)| of_jobs(name, task))
        .collect();
    let mut others = ours::more(&corpora.jobs);
    others.extend(styles::all(&corpora.unions));
    others.retain(|case| is_asked(case.name));
    cases.extend(others);
    cases
}

/// What is done to jobs; the large documents are made where somebody asks for them.
fn tasks<'d>(
    corpora: &'d Corpora,
    is_asked: &dyn Fn(&str) -> bool,
) -> Vec<(&'static str, Task<'d>)> {
    let jobs = &corpora.jobs;
    let small = |name, task| is_asked(name).then_some((name, task));
    let page = |name, page| small(name, Task::DecodePage(page, &jobs.page));
    let large = |name, task: fn(&'d Large) -> Task<'d>| {
        is_asked(name).then(|| (name, task(corpora.large())))
    };
    let tasks = [
        small("decode single", Task::DecodeJobs(&jobs.singles)),
        page("decode page", &jobs.page),
        page("decode page, vendor's order", &jobs.vendor_order),
        page("decode page, random order", &jobs.random_order),
        page("decode page, 3 unknown members", &jobs.unknown_members),
        page("decode page, pretty-printed", &jobs.pretty),
        small("encode single", Task::EncodeJobs(&jobs.singles)),
        small("encode page", Task::EncodePage(&jobs.page)),
        large("decode 20 MB array", |large| Task::DecodeList(&large.list)),
        large("decode 20 MB of lines", |large| {
            Task::DecodeLines(&large.lines)
        }),
        large("encode 20 MB array", |large| Task::EncodeList(&large.list)),
        large("encode 20 MB of lines", |large| {
            Task::EncodeLines(&large.lines)
        }),
    ];
    tasks.into_iter().flatten().collect()
}

/// What serde derive does to jobs, beside our ways and the limits.
fn of_jobs<'d>(name: &'static str, task: Task<'d>) -> Case<'d> {
    let baseline = task
        .of_serde::<untagged::JobPage, untagged::FineTuningJob>(BASELINE)
        .expect("serde derive does all of it");
    let mut ways = vec![];
    ways.extend(task.of_serde::<visitor::JobPage, visitor::FineTuningJob>("… + visitor by hand"));
    if let Task::EncodePage(page) = task {
        ways.push(to_kept_buffer(page));
    }
    ways.extend(
        task.with_all()
            .of_serde::<flattened::JobPage, flattened::FineTuningJob>("… + flatten map"),
    );
    ways.extend(ours::of_jobs(name, task));
    ways.extend(task.with_all().of_serde::<Value, Value>("limit: Value"));
    ways.extend(task.skipped());
    Case {
        name,
        objects: task.objects(),
        task,
        baseline,
        ways,
    }
}

/// Writes a page with serde_json into the buffer that held it the last time.
fn to_kept_buffer(page: &Document) -> Way<'_> {
    let codec = by_serde_json::<untagged::JobPage>("… kept buffer");
    codec.encode_into(page, |buffer, value| {
        serde_json::to_writer(buffer, value).expect("the value has a JSON form");
    })
}

impl<'d> Task<'d> {
    /// How many objects it takes.
    pub fn objects(self) -> usize {
        let elements = |value: &Value| value.as_array().map_or(0, Vec::len);
        match self {
            Task::DecodePage(page, _) | Task::EncodePage(page) | Task::Check(page) => {
                elements(&page.value["data"])
            }
            Task::DecodeJobs(jobs) | Task::EncodeJobs(jobs) => jobs.len(),
            Task::DecodeList(list) | Task::EncodeList(list) => elements(&list.value),
            Task::DecodeLines(lines) | Task::EncodeLines(lines) => lines.values.len(),
            Task::Other => 1,
        }
    }

    /// Whether it writes.
    pub fn writes(self) -> bool {
        matches!(
            self,
            Task::EncodePage(_) | Task::EncodeJobs(_) | Task::EncodeList(_) | Task::EncodeLines(_)
        )
    }

    /// The task as a library does it for its types of a page, a job and a list of jobs.
    pub fn by<P: 'd, J: 'd>(
        self,
        page: Codec<'d, P>,
        job: Codec<'d, J>,
        list: Codec<'d, Vec<J>>,
    ) -> Option<Way<'d>> {
        Some(match self {
            Task::DecodePage(document, known) => page.decode(document, known),
            Task::DecodeJobs(documents) => job.decode_each(documents),
            Task::DecodeList(document) => list.decode(document, document),
            Task::DecodeLines(lines) => job.decode_lines(lines),
            Task::EncodePage(document) => page.encode(document),
            Task::EncodeJobs(documents) => job.encode_each(documents),
            Task::EncodeList(document) => list.encode(document),
            Task::EncodeLines(lines) => job.encode_lines(lines),
            Task::Check(_) | Task::Other => return None,
        })
    }

    fn of_serde<P, J>(self, name: &'static str) -> Option<Way<'d>>
    where
        P: DeserializeOwned + Serialize + 'd,
        J: DeserializeOwned + Serialize + 'd,
    {
        self.by::<P, J>(
            by_serde_json(name),
            by_serde_json(name),
            by_serde_json(name),
        )
    }

    /// For types that keep unknown members: a page is held to itself and not to what others know of it.
    pub fn with_all(self) -> Self {
        match self {
            Task::DecodePage(page, _) => Task::DecodePage(page, page),
            other => other,
        }
    }

    fn skipped(self) -> Option<Way<'d>> {
        match self {
            Task::DecodePage(document, _) | Task::DecodeList(document) => {
                Some(skip(&document.bytes))
            }
            Task::DecodeJobs(documents) => {
                Some(skip_each(documents.iter().map(|one| &one.bytes[..])))
            }
            Task::DecodeLines(lines) => Some(skip_each(lines.each())),
            _ => None,
        }
    }
}
