//! What is timed against what. Every way is held to the document's value before a clock runs.

mod ours;
mod styles;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::data::{Document, Lines};
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
    /// Say what is wrong with a page that was read.
    Check(&'d Document),
    /// What only this workspace has a type for.
    Other,
}

/// How the baseline is called in tables.
pub const BASELINE: &str = "serde derive";

/// The cases whose name is asked for, in the order in which they are printed.
pub fn all<'d>(corpora: &'d Corpora, is_asked: &dyn Fn(&str) -> bool) -> Vec<Case<'d>> {
    let corpus = &corpora.jobs;
    let jobs = [
        ("decode page", &corpus.page, &corpus.page),
        (
            "decode page, vendor's order",
            &corpus.vendor_order,
            &corpus.page,
        ),
        (
            "decode page, random order",
            &corpus.random_order,
            &corpus.page,
        ),
        (
            "decode page, 3 unknown members",
            &corpus.unknown_members,
            &corpus.page,
        ),
        ("decode page, pretty-printed", &corpus.pretty, &corpus.page),
    ];
    let pages = jobs.map(|(name, page, known)| (name, Task::DecodePage(page, known)));
    let mut tasks = vec![("decode single", Task::DecodeJobs(&corpus.singles))];
    tasks.extend(pages);
    tasks.push(("encode single", Task::EncodeJobs(&corpus.singles)));
    tasks.push(("encode page", Task::EncodePage(&corpus.page)));
    if is_asked(LIST) {
        tasks.push((LIST, Task::DecodeList(&corpora.large().list)));
    }
    if is_asked(LINES) {
        tasks.push((LINES, Task::DecodeLines(&corpora.large().lines)));
    }
    tasks.retain(|(name, _)| is_asked(name));
    let mut cases: Vec<Case<'_>> = tasks
        .into_iter()
        .map(|(name, task)| of_jobs(name, task))
        .collect();
    cases.extend(ours::more(corpus));
    cases.extend(styles::all(&corpora.unions));
    cases.retain(|case| is_asked(case.name));
    cases
}

const LIST: &str = "decode 20 MB array";
const LINES: &str = "decode 20 MB of lines";

/// What serde derive does to jobs, beside our ways and the limits.
fn of_jobs<'d>(name: &'static str, task: Task<'d>) -> Case<'d> {
    let baseline = task
        .of_serde::<untagged::JobPage, untagged::FineTuningJob>(BASELINE)
        .expect("serde derive does all of it");
    let mut ways = vec![];
    ways.extend(task.of_serde::<visitor::JobPage, visitor::FineTuningJob>("… + visitor by hand"));
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

impl<'d> Task<'d> {
    /// How many objects it takes.
    pub fn objects(self) -> usize {
        let elements = |value: &Value| value.as_array().map_or(0, Vec::len);
        match self {
            Task::DecodePage(page, _) | Task::EncodePage(page) | Task::Check(page) => {
                elements(&page.value["data"])
            }
            Task::DecodeJobs(jobs) | Task::EncodeJobs(jobs) => jobs.len(),
            Task::DecodeList(list) => elements(&list.value),
            Task::DecodeLines(lines) => lines.values.len(),
            Task::Other => 1,
        }
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
