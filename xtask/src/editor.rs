//! What an editor makes of the derive: a session with rust-analyzer, over its protocol.
//!
//! It opens a crate with one declaration, asks for completions, definitions and docs of what the derive makes, and asks again
//! while an attribute is half typed.

mod server;

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::run::{Outcome, is_there, root, target, write};
use server::Server;

const DECLARATION: &str = include_str!("editor/declaration.rs");

/// The line of the declaration where the session types; what is typed ends where the cursor is.
const TYPED: &str = "/* typed */";

/// What is typed, and some of what the editor must offer there.
const COMPLETIONS: &[(&str, &[&str])] = &[
    (
        "job.",
        &["id", "created_at", "status", "error", "state", "check"],
    ),
    (
        "JobStatus::",
        &["Queued", "Running", "Finished", "Failed", "Unknown", "ALL"],
    ),
    ("job.id().", &["as_str"]),
    ("job.status().", &["as_str", "is_known", "is_terminal"]),
    ("JobState::", &["Queued", "Running", "Finished", "Failed"]),
];

/// A piece of the declaration, the name in it that is asked about, and the piece that its definition begins with.
const DEFINITIONS: &[(&str, &str, &str)] = &[
    ("= job.id()", "id()", "id: JobId"),
    ("= job.status()", "status()", "status: JobStatus"),
    ("JobStatus::Running", "Running", "running => finished"),
    ("let _: &JobId", "JobId", "JobId,"),
    ("let _: &JobStatus = &", "JobStatus", "JobStatus,"),
];

/// The same, with what the editor must say of the name.
const HOVERS: &[(&str, &str, &str)] = &[
    ("= job.status()", "status()", "Where the job stands."),
    ("= job.id()", "id()", "Names the job."),
    ("JobStatus::Running", "Running", "running"),
];

/// A piece of the declaration, and what stands there while somebody is typing, with the brackets that an editor closes. The fields
/// beside it stay.
const HALF_TYPED: &[(&str, &str)] = &[
    ("#[api(only_in(failed))]", "#[a]"),
    ("#[api(only_in(failed))]", "#[api]"),
    ("#[api(only_in(failed))]", "#[api()]"),
    ("only_in(failed)", "only_"),
    ("only_in(failed)", "only_in()"),
    ("only_in(failed)", "only_in(fai)"),
    ("only_in(failed)", "only_in(failed), not_before ="),
    ("only_in(failed)", "only_in(failed), range(0..)"),
    ("error: Option<String>,", "error: Option<>,"),
    ("error: Option<String>,", "error:"),
    ("error: Option<String>,", "err"),
    ("running => finished | failed,", "running =>"),
    ("running => finished | failed,", "running => finished |"),
    ("\"job-\", immutable", "\"job-\", imm"),
];

pub(crate) fn editor(_: &[String]) -> Outcome {
    let hint = "`rustup component add rust-analyzer rust-src`";
    if !is_there("rust-analyzer", &["--version"], hint) {
        return Ok(());
    }
    let mut session = Session::start()?;
    for (typed, offers) in COMPLETIONS {
        session.show(&DECLARATION.replace(TYPED, typed))?;
        session.completes(typed, offers)?;
    }
    session.show(DECLARATION)?;
    for (piece, name, leads_to) in DEFINITIONS {
        session.is_defined(piece, name, leads_to)?;
    }
    for (piece, name, says) in HOVERS {
        session.is_told(piece, name, says)?;
    }
    for (piece, half) in HALF_TYPED {
        let text = DECLARATION.replace(piece, half);
        session.show(&text.replace(TYPED, "job."))?;
        session.completes("job.", &["id", "created_at", "status"])?;
        session.show(&text.replace(TYPED, "JobStatus::"))?;
        session.completes("JobStatus::", &["Queued", "Running"])?;
    }
    let (answers, failures) = (session.answers, &session.failures);
    println!("{answers} answers, of which {} are wrong", failures.len());
    match failures.is_empty() {
        true => Ok(()),
        false => Err(failures.join("\n")),
    }
}

/// A crate with one file, which is open.
struct Session {
    server: Server,
    document: String,
    text: String,
    version: u64,
    /// How many answers were looked at.
    answers: usize,
    /// What is wrong with some of them.
    failures: Vec<String>,
}

impl Session {
    fn start() -> Result<Session, String> {
        let path = |path: std::io::Result<PathBuf>| path.map_err(|error| error.to_string());
        let runtime = path(fs::canonicalize(root().join("runtime")))?;
        let folder = target("editor");
        let manifest = format!(
            "[package]\nname = \"edited\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\napi-object = {{ path = {runtime:?} }}\n"
        );
        write(&folder.join("Cargo.toml"), &manifest)?;
        write(&folder.join("src/lib.rs"), DECLARATION)?;
        let folder = format!("file://{}", path(fs::canonicalize(folder))?.display());
        let mut server = Server::start()?;
        server.ask("initialize", &initialization(&folder))?;
        server.notify("initialized", &json!({}))?;
        let document = format!("{folder}/src/lib.rs");
        let opened = json!({"textDocument": {
            "uri": document, "languageId": "rust", "version": 0, "text": DECLARATION,
        }});
        server.notify("textDocument/didOpen", &opened)?;
        server.wait()?;
        Ok(Session {
            server,
            document,
            text: DECLARATION.to_owned(),
            version: 0,
            answers: 0,
            failures: Vec::new(),
        })
    }

    /// Puts another text in the place of the one that is open.
    fn show(&mut self, text: &str) -> Outcome {
        self.version += 1;
        text.clone_into(&mut self.text);
        let changed = json!({
            "textDocument": {"uri": self.document, "version": self.version},
            "contentChanges": [{"text": text}],
        });
        self.server.notify("textDocument/didChange", &changed)
    }

    /// Behind what was typed last, these names are offered.
    fn completes(&mut self, typed: &str, offers: &[&str]) -> Outcome {
        let at = self.text.rfind(typed).map(|start| start + typed.len());
        let answer = self.ask("completion", at)?;
        let items = answer["items"].as_array().or_else(|| answer.as_array());
        let labels: Vec<&str> = items
            .into_iter()
            .flatten()
            .filter_map(|item| item["label"].as_str())
            .map(|label| label.split(['(', ' ']).next().unwrap_or(label))
            .collect();
        let missing: Vec<_> = offers
            .iter()
            .filter(|name| !labels.contains(name))
            .collect();
        let said = format!("behind `{typed}` it offers {labels:?}, and not {missing:?}");
        self.judge(missing.is_empty(), said);
        Ok(())
    }

    /// A name leads to this piece of the declaration.
    fn is_defined(&mut self, piece: &str, name: &str, leads_to: &str) -> Outcome {
        let at = self.place(piece, name);
        let answer = self.ask("definition", at)?;
        let start = &answer[0]["range"]["start"];
        let is_here = answer[0]["uri"] == self.document.as_str();
        let found = self.offset(start).and_then(|start| self.text.get(start..));
        let leads = is_here && found.is_some_and(|found| found.starts_with(leads_to));
        let said = format!("`{name}` of `{piece}` leads to {answer}, and not to `{leads_to}`");
        self.judge(leads, said);
        Ok(())
    }

    /// Of a name, this is told.
    fn is_told(&mut self, piece: &str, name: &str, says: &str) -> Outcome {
        let at = self.place(piece, name);
        let answer = self.ask("hover", at)?;
        let told = answer["contents"]["value"].as_str().unwrap_or_default();
        let said = format!("of `{name}` it tells {answer}, and not `{says}`");
        self.judge(told.contains(says), said);
        Ok(())
    }

    fn judge(&mut self, is_right: bool, otherwise: String) {
        self.answers += 1;
        if !is_right {
            self.failures
                .push(format!("{otherwise}, where the text is\n{}", self.text));
        }
    }

    /// Where a name begins in a piece of the text.
    fn place(&self, piece: &str, name: &str) -> Option<usize> {
        let start = self.text.find(piece)?;
        Some(start + piece.find(name)?)
    }

    fn ask(&mut self, what: &str, at: Option<usize>) -> Result<Value, String> {
        let before = at.and_then(|at| self.text.get(..at));
        let before = before.ok_or("the declaration has no such place")?;
        // The text has no character beyond ASCII, of which lengths might differ.
        let line = before.matches('\n').count();
        let character = before.len() - before.rfind('\n').map_or(0, |newline| newline + 1);
        let asked = json!({
            "textDocument": {"uri": self.document},
            "position": {"line": line, "character": character},
        });
        self.server.ask(&format!("textDocument/{what}"), &asked)
    }

    /// The offset of a position.
    fn offset(&self, position: &Value) -> Option<usize> {
        let line = usize::try_from(position["line"].as_u64()?).ok()?;
        let character = usize::try_from(position["character"].as_u64()?).ok()?;
        let lines = self.text.split_inclusive('\n');
        Some(lines.take(line).map(str::len).sum::<usize>() + character)
    }
}

fn initialization(folder: &str) -> Value {
    json!({
        "processId": std::process::id(),
        "rootUri": folder,
        "capabilities": {
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
            "experimental": {"serverStatusNotification": true},
        },
        "initializationOptions": {
            "checkOnSave": false,
            "cachePriming": {"enable": false},
            "procMacro": {"enable": true},
            "completion": {"autoimport": {"enable": false}, "callable": {"snippets": "none"}},
        },
    })
}
