//! Schemas as they are meant.

use super::asked::Asked;
use crate::document::{Place, Value};

pub use super::scalars::{Bounds, Length, Text, Words};

/// A schema, by its number in [`Schemas`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemaId(pub u32);

/// A schema that has a name and is referred to, by its number in [`Schemas`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RootId(pub u32);

/// All schemas of a document.
#[derive(Debug, Default)]
pub struct Schemas {
    /// Every schema, roots and those inside of them.
    pub nodes: Vec<Schema>,
    /// Those with names.
    pub roots: Vec<Root>,
    /// What of the document was not taken as it stands.
    pub problems: Vec<Problem>,
    /// What the document is called, and its version.
    pub title: String,
    /// Where relative links of its prose lead to.
    pub links: Option<String>,
    /// What it says of its tags.
    pub tags: Vec<(String, String)>,
}

/// A schema with a name.
#[derive(Debug, Clone)]
pub struct Root {
    /// The name in the document.
    pub name: String,
    /// What it is.
    pub schema: SchemaId,
    /// Where it stands.
    pub place: Place,
    /// What gave it its name.
    pub origin: Origin,
    /// Whether operations send or receive it directly.
    pub is_body: bool,
    /// The operations that take or answer it directly, as `POST /jobs`.
    pub operations: Operations,
    /// Who sends it.
    pub direction: Direction,
    /// The tags of the operations that use it, directly or not.
    pub tags: Vec<String>,
    /// The root that has the same content, and is written in the place of this one.
    pub twin: Option<RootId>,
}

impl Root {
    /// A reference to it, as the document would write it.
    pub(crate) fn reference(&self) -> String {
        format!("#{}", self.place.pointer)
    }
}

/// Operations, by what they do with a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operations {
    /// Those that take it.
    pub taking: Vec<String>,
    /// Those that answer it where nothing is wrong.
    pub answering: Vec<String>,
    /// Those that answer it where something is wrong.
    pub failing: Vec<String>,
    /// The events that bring it.
    pub events: Vec<String>,
}

/// What gave a root its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The components of a named file.
    Component,
    /// The body of an operation.
    Body,
    /// A reference to some other place.
    Reference,
}

/// Who sends values of a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Direction {
    /// Those who ask.
    pub request: bool,
    /// Those who answer.
    pub response: bool,
    /// Those who ask for a change of what is there.
    pub update: bool,
}

/// Something of the document that was not taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// What it is, and what became of it.
    pub what: String,
    /// Whether a part of the types holds raw JSON for it.
    pub reduces: bool,
}

/// A schema in one form.
#[derive(Debug, Clone)]
pub struct Schema {
    /// Where it stands.
    pub place: Place,
    /// Its prose.
    pub docs: String,
    /// Its title.
    pub title: String,
    /// Whether null is allowed.
    pub nullable: bool,
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// Whether only those who answer send it.
    pub read_only: bool,
    /// Whether only those who ask send it.
    pub write_only: bool,
    /// What the document says of an absent one.
    pub default: Option<Value>,
    /// Samples that the document has of it.
    pub samples: Vec<Value>,
    /// What `x-api-object` says.
    pub hints: Option<Value>,
    /// What of that which it asks samples break.
    pub broken: Vec<Asked>,
    /// What it is.
    pub kind: Kind,
}

impl Schema {
    /// A schema of which nothing is said but what it is.
    pub(crate) fn plain(place: Place, kind: Kind) -> Self {
        Schema {
            place,
            docs: String::new(),
            title: String::new(),
            nullable: false,
            deprecated: false,
            read_only: false,
            write_only: false,
            default: None,
            samples: Vec::new(),
            hints: None,
            broken: Vec::new(),
            kind,
        }
    }

    /// Adds a list to the prose.
    pub(super) fn list(&mut self, items: &[String]) {
        let list = items.join("\n");
        self.docs = format!("{}\n\n{list}", self.docs).trim().to_owned();
    }
}

/// What a schema is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Any value. With a reason where the document asks for more than that.
    Any(Option<String>),
    /// What a root is.
    Ref(RootId),
    /// True or false, or only the one that is named.
    Bool(Option<bool>),
    /// A whole number, and whether its format says that it is a moment.
    Integer(Bounds, Option<String>),
    /// A number.
    Number(Bounds),
    /// A string.
    Text(Text),
    /// One of some words.
    Words(Words),
    /// An object with declared members.
    Object(Object),
    /// An object whose keys are free.
    Map(SchemaId, Length),
    /// An array, and whether its elements differ.
    List(SchemaId, Length, bool),
    /// One of several.
    Union(Union),
}

/// An object with declared members.
#[derive(Debug, Clone, Default)]
pub struct Object {
    /// The members, each once.
    pub members: Vec<Member>,
    /// What else may be there.
    pub additional: Additional,
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What it is.
    pub schema: SchemaId,
    /// Whether it is always there.
    pub required: bool,
    /// Why it is another than the document has it.
    pub because: Vec<String>,
    /// What samples have for null.
    pub null_like: Vec<Value>,
}

/// What an object may have beside its members.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Additional {
    /// Anything, of which the document says nothing.
    #[default]
    Free,
    /// Values of which it says which members they are.
    Named,
    /// Values of a schema.
    Typed(SchemaId),
}

/// One of several.
#[derive(Debug, Clone, Default)]
pub struct Union {
    /// What it may be.
    pub branches: Vec<SchemaId>,
    /// The member that tells.
    pub discriminator: Option<Discriminator>,
    /// Members that are always there, whichever it is.
    pub required: Vec<String>,
}

/// The member that tells which branch of a union a value is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discriminator {
    /// Its name.
    pub member: String,
    /// Words, and which root they mean.
    pub mapping: Vec<(String, RootId)>,
}

impl Schemas {
    /// A schema.
    pub fn node(&self, id: SchemaId) -> &Schema {
        &self.nodes[id.0 as usize]
    }

    /// A schema, to be changed.
    pub fn node_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.nodes[id.0 as usize]
    }

    /// A root, or the twin that stands for it.
    pub fn root(&self, id: RootId) -> &Root {
        &self.roots[self.shared(id).0 as usize]
    }

    /// The root that stands for this one.
    pub fn shared(&self, id: RootId) -> RootId {
        self.roots[id.0 as usize].twin.unwrap_or(id)
    }

    /// All roots that stand for themselves.
    pub fn own_roots(&self) -> impl Iterator<Item = (RootId, &Root)> {
        let all = self.roots.iter().enumerate();
        all.filter(|(_, root)| root.twin.is_none())
            .map(|(i, root)| (RootId(i as u32), root))
    }

    /// The schema behind references. A chain without an end answers its last one.
    pub fn behind(&self, id: SchemaId) -> SchemaId {
        let mut id = id;
        for _ in 0..self.roots.len().min(100) {
            match &self.node(id).kind {
                Kind::Ref(root) => id = self.root(*root).schema,
                _ => break,
            }
        }
        id
    }

    /// The kind behind references.
    pub fn kind(&self, id: SchemaId) -> &Kind {
        &self.node(self.behind(id)).kind
    }

    /// Whether null is allowed, here or behind a reference.
    pub fn nullable(&self, id: SchemaId) -> bool {
        let mut id = id;
        for _ in 0..100 {
            let node = self.node(id);
            match &node.kind {
                _ if node.nullable => return true,
                // One that is written as another may be null where that one is not.
                Kind::Ref(root) if self.node(self.roots[root.0 as usize].schema).nullable => {
                    return true;
                }
                Kind::Ref(root) => id = self.root(*root).schema,
                _ => break,
            }
        }
        false
    }

    /// The schemas directly inside of one.
    pub fn children(&self, id: SchemaId) -> Vec<SchemaId> {
        match &self.node(id).kind {
            Kind::Object(object) => {
                let additional = match object.additional {
                    Additional::Typed(values) => Some(values),
                    Additional::Free | Additional::Named => None,
                };
                let members = object.members.iter().map(|member| member.schema);
                members.chain(additional).collect()
            }
            Kind::Map(inner, _) | Kind::List(inner, _, _) => vec![*inner],
            Kind::Union(union) => union.branches.clone(),
            Kind::Ref(root) => vec![self.root(*root).schema],
            _ => Vec::new(),
        }
    }

    /// Notes something that was not taken as it stands.
    pub fn problem(&mut self, place: &Place, what: impl Into<String>, reduces: bool) {
        let problem = Problem {
            place: place.clone(),
            what: what.into(),
            reduces,
        };
        self.problems.push(problem);
    }
}

impl Object {
    /// The member of a name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}
