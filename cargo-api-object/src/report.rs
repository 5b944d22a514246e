//! What became of each schema, and what of the document is not part of the types.

use std::collections::HashMap;
use std::fmt;

use indexmap::IndexMap;

use crate::document::{At, Documents, Map, Number, Place, Value};
use crate::plan::{Plan, Shape, TypeDecl};
use crate::schema::{RootId, Schemas};

/// What became of a document.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// The schemas with names.
    pub schemas: Vec<Entry>,
    /// Parts that are raw JSON, or are not asked, in the order of their places.
    pub parts: Vec<Part>,
    /// What else was of no use.
    pub notes: Vec<String>,
}

/// A schema with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the document.
    pub schema: String,
    /// Where it stands: a reference, as the document would write it.
    pub reference: String,
    /// Its type in Rust.
    pub rust: String,
    /// The path of that type below the root of the output; empty where it has none.
    pub path: String,
    /// What it became: `object`, `union`, `words`, `alias`, or `shared` with another.
    pub became: &'static str,
    /// How many parts of it are raw JSON.
    pub reduced: usize,
}

/// A part of the document that is not part of the types.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The file and the pointer.
    pub place: String,
    /// Where that is in the text of the file, as far as it is there.
    pub at: Option<At>,
    /// Why, and what became of it.
    pub why: String,
    /// Whether it is raw JSON.
    pub reduced: bool,
}

impl Part {
    /// The place with its line and column, as editors take it.
    fn stands(&self) -> String {
        match (self.at, self.place.split_once('#')) {
            (Some(at), Some((file, pointer))) => {
                format!("{file}:{}:{} #{pointer}", at.line, at.column)
            }
            _ => self.place.clone(),
        }
    }
}

impl Coverage {
    pub(crate) fn of(
        documents: &Documents,
        schemas: &Schemas,
        plan: &Plan,
        paths: &HashMap<String, String>,
        notes: Vec<String>,
    ) -> Coverage {
        let problems = schemas
            .problems
            .iter()
            .map(|p| (&p.place, &p.what, p.reduces));
        let planned = plan
            .notes
            .iter()
            .map(|(place, what, reduces)| (place, what, *reduces));
        let mut all: Vec<_> = problems.chain(planned).collect();
        all.sort();
        all.dedup();
        // The same place may be told of by the stage that met it and by the one that gave it a type.
        all.dedup_by(|a, b| a.0 == b.0 && a.1 == b.1);
        let lines = documents.lines(all.iter().map(|(place, ..)| *place));
        let part = |(place, why, reduced): &(&Place, &String, bool)| Part {
            place: format!("{}#{}", documents.name(place.file), place.pointer),
            at: lines.get(place).copied(),
            why: (*why).clone(),
            reduced: *reduced,
        };
        let parts = all.iter().map(part).collect();
        let reduced = reduced_within(
            schemas,
            all.iter()
                .filter(|(.., reduces)| *reduces)
                .map(|(place, ..)| *place),
        );
        let decls = plan.by_root();
        let schemas_entries = (0..schemas.roots.len()).map(|i| {
            let id = RootId(i as u32);
            let decl = decls.get(&schemas.shared(id)).map(|no| plan.ty(*no));
            let entry = entry(schemas, decl, id, reduced[i]);
            let path = paths.get(&entry.reference).cloned().unwrap_or_default();
            Entry { path, ..entry }
        });
        Coverage {
            schemas: schemas_entries.collect(),
            parts,
            notes,
        }
    }

    /// How many parts are raw JSON because they could not be anything else.
    pub fn reduced(&self) -> usize {
        self.parts.iter().filter(|part| part.reduced).count()
    }

    /// The report for programs.
    pub fn to_json(&self) -> String {
        let text = |text: &str| Value::from(text);
        let schemas = self.schemas.iter().map(|entry| {
            object([
                ("schema", text(&entry.schema)),
                ("reference", text(&entry.reference)),
                ("type", text(&entry.rust)),
                ("path", text(&entry.path)),
                ("became", text(entry.became)),
                ("reduced", number(entry.reduced)),
            ])
        });
        let parts = self.parts.iter().map(|part| {
            let at = |of: fn(At) -> usize| part.at.map_or(Value::Null, |at| number(of(at)));
            object([
                ("place", text(&part.place)),
                ("why", text(&part.why)),
                ("reduced", Value::Bool(part.reduced)),
                ("line", at(|at| at.line)),
                ("column", at(|at| at.column)),
            ])
        });
        let notes = self.notes.iter().map(|note| text(note));
        let all = object([
            ("schemas", Value::List(schemas.collect())),
            ("parts", Value::List(parts.collect())),
            ("notes", Value::List(notes.collect())),
            ("reduced", number(self.reduced())),
        ]);
        all.to_string()
    }

    fn count(&self, became: &str) -> usize {
        self.schemas
            .iter()
            .filter(|entry| entry.became == became)
            .count()
    }
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let members = members
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    Value::Map(members.collect::<Map>())
}

fn number(count: usize) -> Value {
    Value::Number(Number::Integer(count as i128))
}

/// How many of these places are within each root.
fn reduced_within<'p>(schemas: &Schemas, places: impl Iterator<Item = &'p Place>) -> Vec<usize> {
    let roots = schemas.roots.iter().enumerate();
    let by_place: HashMap<(usize, &str), usize> = roots
        .map(|(i, root)| ((root.place.file.0, root.place.pointer.as_str()), i))
        .collect();
    let mut counts = vec![0; schemas.roots.len()];
    for place in places {
        let mut pointer = place.pointer.as_str();
        loop {
            if let Some(root) = by_place.get(&(place.file.0, pointer)) {
                counts[*root] += 1;
            }
            match pointer.rfind('/') {
                Some(end) => pointer = &pointer[..end],
                None => break,
            }
        }
    }
    counts
}

fn entry(schemas: &Schemas, decl: Option<&TypeDecl>, id: RootId, reduced: usize) -> Entry {
    let own = schemas.shared(id);
    let became = match decl.map(|decl| &decl.shape) {
        _ if own != id => "shared",
        Some(Shape::Object(_)) => "object",
        Some(Shape::Union(_)) => "union",
        Some(Shape::Words(_) | Shape::Status) => "words",
        Some(Shape::Alias(_) | Shape::Pending) | None => "alias",
    };
    let root = &schemas.roots[id.0 as usize];
    Entry {
        schema: root.name.clone(),
        reference: root.reference(),
        path: String::new(),
        rust: decl.map(|decl| decl.name.clone()).unwrap_or_default(),
        became,
        reduced,
    }
}

/// A table for people: what became of the schemas, then each part that is not as the document has it.
impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        counted(f, self.schemas.len(), "schema", "schemas")?;
        for (became, one, many) in [
            ("object", "object", "objects"),
            ("union", "union", "unions"),
            ("words", "enum of words", "enums of words"),
            ("alias", "other name of a type", "other names of types"),
            (
                "shared",
                "shared with an equal one",
                "shared with an equal one",
            ),
        ] {
            counted(f, self.count(became), one, many)?;
        }
        let (one, many) = ("part reduced to raw JSON", "parts reduced to raw JSON");
        counted(f, self.reduced(), one, many)?;
        for part in self.parts.iter().filter(|part| part.reduced) {
            writeln!(
                f,
                "reduced  {}: {}",
                shown(&part.stands()),
                shown(&part.why)
            )?;
        }
        // What is the same in many places is told once.
        let mut notes: IndexMap<&str, Vec<&Part>> = IndexMap::new();
        for part in self.parts.iter().filter(|part| !part.reduced) {
            notes.entry(&part.why).or_default().push(part);
        }
        for (why, places) in &notes {
            let (first, why) = (shown(&places[0].stands()), shown(why));
            match places.len() - 1 {
                0 => writeln!(f, "note     {first}: {why}")?,
                1 => writeln!(f, "note     {first}, and 1 more place: {why}")?,
                more => writeln!(f, "note     {first}, and {more} more places: {why}")?,
            }
        }
        for note in &self.notes {
            writeln!(f, "note     {}", shown(note))?;
        }
        Ok(())
    }
}

fn counted(f: &mut fmt::Formatter<'_>, count: usize, one: &str, many: &str) -> fmt::Result {
    let what = if count == 1 { one } else { many };
    writeln!(f, "{count:>6} {what}")
}

/// Without what could steer a terminal.
pub(crate) fn shown(text: &str) -> String {
    let safe = text.chars().map(|c| match c {
        c if c.is_control() || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => '\u{fffd}',
        c => c,
    });
    safe.collect()
}
