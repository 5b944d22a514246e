//! Files: their paths, their heads, and items in them.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::name;
use super::docs;
use super::imports::Imports;
use super::types::Emitter;
use crate::plan::{IdType, Module, Plan, Shape, TypeNo};
use crate::schema::Schemas;

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutFile {
    /// Its path, with slashes, below the folder of the output.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// How the output is put into a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Whether the output is a crate of its own (`lib.rs`), or a module of one (`mod.rs`).
    pub is_crate: bool,
    /// What the files say of where they are from.
    pub source: String,
}

/// Writes all types.
///
/// # Errors
/// Names a file whose text would be no Rust, which is a mistake of this program.
pub fn emit(schemas: &Schemas, plan: &Plan, layout: &Layout) -> Result<Vec<OutFile>, String> {
    let emitter = Emitter::new(plan, schemas);
    let mut homes = BTreeMap::new();
    for module in &plan.modules {
        for no in module.files.iter().flat_map(|file| &file.types) {
            homes.insert(*no, module.name.clone());
        }
    }
    let writer = Writer {
        plan,
        schemas,
        emitter,
        homes,
        layout,
    };
    let mut files = vec![writer.root()?];
    if !placed(plan).is_empty() {
        files.push(writer.ids()?);
    }
    for module in &plan.modules {
        files.extend(writer.module(module)?);
    }
    Ok(files)
}

/// Writes all types into one text, which begins with `head` and names no other file.
///
/// # Errors
/// As [`emit`].
pub(crate) fn emit_alone(schemas: &Schemas, plan: &Plan, head: &str) -> Result<String, String> {
    let emitter = Emitter::new(plan, schemas);
    let all: Vec<TypeNo> = plan
        .modules
        .iter()
        .flat_map(|module| &module.files)
        .flat_map(|file| file.types.iter().copied())
        .collect();
    let mut imports = Imports::of(plan, &all);
    imports.declare_ids(plan);
    let mut text = headed(head);
    let groups = imports.items(plan, &quote!(self), None, &BTreeMap::new());
    let groups = groups.into_iter().map(|group| quote!(#(#group)*));
    let types = all.iter().filter_map(|no| emitter.item(*no));
    let ids = placed(plan).into_iter().map(|id| emitter.id(id));
    for item in groups.chain(types).chain(ids) {
        text.push('\n');
        text.push_str(&emitter.print(item).map_err(|error| error.to_string())?);
    }
    Ok(text)
}

/// The comment at the head of a file.
fn headed(head: &str) -> String {
    let lines = docs::lines(head, None, docs::WIDTH);
    let lines = lines.iter().map(|line| format!("//! {line}"));
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The ids that are written among the ids, since the document has no names for them.
fn placed(plan: &Plan) -> Vec<&IdType> {
    let ids = plan.ids.iter();
    ids.filter(|id| id.home.is_none()).collect()
}

struct Writer<'w> {
    plan: &'w Plan,
    schemas: &'w Schemas,
    emitter: Emitter<'w>,
    homes: BTreeMap<TypeNo, String>,
    layout: &'w Layout,
}

impl Writer<'_> {
    fn root(&self) -> Result<OutFile, String> {
        let plan = self.plan;
        let path = if self.layout.is_crate {
            "lib.rs"
        } else {
            "mod.rs"
        };
        let mut names: Vec<&str> = plan
            .modules
            .iter()
            .map(|module| module.name.as_str())
            .collect();
        names.extend((!placed(plan).is_empty()).then_some("ids"));
        names.sort_unstable();
        let modules = names.into_iter().map(|module| {
            let module = name(module);
            quote!(pub mod #module;)
        });
        let mut what = format!("Types of {}.", self.schemas.title);
        if plan.has_patterns() {
            what += "\n\nNeeds the feature `regex` of `api-object`, for rules with patterns.";
        }
        let mut groups = vec![modules.collect()];
        match plan.recursion_limit().map(|limit| limit.to_string()) {
            Some(limit) if self.layout.is_crate => {
                groups.insert(0, vec![quote!(#![recursion_limit = #limit])]);
            }
            Some(limit) => {
                what += &format!(
                    "\n\nNeeds `#![recursion_limit = \"{limit}\"]` in the crate, since many types hold each other."
                );
            }
            None => {}
        }
        self.file(path.to_owned(), &what, groups, Vec::new())
    }

    fn ids(&self) -> Result<OutFile, String> {
        let mut all = placed(self.plan);
        all.sort_by(|a, b| a.name.cmp(&b.name));
        let uses = match all.iter().any(|id| id.number.is_none()) {
            true => quote!(
                use api_object::{ApiObject, Str};
            ),
            false => quote!(
                use api_object::ApiObject;
            ),
        };
        let items = all.into_iter().map(|id| self.emitter.id(id)).collect();
        let uses = vec![vec![uses]];
        self.file("ids.rs".to_owned(), "Ids.", uses, items)
    }

    /// A module as one file, or as a folder of files that it re-exports.
    fn module(&self, module: &Module) -> Result<Vec<OutFile>, String> {
        let path = format!("{}.rs", module.name);
        if let [only] = module.files.as_slice() {
            return Ok(vec![self.types(path, &module.docs, &only.types, None)?]);
        }
        let mut modules = Vec::new();
        let mut exports = Vec::new();
        let mut files = Vec::new();
        let mut sorted: Vec<_> = module.files.iter().collect();
        sorted.sort_by(|a, b| a.name.cmp(&b.name));
        for file in sorted {
            let ident = name(&file.name);
            modules.push(quote!(mod #ident;));
            let mut names: Vec<&str> = file
                .types
                .iter()
                .map(|no| self.plan.ty(*no).name.as_str())
                .collect();
            names.extend(
                file.types
                    .iter()
                    .filter_map(|no| match &self.plan.ty(*no).shape {
                        Shape::Object(object) => object.view.as_deref(),
                        _ => None,
                    }),
            );
            names.sort_unstable();
            let names = names.into_iter().map(name);
            exports.push(quote!(pub use #ident::{#(#names),*};));
            let path = format!("{}/{}.rs", module.name, file.name);
            let docs = self.file_docs(&file.types);
            files.push(self.types(path, &docs, &file.types, Some(&module.name))?);
        }
        let head = vec![modules, exports];
        files.insert(0, self.file(path, &module.docs, head, Vec::new())?);
        Ok(files)
    }

    fn file_docs(&self, types: &[TypeNo]) -> String {
        let named = types
            .iter()
            .filter(|no| self.plan.ty(**no).parent.is_none());
        let names: Vec<String> = named
            .map(|no| format!("`{}`", self.plan.ty(*no).name))
            .collect();
        match names.as_slice() {
            [] => {
                let mut owner = types.first().copied();
                while let Some(parent) = owner.and_then(|no| self.plan.ty(no).parent) {
                    owner = Some(parent);
                }
                owner.map_or_else(String::new, |no| {
                    format!("Parts of `{}`.", self.plan.ty(no).name)
                })
            }
            [one] if types.len() == 1 => format!("{one}."),
            [one] => format!("{one}, and its parts."),
            [one, ..] if names.len() > 4 => format!("{one}, and what goes with it."),
            [first @ .., last] => format!("{} and {last}.", first.join(", ")),
        }
    }

    fn types(
        &self,
        path: String,
        docs: &str,
        types: &[TypeNo],
        own: Option<&str>,
    ) -> Result<OutFile, String> {
        let root = match (self.layout.is_crate, own) {
            (true, _) => quote!(crate),
            (false, None) => quote!(super),
            (false, Some(_)) => quote!(super::super),
        };
        let imports = Imports::of(self.plan, types);
        let uses = imports.items(self.plan, &root, own, &self.homes);
        let items = types
            .iter()
            .filter_map(|no| self.emitter.item(*no))
            .collect();
        self.file(path, docs, uses, items)
    }

    /// A file: its head, groups of short items, and items with a line between.
    fn file(
        &self,
        path: String,
        what: &str,
        groups: Vec<Vec<TokenStream>>,
        items: Vec<TokenStream>,
    ) -> Result<OutFile, String> {
        let source = format!(
            "Made from {} by `cargo api-object import`, and meant to be edited: `--update` keeps what is changed.",
            self.layout.source
        );
        // Code that the prose does not close ends with it.
        let mut text = match headed(what) {
            prose if prose.is_empty() => prose,
            prose => format!("{prose}//!\n"),
        };
        text.push_str(&headed(&source));
        for group in groups {
            text.push('\n');
            text.push_str(&self.printed(&path, quote!(#(#group)*))?);
        }
        for item in items {
            text.push('\n');
            text.push_str(&self.printed(&path, item)?);
        }
        Ok(OutFile { path, text })
    }

    fn printed(&self, path: &str, tokens: TokenStream) -> Result<String, String> {
        self.emitter
            .print(tokens)
            .map_err(|error| format!("{path}: {error}"))
    }
}
