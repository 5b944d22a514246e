//! The whole way, from paths to files and a report.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::document::{Documents, LoadError, OverlayNote};
use crate::emit::{Layout, OutFile, emit};
use crate::evidence::{self, Unmatched};
use crate::plan::{Plan, plan};
use crate::report::Coverage;
use crate::schema::{self, RootId, Schemas};

/// What to import, and how.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The files of the document; the first is the one that others are beside.
    pub files: Vec<PathBuf>,
    /// Overlays, applied in this order.
    pub overlays: Vec<PathBuf>,
    /// Files of observed payloads, one on a line.
    pub observe: Vec<PathBuf>,
    /// Whether samples correct nothing.
    pub trust_document: bool,
    /// Whether the output is a crate of its own, whose names begin with `crate`.
    pub is_crate: bool,
}

/// What came out.
#[derive(Debug)]
pub struct Imported {
    /// The files to write.
    pub files: Vec<OutFile>,
    /// Which schemas became what.
    pub coverage: Coverage,
    /// The types of the schemas that have names.
    pub types: Vec<NamedType>,
}

/// The type of a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedType {
    /// The name of the schema; of one inside of an operation, a name that was made for it.
    pub schema: String,
    /// Where it stands: a reference, as the document would write it.
    pub reference: String,
    /// The path of the type in Rust, below the root of the output.
    pub rust: String,
}

/// Why nothing came out.
#[derive(Debug)]
pub enum ImportError {
    /// A file could not be read.
    Load(LoadError),
    /// A file of payloads could not be read.
    Observe(PathBuf, std::io::Error),
    /// The document in these files has no schemas.
    Empty(String),
    /// The output would be no Rust.
    Emit(String),
}

/// The types of a document, before they are written.
pub(crate) struct Planned {
    documents: Documents,
    pub(crate) schemas: Schemas,
    pub(crate) plan: Plan,
    notes: Vec<String>,
}

/// Imports a document. `progress` is told each step before it is taken.
///
/// # Errors
/// A document that cannot be read, or has no schemas.
pub fn import(options: &Options, progress: &mut dyn FnMut(&str)) -> Result<Imported, ImportError> {
    written(Planned::of(options, progress)?, options, progress)
}

/// Imports a document that is at hand as a text, in one file of this name. Of the options those count that name no files.
///
/// # Errors
/// As [`import`].
pub fn import_text(name: &str, text: &str, options: &Options) -> Result<Imported, ImportError> {
    let documents = Documents::from_text(name, text).map_err(ImportError::Load)?;
    let planned = Planned::made(documents, Vec::new(), "", options, &mut |_| {})?;
    written(planned, options, &mut |_| {})
}

fn written(
    planned: Planned,
    options: &Options,
    progress: &mut dyn FnMut(&str),
) -> Result<Imported, ImportError> {
    progress("writing declarations");
    let source = planned.source();
    let Planned {
        documents,
        schemas,
        plan,
        notes,
    } = planned;
    let layout = Layout {
        is_crate: options.is_crate,
        source,
    };
    let files = emit(&schemas, &plan, &layout).map_err(ImportError::Emit)?;
    let mut notes = notes;
    if plan.has_patterns() {
        notes.push("rules with patterns need the feature `regex` of `api-object`".to_owned());
    }
    if let Some(limit) = plan.recursion_limit() {
        notes.push(format!(
            "many types hold each other, which compilers follow: a crate of these needs `#![recursion_limit = \"{limit}\"]`"
        ));
    }
    let types = types(&schemas, &plan);
    let paths = types.iter().cloned().map(|ty| (ty.reference, ty.rust));
    let coverage = Coverage::of(&documents, &schemas, &plan, &paths.collect(), notes);
    Ok(Imported {
        files,
        coverage,
        types,
    })
}

impl Planned {
    /// Reads a document and plans its types.
    pub(crate) fn of(
        options: &Options,
        progress: &mut dyn FnMut(&str),
    ) -> Result<Planned, ImportError> {
        progress("reading the document");
        let mut documents = Documents::load(&options.files).map_err(ImportError::Load)?;
        let mut unused = Vec::new();
        for path in &options.overlays {
            unused.extend(documents.overlay(path).map_err(ImportError::Load)?);
        }
        let observed = observed(&options.observe)?;
        Planned::made(documents, unused, &observed, options, progress)
    }

    /// Plans the types of documents that were read.
    fn made(
        documents: Documents,
        unused: Vec<OverlayNote>,
        observed: &str,
        options: &Options,
        progress: &mut dyn FnMut(&str),
    ) -> Result<Planned, ImportError> {
        progress("reading the schemas");
        let mut schemas = schema::read(&documents);
        if schemas.roots.is_empty() {
            let names = documents.named().map(|(file, _)| documents.name(file));
            let names: Vec<String> = names.collect();
            return Err(ImportError::Empty(names.join(", ")));
        }
        progress("looking at samples");
        let (observations, unmatched) = evidence::observations(&schemas, observed);
        let facts = evidence::gather(&schemas, &observations);
        if !options.trust_document {
            evidence::correct(&mut schemas, &facts);
        }
        progress("planning types");
        let plan = plan(&schemas, &facts);
        let mut notes = notes(unused, unmatched);
        notes.extend(repeated(&documents));
        Ok(Planned {
            documents,
            schemas,
            plan,
            notes,
        })
    }

    /// What the types were made from.
    pub(crate) fn source(&self) -> String {
        let documents = &self.documents;
        let names = documents
            .named()
            .map(|(file, _)| format!("`{}`", documents.name(file)));
        let names = names.collect::<Vec<_>>().join(", ");
        match self.schemas.title.is_empty() {
            true => names,
            false => format!("{names} ({})", self.schemas.title),
        }
    }

    /// What each schema with a name is called, and its type.
    pub(crate) fn types(&self) -> Vec<NamedType> {
        types(&self.schemas, &self.plan)
    }
}

/// The text of all files of payloads.
fn observed(paths: &[PathBuf]) -> Result<String, ImportError> {
    let mut observed = String::new();
    for path in paths {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ImportError::Observe(path.clone(), error))?;
        observed.push_str(&text);
        observed.push('\n');
    }
    Ok(observed)
}

/// What of overlays and payloads was of no use.
fn notes(unused: Vec<OverlayNote>, unmatched: Vec<Unmatched>) -> Vec<String> {
    let unused = unused.into_iter().map(|note| {
        format!(
            "action {} of the overlay selects nothing: {}",
            note.action, note.target
        )
    });
    let unmatched = unmatched.into_iter().map(|line| {
        format!(
            "line {} of the payloads was not used: {}",
            line.line, line.why
        )
    });
    unused.chain(unmatched).collect()
}

/// The keys that stand twice in one map of the document: a few by themselves, and how many there are more.
fn repeated(documents: &Documents) -> Vec<String> {
    const TOLD: usize = 20;
    let all = documents.repeated();
    let told = all.iter().take(TOLD).map(|(file, at)| {
        format!(
            "{file}, line {}: the key `{}` is there already, in line {}; the last holds",
            at.line, at.key, at.before
        )
    });
    let rest = all.len().saturating_sub(TOLD);
    let rest = (rest > 0).then(|| format!("{rest} more keys are there twice"));
    told.chain(rest).collect()
}

/// The path of each schema's type.
fn types(schemas: &Schemas, plan: &Plan) -> Vec<NamedType> {
    let mut modules = HashMap::new();
    for module in &plan.modules {
        for no in module.files.iter().flat_map(|file| &file.types) {
            modules.insert(*no, module.name.as_str());
        }
    }
    let decls = plan.by_root();
    let all = schemas.roots.iter().enumerate().filter_map(|(i, root)| {
        let no = decls.get(&schemas.shared(RootId(i as u32)))?;
        Some(NamedType {
            schema: root.name.clone(),
            reference: root.reference(),
            rust: format!("{}::{}", modules.get(no)?, plan.ty(*no).name),
        })
    });
    all.collect()
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ImportError::Load(error) => error.fmt(f),
            ImportError::Observe(path, error) => write!(f, "{}: {error}", path.display()),
            ImportError::Empty(files) => write!(
                f,
                "{files}: it has no schemas, neither under `components.schemas` nor in the bodies of operations"
            ),
            ImportError::Emit(error) => write!(
                f,
                "a mistake of this program: the output would be no Rust: {error}"
            ),
        }
    }
}

impl std::error::Error for ImportError {}
