//! The example programs, as a stranger runs them.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// `cargo test` builds the examples first; a single test target (`--test cli`) does not.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let test = std::env::current_exe().expect("the path of this test");
    let profile = test
        .ancestors()
        .nth(2)
        .expect("target/<profile>/deps/<test>");
    let name = format!("fine_tuning_job{}", std::env::consts::EXE_SUFFIX);
    let program = profile.join("examples").join(name);
    if !program.exists() {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "examples", "--examples"]);
        assert!(build.status().expect("cargo runs").success());
    }
    program
});

struct Run {
    code: Option<i32>,
    out: String,
    error: String,
}

fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, input: &[u8]) -> Run {
    let mut child = Command::new(&*PROGRAM)
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fine_tuning_job"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input closes it, which is no failure of the test.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    let done = child.wait_with_output().expect("the program ends");
    Run {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).expect("UTF-8"),
        error: String::from_utf8(done.stderr).expect("UTF-8"),
    }
}

/// All that a run says, for a snapshot; its lines fit a terminal that is 80 wide.
fn told(run: &Run) -> String {
    let mut told = run.out.clone();
    for line in told.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    told.push_str(&run.error);
    let _ = write!(told, "exit code {}", run.code.unwrap_or(-1));
    told
}

#[test]
fn every_sample_has_its_page() {
    for job in [
        "succeeded",
        "running",
        "failed",
        "unknown_status",
        "contradictory",
        "unreadable",
    ] {
        let run = run([format!("jobs/{job}.json")], b"");
        insta::assert_snapshot!(job, told(&run));
    }
}

#[test]
fn without_an_argument_the_built_in_job_is_shown() {
    let named = run(["jobs/succeeded.json"], b"");
    let built_in = run([""; 0], b"");
    assert_eq!(told(&built_in), told(&named));
    assert_eq!(built_in.code, Some(0));
}

#[test]
fn a_dash_is_standard_input() {
    let named = run(["jobs/contradictory.json"], b"");
    let text = include_bytes!("../fine_tuning_job/jobs/contradictory.json");
    assert_eq!(told(&run(["-"], text)), told(&named));
    assert_eq!(named.code, Some(2));
}

#[test]
fn help_says_how_to_call_it() {
    for option in ["--help", "-h"] {
        let run = run([option, "nosuch.json"], b"");
        assert!(
            run.out
                .contains("Usage: cargo run --example fine_tuning_job")
        );
        assert_eq!((run.code, run.error.as_str()), (Some(0), ""));
        told(&run);
    }
}

#[test]
fn programs_read_the_value_and_the_report() {
    let run = run(["--json", "jobs/contradictory.json"], b"");
    assert_eq!(run.code, Some(2));
    let told: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let read = include_str!("../fine_tuning_job/jobs/contradictory.json");
    let read: serde_json::Value = serde_json::from_str(read).expect("JSON");
    assert_eq!(told["value"], read);
    insta::assert_snapshot!("json", run.out);
}

#[test]
fn what_cannot_be_read_is_told() {
    let cases: [(&[&str], &[u8], &str); 8] = [
        (
            &["nosuch.json"],
            b"",
            "error: nosuch.json: there is no such file\n",
        ),
        (
            &["jobs"],
            b"",
            "error: jobs: it is a directory; a file is expected\n",
        ),
        (
            &["-"],
            b"",
            "error: <standard input>: it is empty; a job is expected\n",
        ),
        (
            &["-"],
            b" \n",
            "error: <standard input>: it is empty; a job is expected\n",
        ),
        (
            &["--jsno"],
            b"",
            "error: there is no option `--jsno`; `--help` says how to call this\n",
        ),
        (
            &["a", "b"],
            b"",
            "error: one file at a time; `--help` says how to call this\n",
        ),
        (
            &["--json", "-"],
            b"{\n  \"id\": }",
            "error: <standard input>: it cannot be read as a job\n\n\
             violation[syntax]: expected a value, found `}`\n --> <standard input>:2:9 at /id\n  \
             |\n2 |   \"id\": }\n  |         ^\n",
        ),
        (
            &["-"],
            br#"{"object":"batch","id":"batch_1"}"#,
            "error: <standard input>: it cannot be read as a job\n\n\
             violation[wrong_tag]: expected the object `fine_tuning.job`, found \"batch\"\n --> \
             <standard input>:1:11 at /object\n  |\n1 | {\"object\":\"batch\",\"id\":\"batch_1\"}\n  \
             |           ^^^^^^^\n",
        ),
    ];
    for (arguments, input, error) in cases {
        let run = run(arguments, input);
        assert_eq!((run.code, run.error.as_str()), (Some(1), error));
        assert_eq!(run.out, "");
    }
}

#[test]
fn each_deviation_is_shown_with_its_line() {
    let run = run(["--lines", "jobs/contradictory.json"], b"");
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!("lines", run.out);
}

#[test]
fn a_number_beyond_serde_json_is_no_failure() {
    let job = include_str!("../fine_tuning_job/jobs/running.json");
    let job = job.replacen('{', "{\"weight\": 1e400,", 1);
    let run = run(["-"], job.as_bytes());
    assert_eq!(run.code, Some(0), "{}", run.error);
    assert!(run.out.contains("it cannot be judged: number out of range"));
}

#[test]
fn a_name_cannot_steer_the_terminal() {
    let job = include_str!("../fine_tuning_job/jobs/running.json");
    let job = job.replace("gpt-4o-mini-2024-07-18", "\\u001b[31mred\\nline\\u202e");
    let run = run(["-"], job.as_bytes());
    assert!(
        run.out.contains(r"\u{1b}[31mred\nline\u{202e}"),
        "{}",
        run.out
    );
    assert_eq!(run.code, Some(0));
}
