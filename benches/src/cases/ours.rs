//! Our ways, and the cases that only we have.

use std::hint::black_box;

use api_object::{ApiObject, Decoded, Described, Fill, Node, Reader, write_into};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{BASELINE, Case, Task};
use crate::data::{Corpus, Document, Lines, same_value};
use crate::ours::{FineTuningJob, JobPage};
use crate::peers::untagged;
use crate::ways::{Codec, Nulls, Way, by_serde_json};

/// A type of ours as our own reader and writer have it.
pub(super) fn by_api_object<'d, T: Fill<'d> + Described + Node>(
    name: &'static str,
) -> Codec<'d, Decoded<T>> {
    Codec {
        name,
        read: |bytes| api_object::from_slice(bytes).map_err(|error| error.to_string()),
        write: |decoded| api_object::to_vec(&**decoded),
        nulls: Nulls::AreKept,
    }
}

/// The same, with all rules run on what was read. The value is made in any case; its report is dropped.
fn checked<'d, T: Fill<'d> + Described + Node + ApiObject>(
    name: &'static str,
) -> Codec<'d, Decoded<T>> {
    Codec {
        read: |bytes| {
            let decoded = api_object::from_slice::<T>(bytes).map_err(|error| error.to_string())?;
            drop(black_box(decoded.check()));
            Ok(decoded)
        },
        ..by_api_object(name)
    }
}

/// As [`checked`], for lists.
fn each_checked<'d, T: Fill<'d> + Described + Node + ApiObject>(
    name: &'static str,
) -> Codec<'d, Decoded<Vec<T>>> {
    Codec {
        read: |bytes| {
            let list =
                api_object::from_slice::<Vec<T>>(bytes).map_err(|error| error.to_string())?;
            for one in list.iter() {
                drop(black_box(one.check()));
            }
            Ok(list)
        },
        ..by_api_object(name)
    }
}

/// Our ways to do what serde derive does to jobs, with the budgets that they must keep.
pub(super) fn of_jobs<'d>(case: &str, task: Task<'d>) -> Vec<Way<'d>> {
    let (plain, with_check) = ("api-object", "api-object + check");
    let task = task.with_all();
    let bare = match task {
        Task::DecodeList(list) => {
            Some(by_api_object::<Vec<FineTuningJob>>(plain).decode(list, list))
        }
        Task::EncodeList(list) => Some(by_api_object::<Vec<FineTuningJob>>(plain).encode(list)),
        _ => by(
            task,
            by_api_object::<JobPage>(plain),
            by_api_object::<FineTuningJob>(plain),
        ),
    };
    let checked = match task {
        Task::DecodeList(list) => {
            Some(each_checked::<FineTuningJob>(with_check).decode(list, list))
        }
        _ if task.writes() => None,
        _ => by(
            task,
            checked::<JobPage>(with_check),
            checked::<FineTuningJob>(with_check),
        ),
    };
    let through_serde = match case {
        "decode page" | "encode page" => {
            task.of_serde::<JobPage, FineTuningJob>("api-object, serde_json")
        }
        _ => None,
    };
    let lines = match task {
        Task::DecodeLines(lines) => Some(json_lines(lines)),
        _ => None,
    };
    let kept = match task {
        Task::EncodePage(page) => Some(to_kept_buffer(page)),
        _ => None,
    };
    let ways = [bare, kept, checked, lines, through_serde];
    ways.into_iter()
        .flatten()
        .map(|way| budget(case, way))
        .collect()
}

/// The budgets, by the names of cases and ways.
fn budget<'d>(case: &str, way: Way<'d>) -> Way<'d> {
    let least = match (case, way.name) {
        ("decode page", "api-object + check") => 4.0,
        ("decode single", "api-object + check") => 3.5,
        ("decode page, random order", "api-object + check") => 3.0,
        ("decode page, 3 unknown members", "api-object + check") => 3.0,
        ("encode page", "api-object") => 3.5,
        ("decode page" | "encode page", "api-object, serde_json") => 1.2,
        _ => return way,
    };
    way.must(least)
}

/// A task without lists, as a pair of codecs does it.
fn by<'d, P: 'd, J: 'd>(task: Task<'d>, page: Codec<'d, P>, job: Codec<'d, J>) -> Option<Way<'d>> {
    Some(match task {
        Task::DecodePage(document, known) => page.decode(document, known),
        Task::DecodeJobs(documents) => job.decode_each(documents),
        Task::DecodeLines(lines) => job.decode_lines(lines),
        Task::EncodePage(document) => page.encode(document),
        Task::EncodeJobs(documents) => job.encode_each(documents),
        Task::EncodeLines(lines) => job.encode_lines(lines),
        _ => return None,
    })
}

/// Writes a page into the buffer that held it the last time.
fn to_kept_buffer(page: &Document) -> Way<'_> {
    let codec = by_api_object::<JobPage>("api-object, kept buffer");
    codec.encode_into(page, |buffer, value| write_into(buffer, &**value))
}

/// Splits lines and reads them: what a file or a connection asks for.
fn json_lines(lines: &Lines) -> Way<'_> {
    let read = || Reader::new().json_lines::<FineTuningJob, _>(&lines.text[..]);
    let hold = move || {
        let mut read = read();
        for value in &lines.values {
            let job = read.next().ok_or("it stops before the end")?;
            let job = job.map_err(|error| error.to_string())?;
            let written: Value = serde_json::from_slice(&api_object::to_vec(&*job))
                .map_err(|error| error.to_string())?;
            if !same_value(value, &written) {
                return Err("it does not write what it read".to_owned());
            }
        }
        match read.next() {
            None => Ok(()),
            Some(_) => Err("it reads more than there is".to_owned()),
        }
    };
    Way::new("api-object, json_lines", hold, move || {
        for job in read() {
            drop(black_box(job));
        }
    })
}

/// What only our types can do.
pub(super) fn more(corpus: &Corpus) -> Vec<Case<'_>> {
    let task = Task::Check(&corpus.page);
    let objects = task.objects();
    let damaged = Case {
        name: "decode damaged page / clean page",
        task: Task::Other,
        objects,
        baseline: by_serde_json::<untagged::JobPage>(BASELINE).decode(&corpus.page, &corpus.page),
        ways: vec![
            by_serde_json::<untagged::JobPage>("serde derive, the damaged page")
                .decode(&corpus.damaged, &corpus.damaged),
            checked::<JobPage>("api-object + check")
                .decode(&corpus.damaged, &corpus.damaged)
                .must(1.5),
        ],
    };
    let decode = || by_api_object::<JobPage>("its decode").decode(&corpus.page, &corpus.page);
    let check = Case {
        name: "check / its decode",
        task,
        objects,
        baseline: decode(),
        ways: vec![check(&corpus.page).must(10.0)],
    };
    let state = Case {
        name: "state / its decode",
        task: Task::Other,
        objects,
        baseline: decode(),
        ways: vec![states(&corpus.page)],
    };
    vec![from_stream(&corpus.page), damaged, check, state]
}

/// The page as serde_json reads it from a stream, of which no type sees the text; ours reads it into memory by its own reader.
fn from_stream(page: &Document) -> Case<'_> {
    let own = Codec {
        read: |bytes| {
            let page = api_object::from_reader::<JobPage>(bytes);
            page.map_err(|error| error.to_string())
        },
        ..by_api_object("api-object")
    };
    Case {
        name: "decode page, from a stream",
        task: Task::Other,
        objects: Task::Check(page).objects(),
        baseline: streamed::<untagged::JobPage>(BASELINE).decode(page, page),
        ways: vec![
            own.decode(page, page),
            streamed::<JobPage>("api-object, serde_json").decode(page, page),
        ],
    }
}

/// A type as serde_json reads it from a stream.
fn streamed<'d, T: DeserializeOwned + Serialize>(name: &'static str) -> Codec<'d, T> {
    Codec {
        read: |bytes| serde_json::from_reader(bytes).map_err(|error| error.to_string()),
        ..by_serde_json(name)
    }
}

/// How many times longer the decode takes than the check of what it found: the budget is 10 %.
fn check(page: &Document) -> Way<'_> {
    let mut value = None;
    let hold = || {
        let report = page_of(page).check();
        match report.is_empty() {
            true => Ok(()),
            false => Err(format!("the page is clean: {report}")),
        }
    };
    Way::new("api-object", hold, move || {
        let value = value.get_or_insert_with(|| page_of(page).lenient());
        drop(black_box(black_box(&*value).check()));
    })
}

/// Each job of the page in its status.
fn states(page: &Document) -> Way<'_> {
    let mut value = None;
    let hold = || match page_of(page)
        .data()
        .iter()
        .find_map(|job| job.state().err())
    {
        Some(report) => Err(report.to_string()),
        None => Ok(()),
    };
    Way::new("api-object", hold, move || {
        let value = value.get_or_insert_with(|| page_of(page).lenient());
        for job in value.data() {
            let _ = black_box(black_box(job).state());
        }
    })
}

fn page_of(document: &Document) -> Decoded<JobPage> {
    api_object::from_slice(black_box(&document.bytes)).expect("the page can be read")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{JOBS, UNKNOWN_MEMBERS};

    /// What is timed as "+ check" finds what there is to find.
    #[test]
    fn what_nobody_declared_is_reported_member_by_member() {
        let corpus = Corpus::new();
        let page = page_of(&corpus.unknown_members);
        assert_eq!(page.check().issues().len(), JOBS * UNKNOWN_MEMBERS);
        assert_eq!(page_of(&corpus.damaged).check().issues().len(), JOBS);
        assert!(page_of(&corpus.page).check().is_empty());
    }

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
