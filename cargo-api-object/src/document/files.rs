//! The files of a document: the ones that were named, and those that they refer to, never outside of their folder.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use indexmap::IndexMap;

use super::overlay::{self, OverlayNote};
use super::pointer::{anchors, child, decode, find};
use super::value::Value;
use super::{Repeated, address, parse_telling};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;
/// The most files that one document may consist of.
const MOST: usize = 1000;

/// A file of a document, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub usize);

/// A place in a document: a file and a pointer into it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The pointer, empty for the whole file.
    pub pointer: String,
}

/// What a reference leads to.
#[derive(Debug, Clone)]
pub struct Target {
    /// Where it is.
    pub place: Place,
    /// The file's tree; the value is at the pointer.
    root: Rc<Value>,
}

/// Why a document could not be read.
#[derive(Debug)]
pub struct LoadError {
    path: PathBuf,
    why: String,
}

pub(super) struct File {
    /// The path from the document's folder, with slashes.
    name: String,
    root: Rc<Value>,
    /// What it was read from.
    pub(super) text: String,
    /// Keys that stand twice in one map.
    repeated: Vec<Repeated>,
    /// The pointers of its anchors, looked for when one is asked for.
    anchors: Option<HashMap<String, Vec<String>>>,
    /// The addresses of its schemas, and their pointers.
    addresses: IndexMap<String, String>,
}

/// All files of a document. Those that references lead to are read when they are asked for.
pub struct Documents {
    folder: PathBuf,
    pub(super) files: RefCell<Vec<File>>,
    named: usize,
}

impl Documents {
    /// Reads the files that were named, which all lie in the folder of the first or below.
    ///
    /// # Errors
    /// A file that cannot be read, is too large, or is neither JSON nor YAML.
    pub fn load(paths: &[PathBuf]) -> Result<Documents, LoadError> {
        let first = paths.first().cloned().unwrap_or_default();
        let whole = canonical(&first)?;
        let folder = whole.parent().map(Path::to_path_buf).unwrap_or_default();
        let documents = Documents {
            folder,
            files: RefCell::new(Vec::new()),
            named: paths.len(),
        };
        for path in paths {
            let whole = canonical(path)?;
            let file = documents.read(&whole)?;
            documents
                .is_document(file)
                .map_err(|why| error(path, why))?;
        }
        Ok(documents)
    }

    /// A document of one file whose text is given, which refers to no other file.
    ///
    /// # Errors
    /// A text that is neither JSON nor YAML.
    pub fn from_text(name: &str, text: &str) -> Result<Documents, LoadError> {
        let (root, repeated) = parse_telling(text).map_err(|why| error(Path::new(name), why))?;
        let file = File {
            name: name.to_owned(),
            addresses: address::all(&root),
            root: Rc::new(root),
            text: text.to_owned(),
            repeated,
            anchors: None,
        };
        let documents = Documents {
            folder: PathBuf::new(),
            files: RefCell::new(vec![file]),
            named: 1,
        };
        let is_document = documents.is_document(FileId(0));
        is_document.map_err(|why| error(Path::new(name), why))?;
        Ok(documents)
    }

    /// Whether a file has anything that a document could.
    fn is_document(&self, file: FileId) -> Result<(), String> {
        let files = self.files.borrow();
        match files.get(file.0).map(|file| &*file.root) {
            Some(Value::Map(_)) => Ok(()),
            None | Some(Value::Null) => Err("it is empty".to_owned()),
            Some(other) => Err(format!("it is {}, and no document", other.kind())),
        }
    }

    /// Applies an overlay to the files that were named.
    ///
    /// # Errors
    /// A file that cannot be read or is no overlay.
    pub fn overlay(&mut self, path: &Path) -> Result<Vec<OverlayNote>, LoadError> {
        let text = text_of(&canonical(path)?)?;
        let overlay = super::parse(&text).map_err(|why| error(path, why))?;
        self.apply(&overlay).map_err(|why| error(path, why))
    }

    /// Applies an overlay that is a tree already.
    ///
    /// # Errors
    /// What is no overlay, in words.
    pub fn apply(&mut self, overlay: &Value) -> Result<Vec<OverlayNote>, String> {
        let mut notes = Vec::new();
        for file in self.files.get_mut().iter_mut().take(self.named) {
            file.anchors = None;
            notes.push(overlay::apply(overlay, Rc::make_mut(&mut file.root))?);
            file.addresses = address::all(&file.root);
        }
        // With several files, an action has been of use where it was in one of them.
        Ok(overlay::unused_in_all(notes))
    }

    /// The files that were named.
    pub fn named(&self) -> impl Iterator<Item = (FileId, Rc<Value>)> {
        let files = self.files.borrow();
        let roots: Vec<_> = files
            .iter()
            .take(self.named)
            .map(|f| f.root.clone())
            .collect();
        roots
            .into_iter()
            .enumerate()
            .map(|(i, root)| (FileId(i), root))
    }

    /// The keys that stand twice in one map, in all files that were read, by the names of these.
    pub fn repeated(&self) -> Vec<(String, Repeated)> {
        let files = self.files.borrow();
        let of_file = |file: &File| {
            let repeated = file.repeated.iter();
            let named = repeated.map(|at| (file.name.clone(), at.clone()));
            named.collect::<Vec<_>>()
        };
        files.iter().flat_map(of_file).collect()
    }

    /// The path of a file, from the document's folder.
    pub fn name(&self, file: FileId) -> String {
        let files = self.files.borrow();
        files
            .get(file.0)
            .map(|f| f.name.clone())
            .unwrap_or_default()
    }

    /// What a reference leads to that stands at a place: the schema with that address, or a place in a file.
    ///
    /// # Errors
    /// Why it leads nowhere, in words.
    pub fn resolve(&self, from: &Place, reference: &str) -> Result<Target, String> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        if let Some(target) = self.addressed(from, path, &decode(fragment)) {
            return Ok(target);
        }
        let file = match path {
            "" => from.file,
            path => self.open(from.file, path)?,
        };
        let mut pointer = decode(fragment);
        if !pointer.is_empty() && !pointer.starts_with('/') {
            let anchored = self.anchored(file, &pointer, "");
            pointer = anchored.ok_or_else(|| format!("nothing is at `{reference}`"))?;
        }
        let root = {
            let files = self.files.borrow();
            files.get(file.0).map(|file| file.root.clone())
        };
        let root = root.ok_or("a file that is not there")?;
        match find(&root, &pointer) {
            Some(_) => Ok(Target {
                place: Place { file, pointer },
                root,
            }),
            None => Err(format!("nothing is at `{reference}`")),
        }
    }

    /// What a reference means by the addresses of schemas: within the one that has it, a pointer or an anchor.
    fn addressed(&self, from: &Place, path: &str, fragment: &str) -> Option<Target> {
        let files = self.files.borrow();
        if files.iter().all(|file| file.addresses.is_empty()) {
            return None;
        }
        let base = address::base(&files.get(from.file.0)?.root, &from.pointer);
        let wanted = address::joined(&base, path);
        let own = files.get(from.file.0).map(|file| (from.file.0, file));
        let mut all = own.into_iter().chain(files.iter().enumerate());
        let (file, schema) = all.find_map(|(i, file)| {
            let pointer = file.addresses.get(&wanted)?;
            Some((FileId(i), pointer.clone()))
        })?;
        let root = files.get(file.0)?.root.clone();
        drop(files);
        let pointer = match fragment.is_empty() || fragment.starts_with('/') {
            true => format!("{schema}{fragment}"),
            false => self.anchored(file, fragment, &schema)?,
        };
        find(&root, &pointer)?;
        Some(Target::new(Place { file, pointer }, root))
    }

    /// The pointer of the first schema with this anchor that is a certain one, or within it.
    fn anchored(&self, file: FileId, name: &str, within: &str) -> Option<String> {
        let mut files = self.files.borrow_mut();
        let file = files.get_mut(file.0)?;
        let anchors = file.anchors.get_or_insert_with(|| anchors(&file.root));
        let is_within = |pointer: &&String| {
            let rest = pointer.strip_prefix(within);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        anchors.get(name)?.iter().find(is_within).cloned()
    }

    fn open(&self, from: FileId, path: &str) -> Result<FileId, String> {
        if path.contains("://") || path.starts_with("//") {
            return Err(format!("`{path}` is in the network, which is not asked"));
        }
        let decoded = decode(path);
        let from = PathBuf::from(self.name(from));
        let wanted = self.folder.join(&from).with_file_name("").join(&decoded);
        let plain = Path::new(&decoded).components().all(|part| {
            matches!(
                part,
                Component::Normal(_) | Component::CurDir | Component::ParentDir
            )
        });
        let whole = wanted
            .canonicalize()
            .map_err(|error| format!("`{path}`: {error}"))?;
        // Links are followed before this is asked.
        if !plain || self.folder.as_os_str().is_empty() || !whole.starts_with(&self.folder) {
            return Err(format!("`{path}` is outside of the document's folder"));
        }
        self.read(&whole).map_err(|error| error.to_string())
    }

    /// The file of this path, read only once.
    fn read(&self, whole: &Path) -> Result<FileId, LoadError> {
        let Ok(within) = whole.strip_prefix(&self.folder) else {
            return Err(error(
                whole,
                "it is outside of the document's folder".to_owned(),
            ));
        };
        let parts: Vec<_> = within
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        let name = parts.join("/");
        let known = self
            .files
            .borrow()
            .iter()
            .position(|file| file.name == name);
        if let Some(known) = known {
            return Ok(FileId(known));
        }
        if self.files.borrow().len() >= MOST {
            return Err(error(whole, format!("more than {MOST} files")));
        }
        let text = text_of(whole)?;
        let (root, repeated) = parse_telling(&text).map_err(|why| error(whole, why))?;
        let mut files = self.files.borrow_mut();
        files.push(File {
            name,
            addresses: address::all(&root),
            root: Rc::new(root),
            text,
            repeated,
            anchors: None,
        });
        Ok(FileId(files.len() - 1))
    }
}

impl Target {
    /// A place in a tree.
    pub(crate) fn new(place: Place, root: Rc<Value>) -> Self {
        Target { place, root }
    }

    /// Another place of the same file.
    pub(crate) fn at(&self, pointer: &str) -> Target {
        let pointer = pointer.to_owned();
        let file = self.place.file;
        Target::new(Place { file, pointer }, self.root.clone())
    }

    /// What is below the value, by a name or the number of an element.
    pub(crate) fn child(&self, name: &str) -> Option<Target> {
        match self.value() {
            Value::Map(map) => map.get(name)?,
            Value::List(list) => list.get(name.parse::<usize>().ok()?)?,
            _ => return None,
        };
        let place = Place {
            file: self.place.file,
            pointer: child(&self.place.pointer, name),
        };
        Some(Target::new(place, self.root.clone()))
    }

    /// The value that the reference leads to.
    pub fn value(&self) -> &Value {
        find(&self.root, &self.place.pointer).unwrap_or(&Value::Null)
    }
}

fn canonical(path: &Path) -> Result<PathBuf, LoadError> {
    path.canonicalize()
        .map_err(|why| error(path, why.to_string()))
}

fn text_of(path: &Path) -> Result<String, LoadError> {
    let size = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or(0);
    if size > LARGEST {
        return Err(error(
            path,
            format!("{size} bytes, and {LARGEST} are the most"),
        ));
    }
    let bytes = std::fs::read(path).map_err(|why| error(path, why.to_string()))?;
    String::from_utf8(bytes).map_err(|_| error(path, "it is no UTF-8".to_owned()))
}

fn error(path: &Path, why: String) -> LoadError {
    LoadError {
        path: path.to_path_buf(),
        why,
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.why)
    }
}

impl std::error::Error for LoadError {}
