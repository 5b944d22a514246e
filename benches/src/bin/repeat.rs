//! One piece of work, so many times and nothing else: for tools that count instructions.
//!
//! ```text
//! cargo build --release -p benches --bin repeat
//! valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/repeat decode 1
//! valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/repeat decode 11
//! ```
//!
//! The difference of the two counts, divided by ten times the hundred jobs of the page, is what a job costs: making the
//! documents falls out. Such counts are the same in every run, whatever else the machine does.

use std::hint::black_box;
use std::process::ExitCode;

use api_object::{ApiObject, Reader, from_slice, to_vec};
use benches::command_line;
use benches::data::Corpus;
use benches::ours::{FineTuningJob, JobPage};
use benches::peers::untagged;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

const WORK: &str = "decode, decode-vendor, decode-random, decode-damaged, decode-filling, check, unknown, damaged, state, \
                    encode, encode-unknown, decode-serde-json, encode-serde-json, peer-decode, peer-encode, skip";

const USAGE: &str = "\
usage: repeat WORK TIMES

Does a piece of work on the page of a hundred jobs so many times, and nothing else, for tools that count instructions:

  valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/repeat decode 1
  valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/repeat decode 11

The difference of both counts, divided by a thousand, is what a job costs.";

fn main() -> ExitCode {
    let usage = format!("{USAGE}\n\nwork: {WORK}");
    let (name, times) = match command_line::read(&usage, asked) {
        Ok(asked) => asked,
        Err(code) => return code,
    };
    match repeat(&name, times) {
        true => ExitCode::SUCCESS,
        false => {
            eprintln!("no work is called `{name}`; there are: {WORK}");
            ExitCode::from(2)
        }
    }
}

fn asked(mut words: impl Iterator<Item = String>) -> Result<(String, usize), String> {
    let name = words.next().ok_or("which work?")?;
    let times = words.next().ok_or("how many times?")?;
    command_line::nothing(words)?;
    let times = times
        .parse()
        .map_err(|_| format!("`{times}` is no number"))?;
    Ok((name, times))
}

/// Does a piece of work so many times; false where it does not know it.
fn repeat(name: &str, times: usize) -> bool {
    let corpus = Corpus::new();
    let page = &corpus.page.bytes;
    let ours = from_slice::<JobPage>(page).expect("the page is one of ours");
    let unknown =
        from_slice::<JobPage>(&corpus.unknown_members.bytes).expect("what is more is kept");
    let (damaged, lacking) = (damaged(page, OPTIONAL), damaged(page, REQUIRED));
    let theirs: untagged::JobPage =
        serde_json::from_slice(page).expect("the page is one of serde's");
    let work: &dyn Fn() = match name {
        "decode" => &|| decode(page),
        "decode-vendor" => &|| decode(&corpus.vendor_order.bytes),
        "decode-random" => &|| decode(&corpus.random_order.bytes),
        "decode-damaged" => &|| decode(&damaged),
        "decode-filling" => &|| sink(Reader::new().fill_missing().from_slice::<JobPage>(&lacking)),
        "check" => &|| sink(black_box(&*ours).check()),
        "unknown" => &|| decode_and_check(&corpus.unknown_members.bytes),
        "damaged" => &|| decode_and_check(&corpus.damaged.bytes),
        "state" => &|| states(ours.data()),
        "encode" => &|| sink(to_vec(black_box(&*ours))),
        "encode-unknown" => &|| sink(to_vec(black_box(&*unknown))),
        "decode-serde-json" => &|| decode_by_serde::<JobPage>(page),
        "encode-serde-json" => &|| sink(serde_json::to_vec(black_box(&*ours))),
        "peer-decode" => &|| decode_by_serde::<untagged::JobPage>(page),
        "peer-encode" => &|| sink(serde_json::to_vec(black_box(&theirs))),
        "skip" => &|| decode_by_serde::<IgnoredAny>(page),
        _ => return false,
    };
    (0..times).for_each(|_| work());
    true
}

/// Members that a job can do without.
const OPTIONAL: &[&str] = &[
    "error",
    "fine_tuned_model",
    "finished_at",
    "estimated_finish",
    "trained_tokens",
    "hyperparameters",
    "validation_file",
];

/// Members that a job cannot do without.
const REQUIRED: &[&str] = &[
    "id",
    "created_at",
    "status",
    "model",
    "organization_id",
    "training_file",
    "seed",
];

/// The page, with a value that fits none of them in these members of each job.
fn damaged(page: &[u8], members: &[&str]) -> Vec<u8> {
    let mut page: Value = serde_json::from_slice(page).expect("the page is JSON");
    let jobs = page["data"].as_array_mut().expect("a list of jobs");
    for job in jobs {
        for member in members {
            job[*member] = Value::Array(vec![Value::Null]);
        }
    }
    serde_json::to_vec(&page).expect("it is JSON still")
}

fn decode(page: &[u8]) {
    sink(from_slice::<JobPage>(black_box(page)));
}

fn decode_and_check(page: &[u8]) {
    let page = from_slice::<JobPage>(black_box(page)).expect("the page can be read");
    sink(black_box(&page).report());
}

fn states(jobs: &[FineTuningJob]) {
    jobs.iter().for_each(|job| sink(black_box(job).state()));
}

fn decode_by_serde<T: DeserializeOwned>(page: &[u8]) {
    sink(serde_json::from_slice::<T>(black_box(page)));
}

/// Takes what was made, so that it is made.
fn sink<T>(made: T) {
    drop(black_box(made));
}
