//! rust-analyzer as a process, spoken to as the Language Server Protocol says: JSON-RPC 2.0, each message behind the header
//! `Content-Length`.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::run::command;

/// What a request is answered with where the document has changed meanwhile: ask again.
const CONTENT_MODIFIED: i64 = -32801;

/// How long an answer may take. The first one waits for all dependencies to be built.
const PATIENCE: Duration = Duration::from_secs(300);

pub(super) struct Server {
    process: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    requests: u64,
    /// Whether it has said that it has nothing to do any more.
    is_quiescent: bool,
}

impl Server {
    pub(super) fn start() -> Result<Server, String> {
        let mut process = command("rust-analyzer", &[])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("rust-analyzer cannot be started: {error}"))?;
        let (Some(input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            return Err("rust-analyzer has no pipes".to_owned());
        };
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = receive(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Ok(Server {
            process,
            input,
            messages,
            requests: 0,
            is_quiescent: false,
        })
    }

    /// The result of a request.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Result<Value, String> {
        let until = Instant::now() + PATIENCE;
        loop {
            self.requests += 1;
            let id = self.requests;
            self.send(&json!({"id": id, "method": method, "params": params}))?;
            let answer = self.until(until, method, |message| message["id"] == id)?;
            let error = &answer["error"];
            if error.is_null() {
                return Ok(answer["result"].clone());
            }
            if error["code"] != CONTENT_MODIFIED {
                return Err(format!("`{method}` failed: {error}"));
            }
        }
    }

    pub(super) fn notify(&mut self, method: &str, params: &Value) -> Result<(), String> {
        self.send(&json!({"method": method, "params": params}))
    }

    /// Waits until the workspace is loaded, with its macros.
    pub(super) fn wait(&mut self) -> Result<(), String> {
        let until = Instant::now() + PATIENCE;
        while !self.is_quiescent {
            self.until(until, "loading", |message| {
                message["method"] == "experimental/serverStatus"
            })?;
        }
        Ok(())
    }

    /// The first message of this kind. What comes before it is answered, or passed over.
    fn until(
        &mut self,
        until: Instant,
        what: &str,
        is_it: impl Fn(&Value) -> bool,
    ) -> Result<Value, String> {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let message = self
                .messages
                .recv_timeout(left)
                .map_err(|error| match error {
                    RecvTimeoutError::Timeout => format!("{what}: no answer in {PATIENCE:?}"),
                    RecvTimeoutError::Disconnected => format!("{what}: rust-analyzer has ended"),
                })?;
            if message["method"] == "experimental/serverStatus" {
                self.is_quiescent = message["params"]["quiescent"] == true;
            }
            let is_request = !message["id"].is_null() && !message["method"].is_null();
            if is_request {
                // It wants to be configured, or to show how far it is: it may do as it likes.
                self.send(&json!({"id": message["id"], "result": null}))?;
            } else if is_it(&message) {
                return Ok(message);
            }
        }
    }

    fn send(&mut self, message: &Value) -> Result<(), String> {
        let mut message = message.clone();
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len())
            .and_then(|()| self.input.flush())
            .map_err(|error| format!("rust-analyzer does not listen: {error}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It holds nothing that could be lost.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// The next message, unless there is none any more.
fn receive(output: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            header => {
                if let Some(value) = header.strip_prefix("Content-Length: ") {
                    length = value.parse().ok();
                }
            }
        }
    }
    let mut text = vec![0; length?];
    output.read_exact(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}
