//! What the command line says.

use std::ffi::OsString;
use std::path::PathBuf;

use cargo_api_object::import::Options;
use cargo_api_object::payloads::Form;
use cargo_api_object::record;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Declarations of api-object from OpenAPI documents.
#[derive(Debug, Parser)]
#[command(
    name = "cargo api-object",
    bin_name = "cargo api-object",
    version,
    max_term_width = 100
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write declarations for all schemas of a document.
    ///
    /// Ends with 0 when all is written, 1 when something cannot be read or written, 2 when the arguments are wrong, and
    /// 3 when something is there that `--deny` names.
    Import(Import),
    /// Hold payloads against a type of a document, with nothing compiled.
    ///
    /// Ends with 0 when no payload breaks the type (drift and notes break nothing), 1 when something cannot be read, 2 when
    /// the arguments are wrong, and 3 when a payload breaks the type.
    Check(Check),
    /// Tell what changed between two documents for the users of their types, as Markdown.
    ///
    /// Ends with 0, with 1 when a document cannot be read, 2 when the arguments are wrong, and 3 when something is there that
    /// `--deny` names.
    Diff(Diff),
    /// Write a first declaration from samples alone.
    ///
    /// Ends with 0, with 1 when something cannot be read or written, and 2 when the arguments are wrong.
    Infer(Infer),
}

#[derive(Debug, Args)]
pub(crate) struct Infer {
    /// Files of samples; `-` is the standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What the type is called.
    #[arg(long, value_name = "TYPE")]
    pub(crate) name: String,
    /// The file to write, which must not be there yet; by default the standard output.
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// How the files hold samples; by default as the endings of their names say, or as they look.
    #[arg(long = "as", value_enum, value_name = "FORM")]
    pub(crate) form: Option<As>,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The document as it was, or a folder that was imported from it.
    old: PathBuf,
    /// The document as it is, or a folder that was imported from it.
    new: PathBuf,
    #[command(flatten)]
    evidence: Evidence,
    /// Fail where this is among the changes.
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) deny: Vec<DenyChange>,
    /// Print the changes as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What `--deny` of `diff` may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DenyChange {
    /// Changes that break those who read or those who write with the old types.
    Breaking,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The name of a schema, a reference to one, or the name of its type in Rust.
    #[arg(value_name = "TYPE")]
    pub(crate) name: String,
    /// Files of payloads; `-` is the standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The document, as YAML or JSON, given again for further files of it; or the folder that was imported from it.
    #[arg(long, required = true, value_name = "FILE")]
    document: Vec<PathBuf>,
    #[command(flatten)]
    evidence: Evidence,
    /// How the files hold payloads; by default as the endings of their names say, or as they look.
    #[arg(long = "as", value_enum, value_name = "FORM")]
    pub(crate) form: Option<As>,
    /// Print the results as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What else is known of a document.
#[derive(Debug, Args)]
struct Evidence {
    /// Overlays (OpenAPI Overlay 1.0) to apply first, in this order.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// Payloads that were seen, one JSON value on a line: bare, or as {"schema": "Name", "payload": …}.
    #[arg(long, value_name = "FILE.jsonl")]
    observe: Vec<PathBuf>,
    /// Believe the document where samples contradict it.
    #[arg(long)]
    trust_document: bool,
}

/// How a file holds payloads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum As {
    /// One JSON value.
    Json,
    /// One JSON value on each line.
    Jsonl,
    /// Server-sent events, whose data are JSON.
    Sse,
}

impl From<As> for Form {
    fn from(form: As) -> Form {
        match form {
            As::Json => Form::Json,
            As::Jsonl => Form::Lines,
            As::Sse => Form::Events,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The document, as YAML or JSON; further files of it lie beside the first, or below.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The folder to write to: a crate where it is called `src`, and a module otherwise.
    #[arg(long)]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    evidence: Evidence,
    /// Keep what was changed by hand since the last import, and say what was done.
    #[arg(long)]
    pub(crate) update: bool,
    /// Fail where this is in the report.
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) deny: Vec<Deny>,
    /// Print the report as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What `--deny` may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Parts of the document that became raw JSON.
    Reduced,
}

impl Import {
    pub(crate) fn options(&self) -> Options {
        let is_crate = self.out.file_name().is_some_and(|name| name == "src");
        self.evidence.options(&self.files, is_crate)
    }
}

impl Check {
    pub(crate) fn options(&self) -> Result<Options, String> {
        self.evidence.of_document(&self.document)
    }
}

impl Diff {
    /// How the old document is read, and how the new one.
    pub(crate) fn options(&self) -> Result<[Options; 2], String> {
        let of = |file| self.evidence.of_document(std::slice::from_ref(file));
        Ok([of(&self.old)?, of(&self.new)?])
    }
}

impl Evidence {
    /// How a document is read, or that of a folder which was imported.
    fn of_document(&self, files: &[PathBuf]) -> Result<Options, String> {
        let [folder] = files else {
            return Ok(self.options(files, false));
        };
        if !folder.is_dir() {
            return Ok(self.options(files, false));
        }
        let mut options = record::load(folder)?;
        options.overlays.extend(self.overlay.iter().cloned());
        options.observe.extend(self.observe.iter().cloned());
        options.trust_document |= self.trust_document;
        Ok(options)
    }

    fn options(&self, files: &[PathBuf], is_crate: bool) -> Options {
        Options {
            files: files.to_vec(),
            overlays: self.overlay.clone(),
            observe: self.observe.clone(),
            trust_document: self.trust_document,
            is_crate,
        }
    }
}

/// The arguments, without the word that cargo puts first where it calls a program of its own.
pub(crate) fn own() -> Vec<OsString> {
    let mut all: Vec<OsString> = std::env::args_os().collect();
    if all.get(1).is_some_and(|word| word == "api-object") {
        all.remove(1);
    }
    all
}
