//! What a file uses of elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::name;
use crate::plan::{ObjectShape, Plan, Presence, Shape, Ty, TypeNo, UnionStyle};

/// Names by where they come from.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// Names of the runtime.
    runtime: BTreeSet<&'static str>,
    has_maps: bool,
    /// Ids, by number.
    ids: BTreeSet<usize>,
    /// Types of other files.
    types: BTreeSet<TypeNo>,
}

impl Imports {
    pub(super) fn of(plan: &Plan, types: &[TypeNo]) -> Imports {
        let mut imports = Imports::default();
        for no in types {
            match &plan.ty(*no).shape {
                Shape::Object(object) => imports.object(object),
                Shape::Words(_) => imports.runtime.extend(["ApiObject", "UnknownValue"]),
                Shape::Union(union) => {
                    imports.runtime.insert("ApiObject");
                    imports.runtime.insert(match union.style {
                        UnionStyle::Untagged => "RawJson",
                        _ => "UnknownObject",
                    });
                    if union.has_envelope() {
                        imports.add("Extra");
                    }
                    union.held().for_each(|ty| imports.ty(ty));
                }
                Shape::Alias(ty) => imports.ty(ty),
                Shape::Pending | Shape::Status => {}
            }
        }
        imports.place_ids(plan, types);
        imports.types.retain(|no| !types.contains(no));
        imports
    }

    /// Ids that have a name in the document are where that is.
    fn place_ids(&mut self, plan: &Plan, types: &[TypeNo]) {
        let homes: Vec<TypeNo> = self
            .ids
            .iter()
            .filter_map(|id| plan.ids[*id].home)
            .collect();
        self.ids.retain(|id| plan.ids[*id].home.is_none());
        if homes.iter().any(|no| types.contains(no)) {
            self.runtime.insert("ApiObject");
        }
        self.types.extend(homes);
    }

    /// Has the ids declared in the same file.
    pub(super) fn declare_ids(&mut self, plan: &Plan) {
        if self.ids.iter().any(|id| plan.ids[*id].number.is_none()) {
            self.runtime.insert("Str");
        }
        if !self.ids.is_empty() {
            self.runtime.insert("ApiObject");
            self.ids.clear();
        }
    }

    fn object(&mut self, object: &ObjectShape) {
        self.runtime.extend(["ApiObject", "Extra"]);
        for field in &object.fields {
            if field.presence == Presence::Distinct {
                self.runtime.insert("Nullable");
            }
            self.ty(&field.ty);
        }
    }

    fn ty(&mut self, ty: &Ty) {
        let mut of = |id: &Option<usize>| self.ids.extend(*id);
        match ty {
            Ty::Bool | Ty::Integer(_) | Ty::Float | Ty::Text => {}
            Ty::Moment => self.add("UnixSeconds"),
            Ty::Raw => self.add("RawJson"),
            Ty::Secret => self.runtime.extend(["Secret", "Str"]),
            Ty::Id(id) => of(&Some(*id)),
            Ty::Named(no) => {
                self.types.insert(*no);
            }
            Ty::Option(inner) | Ty::List(inner) | Ty::Boxed(inner) => self.ty(inner),
            Ty::Map(inner) => {
                self.has_maps = true;
                self.ty(inner);
            }
            Ty::Auto(inner) => {
                self.add("Auto");
                self.ty(inner);
            }
            Ty::Quoted(inner) => {
                self.add("Quoted");
                self.ty(inner);
            }
            Ty::Items(inner) => {
                self.add("Items");
                self.ty(inner);
            }
            Ty::Nullable(inner) => {
                self.add("Nullable");
                self.ty(inner);
            }
            Ty::Page(inner) => {
                self.add("List");
                self.ty(inner);
            }
            Ty::Deleted(inner, id) => {
                of(id);
                self.add("Deleted");
                self.ty(inner);
            }
            Ty::Expandable(inner, id) => {
                of(id);
                self.add("Expandable");
                self.ty(inner);
            }
        }
    }

    fn add(&mut self, name: &'static str) {
        self.runtime.insert(name);
    }

    /// The `use` items: of the standard library, of the runtime, of the files beside it; `own` is the module that holds the file,
    /// where it is one of several.
    pub(super) fn items(
        &self,
        plan: &Plan,
        root: &TokenStream,
        own: Option<&str>,
        homes: &BTreeMap<TypeNo, String>,
    ) -> Vec<Vec<TokenStream>> {
        let mut groups = Vec::new();
        if self.has_maps {
            groups.push(vec![quote!(
                use std::collections::BTreeMap;
            )]);
        }
        if !self.runtime.is_empty() {
            let names = self.runtime.iter().map(|name_of| name(name_of));
            groups.push(vec![list(&quote!(api_object), names.collect())]);
        }
        let mut by_path: BTreeMap<String, TokenStream> = BTreeMap::new();
        if !self.ids.is_empty() {
            let mut names: Vec<&str> = self
                .ids
                .iter()
                .map(|id| plan.ids[*id].name.as_str())
                .collect();
            names.sort_unstable();
            let names = names.into_iter().map(name).collect();
            by_path.insert("ids".to_owned(), list(&quote!(#root::ids), names));
        }
        let mut by_module: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for no in &self.types {
            by_module
                .entry(&homes[no])
                .or_default()
                .push(&plan.ty(*no).name);
        }
        for (module, mut names) in by_module {
            names.sort_unstable();
            let ident = name(module);
            let names = names.into_iter().map(name).collect();
            match own == Some(module) {
                // Behind all others, where `rustfmt` has it.
                true => by_path.insert("~".to_owned(), list(&quote!(super), names)),
                false => by_path.insert(module.to_owned(), list(&quote!(#root::#ident), names)),
            };
        }
        if !by_path.is_empty() {
            groups.push(by_path.into_values().collect());
        }
        groups
    }
}

fn list(path: &TokenStream, names: Vec<proc_macro2::Ident>) -> TokenStream {
    match names.as_slice() {
        [one] => quote!(use #path::#one;),
        names => quote!(use #path::{#(#names),*};),
    }
}
