//! Where types are written: modules by tag or by name, and in them files of one resource with its parts.

mod files;
mod split;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::model::{Module, Plan, TypeNo};
use super::names::{Scope, codes, has_letters, is_keyword, snake};
use crate::schema::Schemas;

/// How many types a name's first word needs to make a module.
const MANY: usize = 10;
/// First words of names that tell what is done, and not to what.
pub(super) const VERBS: &[&str] = &[
    "create", "delete", "deleted", "get", "list", "modify", "response", "run", "update",
];
/// Names that mean something else where modules are named: paths, files, crates.
const NO_MODULES: &[&str] = &[
    "",
    "self",
    "super",
    "crate",
    "mod",
    "lib",
    "main",
    "bin",
    "api_object",
    "alloc",
    "core",
    "std",
];
/// The module of what several have in common.
const COMMON: &str = "common";

/// Gives each type its file.
pub(super) fn arrange(schemas: &Schemas, plan: &mut Plan) {
    let owners: Vec<TypeNo> = (0..plan.types.len())
        .map(|no| owner(plan, TypeNo(no)))
        .collect();
    let homes = homes(schemas, plan);
    let files = files::files(schemas, plan, &owners, &homes);
    let mut groups: BTreeMap<String, Vec<Vec<TypeNo>>> = BTreeMap::new();
    for (first, types) in files {
        let group = groups.entry(homes[&first].clone()).or_default();
        group.extend(split::split(plan, types));
    }
    let mut scope = Scope::default();
    // The ids of all modules have a file beside them.
    let _ = scope.claim("ids");
    for (name, files) in groups {
        let name = scope.claim(&name);
        let files = files::named(plan, &name, files::gathered(plan, &name, files));
        let docs = docs(schemas, &name);
        plan.modules.push(Module { name, docs, files });
    }
}

/// The type with a name in the document that a type is a part of.
fn owner(plan: &Plan, no: TypeNo) -> TypeNo {
    let mut no = no;
    while let Some(parent) = plan.ty(no).parent {
        no = parent;
    }
    no
}

/// The module of each type with a name: its tag, if there is only one, or the first word of its name.
fn homes(schemas: &Schemas, plan: &Plan) -> HashMap<TypeNo, String> {
    let named = || {
        (0..plan.types.len())
            .map(TypeNo)
            .filter(|no| plan.ty(*no).parent.is_none())
    };
    let word = |no: TypeNo| {
        snake(&plan.ty(no).name)
            .split('_')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let mut counts: HashMap<String, usize> = HashMap::new();
    named().for_each(|no| *counts.entry(word(no)).or_default() += 1);
    let tags = schemas.roots.iter().flat_map(|root| &root.tags);
    let tagged: BTreeSet<String> = tags.map(|tag| module(tag)).collect();
    let alike = |no: TypeNo| {
        let name = format!("{}_", snake(&plan.ty(no).name));
        let begins = |home: &&String| {
            let singular = home.strip_suffix('s').unwrap_or(home);
            name.starts_with(&format!("{home}_")) || name.starts_with(&format!("{singular}_"))
        };
        let whole = tagged.iter().filter(begins).max_by_key(|home| home.len());
        let first = word(no);
        let mut some = tagged
            .iter()
            .filter(|home| home.split('_').next() == Some(first.as_str()));
        let only = some.next().filter(|home| some.all(|other| other == *home));
        whole.or(only).cloned()
    };
    let mut homes = HashMap::new();
    for no in named() {
        let tags = plan
            .ty(no)
            .root
            .map(|root| schemas.root(root).tags.as_slice());
        let home = match tags.unwrap_or_default() {
            [tag] => module(tag),
            [] if alike(no).is_some() => alike(no).unwrap_or_default(),
            [] if counts[&word(no)] >= MANY && !VERBS.contains(&word(no).as_str()) => {
                module(&word(no))
            }
            _ => COMMON.to_owned(),
        };
        homes.insert(no, home);
    }
    homes
}

fn module(name: &str) -> String {
    let name = match has_letters(name) {
        true => snake(name),
        false => codes(name),
    };
    let bad = is_keyword(&name) || NO_MODULES.contains(&name.as_str());
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("n{name}"),
        _ if bad => format!("{name}_module"),
        _ => name,
    }
}

/// A name without that of its module, wherever it stands, if something is left of it.
fn short(name: &str, module: &str) -> String {
    let singular = module.strip_suffix('s').unwrap_or(module);
    let words = format!("_{name}_");
    let rest = [module, singular].iter().find_map(|module| {
        let at = format!("_{module}_");
        words.contains(&at).then(|| words.replacen(&at, "_", 1))
    });
    let rest = rest.as_deref().map(|rest| rest.trim_matches('_'));
    rest.filter(|rest| !rest.is_empty())
        .unwrap_or(name)
        .to_owned()
}

fn docs(schemas: &Schemas, name: &str) -> String {
    let tags = schemas.roots.iter().flat_map(|root| &root.tags);
    let tag = tags.into_iter().find(|tag| module(tag) == name);
    match tag {
        Some(tag) => {
            let mut told = schemas.tags.iter().filter(|(name, _)| name == tag);
            // The first of its paragraphs: a module is no place for a manual.
            let docs = told.next().and_then(|(_, docs)| docs.split("\n\n").next());
            // A tag that is only a name is no sentence.
            let is_prose = tag.contains(' ') || tag.starts_with(char::is_uppercase);
            let named = || match is_prose {
                true => format!("{tag}."),
                false => format!("Types of `{}`.", tag.replace('`', "")),
            };
            docs.map_or_else(named, str::to_owned)
        }
        None if name == COMMON => "What several parts of the API have in common.".to_owned(),
        None => format!("Types whose names begin with `{name}`."),
    }
}
