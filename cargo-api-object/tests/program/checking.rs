//! `check` as it is called.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use crate::{fixture, text};

/// Checks files of a folder of its own, and what is given as the standard input.
fn check(name: &str, files: &[(&str, &str)], more: &[&str], input: &str) -> Output {
    let (document, overlay) = (path("evidence.yaml"), path("overlay.yaml"));
    let by = ["--document", &document, "--overlay", &overlay];
    let more = [more, &by].concat();
    of_document(name, files, &more, input)
}

fn path(name: &str) -> String {
    fixture(name).to_string_lossy().into_owned()
}

fn of_document(name: &str, files: &[(&str, &str)], more: &[&str], input: &str) -> Output {
    let dir = tempfile::tempdir().unwrap();
    for (file, text) in files {
        fs::write(dir.path().join(file), text).unwrap();
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_cargo-api-object"))
        .current_dir(dir.path())
        .args(["check", name])
        .args(files.iter().map(|(file, _)| file))
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

const CLEAN: &str = r#"{"id":"job-1a2","object":"job","status":"running","model":"model:x","error":null,
"steps":[],"ratio":1,"file_ids":[],"count":0,"started_at":1,"finished_at":null}"#;

#[test]
fn a_clean_payload_ends_with_0() {
    for name in ["Job", "TrainingJob", "#/components/schemas/Job"] {
        let clean = check(name, &[("job.json", CLEAN)], &["-"], CLEAN);
        assert_eq!(text(&clean.stderr), "");
        assert_eq!(
            text(&clean.stdout),
            "2 without violation, 0 with, 0 unreadable\n"
        );
        assert_eq!(clean.status.code(), Some(0));
    }
}

#[test]
fn a_violation_ends_with_3_and_shows_its_line() {
    let lines = CLEAN.replace('\n', "");
    let broken = lines.replace(r#""finished_at":null"#, r#""finished_at":5"#);
    let broken = broken.replace(r#""started_at":1"#, r#""started_at":9"#);
    let jobs = format!("{lines}\n\n{broken}\n");
    let found = check("Job", &[("jobs.jsonl", &jobs)], &[], "");
    let said = text(&found.stdout);
    let lines = [
        "violation[set]: finished_at is 5, but status is running, where it must be null\n --> jobs.jsonl:3:156 at /finished_at\n",
        "violation[order]: finished_at is 5, which is before started_at, 9\n",
        "1 without violation, 1 with, 0 unreadable\n",
    ];
    for line in lines {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert_eq!(found.status.code(), Some(3));
}

#[test]
fn formats_and_constants_of_the_document_are_asked() {
    let document = path("formats.yaml");
    let more = ["--document", &document];
    let flags = r#"{"closed":false,"open":null,"busy":false,"either":true,"all":[true,false]}"#;
    let found = of_document("Flags", &[("flags.json", flags)], &more, "");
    let said = text(&found.stdout);
    for line in [
        "violation[one_of]: closed is false, expected true\n --> flags.json:1:11 at /closed\n",
        "violation[one_of]: all[1] is false, expected true\n",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    // What samples of the document have, `busy` as it is here, is not asked.
    assert!(said.contains("\n2 violations\n"), "{said}");
    assert_eq!(found.status.code(), Some(3));
    let contact = r#"{"id":"id-1","email":"jo","home":"/","icon":"/","links":[],"mirrors":{},
        "either":"","two":"","any":"","seen_on":"","word":"https://example.com/"}"#;
    let found = of_document("Contact", &[("contact.json", contact)], &more, "");
    let said = text(&found.stdout);
    for line in [
        "violation[format]: email is \"jo\", expected an email address, such as \"jo@example.com\"\n",
        "violation[format]: home is \"/\", expected a URI, such as \"https://example.com/\"\n",
        // What samples of the document have is worth no more than a note.
        "note[format]: icon is \"/\", expected a URI, such as \"https://example.com/\"\n",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(said.contains("\n2 violations, 1 note\n"), "{said}");
}

#[test]
fn what_is_no_json_ends_with_1() {
    let stream = "event: line\ndata: {\"line\": 7}\n\nevent: line\ndata: oh\n\ndata: [DONE]\n\n";
    let found = check("LogEvent", &[("log.sse", stream)], &[], "");
    let said = text(&found.stdout);
    assert!(said.contains("log.sse, event line at line 4"), "{said}");
    assert!(said.ends_with(", 1 unreadable\n"), "{said}");
    assert_eq!(found.status.code(), Some(1));
    let none = check("LogEvent", &[], &["nowhere.json"], "");
    assert!(text(&none.stderr).starts_with("error: nowhere.json: "));
    assert_eq!(none.status.code(), Some(1));
}

#[test]
fn programs_get_the_report() {
    let files = [("job.json", r#"{"object":"job","count":"many"}"#)];
    let found = check("Job", &files, &["-", "--json", "--as", "jsonl"], "{\n");
    let told: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(told["clean"], 0);
    assert_eq!(
        (&told["violations"], &told["unreadable"]),
        (&1.into(), &1.into())
    );
    let payload = &told["payloads"][0];
    assert_eq!(payload["file"], "job.json");
    assert_eq!(payload["verdict"], "violations");
    let issues = payload["report"]["issues"].as_array().unwrap();
    let codes: Vec<&str> = issues.iter().filter_map(|i| i["code"].as_str()).collect();
    assert!(
        codes.contains(&"missing_filled") && codes.contains(&"misfit_filled"),
        "{codes:?}"
    );
    let unread = &told["payloads"][1];
    assert_eq!(unread["verdict"], "unreadable");
    assert_eq!(unread["errors"][0]["code"], "syntax");
    assert_eq!(unread["errors"][0]["line"], 1);
    assert_eq!(found.status.code(), Some(1));
}

#[test]
fn a_type_that_is_not_there_ends_with_1_and_wrong_arguments_with_2() {
    let unknown = check("Jobb", &[], &["-"], "");
    assert_eq!(
        text(&unknown.stderr),
        "error: the document has no type `Jobb`; there is Job\n"
    );
    let near = check("job", &[], &["-"], "");
    assert!(text(&near.stderr).contains("`job`; there is Job"));
    assert_eq!(near.status.code(), Some(1));
    assert_eq!(check("Job", &[], &[], "").status.code(), Some(2));
}

#[test]
fn a_secret_is_shown_to_nobody() {
    let task = r#"{"phase":"done","started_at":"odd","ended_at":1,"failure":null,"token":"hush"}"#;
    for more in [&["--as", "json"][..], &["--json"]] {
        let found = check("Task", &[("task.json", task)], more, "");
        let said = text(&found.stdout);
        assert!(
            said.contains("/started_at") && !said.contains("hush"),
            "{said}"
        );
    }
    // Nor what came in its place.
    let task = task.replace("\"hush\"", "[\"hush\"]");
    let found = check("Task", &[("task.json", task.as_str())], &[], "");
    let said = text(&found.stdout);
    assert!(said.contains("/token") && !said.contains("hush"), "{said}");
}

#[test]
fn a_payload_too_deep_is_an_error() {
    let deep = "[".repeat(100_000);
    let found = check("Job", &[("deep.json", deep.as_str())], &[], "");
    assert!(
        text(&found.stdout).contains("violation[limit]"),
        "{}",
        text(&found.stdout)
    );
    assert_eq!(found.status.code(), Some(1));
}
