//! Holds payloads against the types of a document, with nothing compiled: the reader and the checks are the runtime's
//! own, and the tables are those that the derive would make of the declarations.

mod containers;
mod members;
mod object;
mod statuses;
mod tables;
mod union;
mod value;

use api_object::{Code, DecodeError, Reader, Report, Shape, Source};

use crate::import::{ImportError, Options, Planned};
#[cfg(test)]
use crate::plan::Plan;
use crate::plan::Ty;
use crate::schema::RootId;
use tables::Tables;
use value::Value;

/// The types of a document, by which payloads are judged.
pub struct Judge {
    planned: Planned,
    /// What each schema is called, and what its type is.
    names: Vec<Names>,
}

struct Names {
    schema: String,
    reference: String,
    /// The path of the type in Rust.
    rust: String,
    root: RootId,
}

/// One type, by which payloads are judged.
#[derive(Debug, Clone, Copy)]
pub struct Type(&'static Shape);

/// What is to be said of a payload.
#[derive(Debug)]
pub enum Verdict {
    /// It was read, and this deviates.
    Read(Report),
    /// It was not read.
    Refused(DecodeError),
}

impl Judge {
    /// Reads a document as [`import`](crate::import::import) does.
    ///
    /// # Errors
    /// A document that cannot be read, or has no schemas.
    pub fn new(options: &Options, progress: &mut dyn FnMut(&str)) -> Result<Judge, ImportError> {
        let planned = Planned::of(options, progress)?;
        let paths: Vec<_> = planned.types();
        let roots = planned.schemas.roots.iter().enumerate();
        let names = roots.map(|(i, root)| {
            let reference = format!("#{}", root.place.pointer);
            let path = paths.iter().find(|path| path.reference == reference);
            Names {
                schema: root.name.clone(),
                rust: path.map(|path| path.rust.clone()).unwrap_or_default(),
                reference,
                root: RootId(i as u32),
            }
        });
        let names = names.collect();
        Ok(Judge { planned, names })
    }

    /// The type of a schema: by its name, by a reference to it, or by the type's name in Rust, with or without its path.
    ///
    /// # Errors
    /// The names that are nearest to one that is not there.
    pub fn find(&self, name: &str) -> Result<Type, Vec<&str>> {
        let is_meant = |names: &&Names| names.schema == name || names.reference == name;
        let is_path = |names: &&Names| {
            let last = names.rust.rsplit("::").next();
            names.rust == name || last == Some(name)
        };
        let mut all = self.names.iter();
        let found = all
            .find(is_meant)
            .or_else(|| self.names.iter().find(is_path));
        match found.and_then(|names| self.ty(names.root)) {
            Some(ty) => Ok(Type(Tables::new(&self.planned.plan).whole(ty))),
            None => Err(self.near(name)),
        }
    }

    fn ty(&self, root: RootId) -> Option<&Ty> {
        let root = self.planned.schemas.shared(root);
        let mut roots = self.planned.plan.roots.iter();
        roots.find(|(id, _)| *id == root).map(|(_, ty)| ty)
    }

    /// Names that are nearly another, have its letters in them, or begin as it does.
    fn near(&self, name: &str) -> Vec<&str> {
        const SHOWN: usize = 8;
        let lower = name.to_lowercase();
        let head: String = lower.chars().take(4).collect();
        let all = || self.names.iter().map(|names| names.schema.as_str());
        let has = |part: &str| {
            let part = part.to_owned();
            all().filter(move |known| !part.is_empty() && known.to_lowercase().contains(&part))
        };
        let mut near: Vec<&str> = Vec::new();
        let most = lower.chars().count() / 3;
        let is_nearly = |known: &&str| distance(&known.to_lowercase(), &lower) <= most;
        for known in all().filter(is_nearly).chain(has(&lower)).chain(has(&head)) {
            if near.len() < SHOWN && !near.contains(&known) {
                near.push(known);
            }
        }
        near
    }
}

/// How many letters it takes to make one word of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

impl Type {
    /// A type of a plan.
    #[cfg(test)]
    pub(crate) fn of(plan: &Plan, ty: &Ty) -> Type {
        Type(Tables::new(plan).whole(ty))
    }

    /// Judges a payload, as the compiled type's `from_slice` and `report` would with this reader.
    pub fn judge(&self, reader: &Reader, json: &[u8]) -> Verdict {
        match reader.read_as(json, Value::blank(self.0), self.0) {
            Ok(decoded) => Verdict::Read(decoded.report()),
            Err(error) => Verdict::Refused(error),
        }
    }

    /// What the payload is written back as, where it is read.
    ///
    /// # Errors
    /// Why it is not.
    pub fn rewrite(&self, reader: &Reader, json: &[u8]) -> Result<String, DecodeError> {
        let decoded = reader.read_as(json, Value::blank(self.0), self.0)?;
        Ok(api_object::to_string(&decoded))
    }

    /// The text of a payload, to show where it deviates.
    pub fn source<'a>(&self, json: &'a [u8]) -> Source<'a> {
        Source::with_shape(json, self.0)
    }
}

impl Verdict {
    /// Whether nothing deviates that would be a violation.
    pub fn is_valid(&self) -> bool {
        matches!(self, Verdict::Read(report) if report.is_valid())
    }

    /// Whether nobody could judge the payload, since it is no JSON or beyond a limit.
    pub fn is_unreadable(&self) -> bool {
        let Verdict::Refused(error) = self else {
            return false;
        };
        let is_unreadable = |code| matches!(code, Code::Syntax | Code::Limit);
        error.issues().any(|at| is_unreadable(at.issue.code))
    }
}
