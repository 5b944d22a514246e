//! Imported documents as crates that are compiled, and programs that decode samples with their types.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use cargo_api_object::import::{Imported, Options, import};
use cargo_api_object::output;
use serde_json::value::RawValue;

/// A sample: its schema, and its text.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) id: usize,
    pub(crate) schema: String,
    pub(crate) payload: String,
}

/// What became of a sample.
pub(crate) struct Outcome {
    /// What was written back, or why it was not read.
    pub(crate) read: Result<String, String>,
    /// All that a reader tells of it that fills what is missing.
    pub(crate) told: String,
}

/// A crate of imported declarations, in the folder of the workspace's build.
pub(crate) struct Imports {
    folder: PathBuf,
    pub(crate) imported: Imported,
}

impl Imports {
    /// Imports a document into a crate of this name.
    pub(crate) fn new(name: &str, options: &Options) -> Imports {
        let options = Options {
            is_crate: true,
            ..options.clone()
        };
        let imported = import(&options, &mut |_| {}).expect("the document is imported");
        Imports::written(name, imported)
    }

    /// Writes what was imported into a crate of this name.
    pub(crate) fn written(name: &str, imported: Imported) -> Imports {
        let folder = build_folder().join("imported").join(name);
        // What an earlier run left would be merged with.
        let _ = fs::remove_dir_all(&folder);
        output::write(&folder.join("src"), &imported.files, false).expect("the files are written");
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\napi-object = {{ path = {:?}, features = [\"regex\"] }}\n\n\
             [profile.dev]\ndebug = 0\n\n[workspace]\n",
            runtime.canonicalize().expect("the runtime is there")
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("a file can be written");
        // The versions that the workspace was tested with, which are there already.
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        let _ = fs::copy(lock, folder.join("Cargo.lock"));
        Imports { folder, imported }
    }

    /// Builds the crate with every warning an error, decodes samples by the types of their schemas, and writes them back.
    pub(crate) fn decode(&self, samples: &[Sample]) -> BTreeMap<usize, Outcome> {
        self.write_decoder();
        let input: String = samples
            .iter()
            .map(|sample| format!("{}\t{}\t{}\n", sample.id, sample.schema, sample.payload))
            .collect();
        let output = self.cargo("run", &["--quiet", "--bin", "decode"], &input);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let text = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        text.lines().map(outcome).collect()
    }

    /// A program with a function for each schema of the document.
    fn write_decoder(&self) {
        let mut arms = String::new();
        let krate = self
            .folder
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default()
            .replace('-', "_");
        let mut known = BTreeMap::new();
        for ty in &self.imported.types {
            known.entry(ty.schema.as_str()).or_insert(ty.rust.as_str());
            known
                .entry(ty.reference.as_str())
                .or_insert(ty.rust.as_str());
        }
        for (schema, path) in known {
            arms += &format!("        {schema:?} => one::<{krate}::{path}>(json),\n");
        }
        let program = DECODER.replace("        // ARMS\n", &arms);
        let folder = self.folder.join("src/bin");
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join("decode.rs"), program).expect("a file can be written");
    }

    fn cargo(&self, command: &str, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO"))
            .arg(command)
            .arg("--offline")
            .args(arguments)
            .current_dir(&self.folder)
            // Dependencies are built once for all imported crates.
            .env("CARGO_TARGET_DIR", build_folder().join("imported/target"))
            .env("RUSTFLAGS", "-D warnings")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("cargo runs");
        let mut stdin = child.stdin.take().expect("cargo reads");
        let input = input.to_owned();
        // A program that ends early does not read all; what it says is looked at anyway.
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().expect("cargo ends");
        let _ = writer.join();
        output
    }
}

fn outcome(line: &str) -> (usize, Outcome) {
    let mut parts = line.splitn(4, '\t');
    let id = parts
        .next()
        .and_then(|id| id.parse().ok())
        .expect("a number");
    let is_read = parts.next() == Some("read");
    let told = parts.next().unwrap_or_default().to_owned();
    let text = parts.next().unwrap_or_default().to_owned();
    let read = if is_read { Ok(text) } else { Err(text) };
    (id, Outcome { read, told })
}

fn build_folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).to_path_buf()
}

/// Reads lines of number, schema and payload; writes lines of number, outcome and text.
const DECODER: &str = r#"//! Decodes samples.

use std::io::{BufRead, Write};

use api_object::{Described, Fill, Reader, Report};

fn one<T: for<'de> Fill<'de> + Described>(json: &str) -> (Result<String, String>, String) {
    let read = match api_object::from_slice::<T>(json.as_bytes()) {
        Ok(decoded) => Ok(api_object::to_string(&decoded)),
        Err(error) => Err(error.to_string()),
    };
    let told = match Reader::new().fill_missing().from_str::<T>(json) {
        Ok(decoded) => told(&decoded.report()),
        Err(error) => error.to_string(),
    };
    (read, told)
}

fn told(report: &Report) -> String {
    let issues = report.issues().iter();
    let lines = issues.map(|issue| format!("{issue} {:?} {:?}", issue.expected(), issue.found()));
    lines.collect::<Vec<_>>().join("\n")
}

fn decode(schema: &str, json: &str) -> (Result<String, String>, String) {
    match schema {
        // ARMS
        other => (Err(format!("no type for {other}")), String::new()),
    }
}

fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let parts: Vec<&str> = line.splitn(3, '\t').collect();
        let [id, schema, json] = parts[..] else { panic!("{line}") };
        let (read, told) = decode(schema, json);
        let (word, text) = match read {
            Ok(text) => ("read", text),
            Err(error) => ("refused", error.replace('\n', "; ")),
        };
        writeln!(out, "{id}\t{word}\t{told:?}\t{text}").unwrap();
    }
}
"#;

/// A file of the tests' own documents.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// The samples of a file, numbered by their lines.
pub(crate) fn samples(path: &Path) -> Vec<Sample> {
    #[derive(serde::Deserialize)]
    struct Case<'a> {
        schema: String,
        #[serde(borrow)]
        payload: &'a RawValue,
    }
    let text = std::fs::read_to_string(path).expect("the samples can be read");
    let cases = text
        .lines()
        .map(|line| serde_json::from_str::<Case<'_>>(line).expect("a case"));
    let samples = cases.enumerate().map(|(id, case)| Sample {
        id,
        schema: case.schema,
        payload: case.payload.get().to_owned(),
    });
    samples.collect()
}

/// Whether two texts are the same JSON value; `1.0` is `1`.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text);
    matches!((read(a), read(b)), (Ok(a), Ok(b)) if equal(&a, &b))
}

fn equal(a: &serde_json::Value, b: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, a)| b.get(name).is_some_and(|b| equal(a, b)))
        }
        (a, b) => a == b,
    }
}
