//! Where types are written: modules by tag or by name, and in them files of one resource with its parts.

use std::collections::{BTreeMap, HashMap};

use super::model::{Module, ModuleFile, Plan, Shape, Ty, TypeNo};
use super::names::{Scope, is_keyword, snake};
use crate::schema::Schemas;

/// The most lines of a file, as far as they can be foreseen; one type may be longer.
const LINES: usize = 360;
/// A file below this is put together with others.
const FEW: usize = 60;
/// How many types a name's first word needs to make a module.
const MANY: usize = 10;
/// First words of names that tell what is done, and not to what.
const VERBS: &[&str] = &[
    "create", "delete", "deleted", "get", "list", "modify", "response", "run", "update",
];
/// The module of what several have in common.
const COMMON: &str = "common";

/// Gives each type its file.
pub(super) fn arrange(schemas: &Schemas, plan: &mut Plan) {
    let owners: Vec<TypeNo> = (0..plan.types.len())
        .map(|no| owner(plan, TypeNo(no)))
        .collect();
    let homes = homes(schemas, plan);
    let files = files(schemas, plan, &owners, &homes);
    let mut groups: BTreeMap<String, Vec<Vec<TypeNo>>> = BTreeMap::new();
    for (first, types) in files {
        groups.entry(homes[&first].clone()).or_default().push(types);
    }
    let mut scope = Scope::default();
    // The ids of all modules have a file beside them.
    let _ = scope.claim("ids");
    for (name, files) in groups {
        let name = scope.claim(&name);
        let files = named(plan, &name, gathered(plan, &name, files));
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
    let tagged: Vec<String> = schemas
        .roots
        .iter()
        .flat_map(|root| &root.tags)
        .map(|tag| module(tag))
        .collect();
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
    let name = snake(name);
    let bad = is_keyword(&name)
        || matches!(
            name.as_str(),
            "" | "self" | "super" | "crate" | "mod" | "lib" | "main"
        );
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("n{name}"),
        _ if bad => format!("{name}_module"),
        _ => name,
    }
}

/// Types by file: a resource, its parts, and what only that file refers to.
fn files(
    schemas: &Schemas,
    plan: &Plan,
    owners: &[TypeNo],
    homes: &HashMap<TypeNo, String>,
) -> BTreeMap<TypeNo, Vec<TypeNo>> {
    let mut size: BTreeMap<TypeNo, usize> = BTreeMap::new();
    let mut referrers: BTreeMap<TypeNo, Vec<TypeNo>> = BTreeMap::new();
    for (i, owner) in owners.iter().enumerate() {
        *size.entry(*owner).or_default() += lines(plan, TypeNo(i));
        for named in mentioned(plan, TypeNo(i)) {
            let named = owners[named.0];
            if named != *owner {
                referrers.entry(named).or_default().push(*owner);
            }
        }
    }
    let mut home: BTreeMap<TypeNo, TypeNo> = size.keys().map(|no| (*no, *no)).collect();
    // Pages and receipts are beside the object that they are of.
    for no in size.keys() {
        let of = match &plan.ty(*no).shape {
            Shape::Alias(Ty::Page(of) | Ty::Deleted(of, _)) => {
                mentioned_by(of).first().map(|of| owners[of.0])
            }
            _ => None,
        };
        if let Some(of) = of.filter(|of| of != no && homes[of] == homes[no]) {
            home.insert(*no, of);
        }
    }
    let is_resource = |no: TypeNo| {
        plan.ty(no)
            .root
            .is_some_and(|root| schemas.root(root).is_body)
    };
    // What only one file refers to moves there, as long as there is room; and so on with what that refers to.
    for _ in 0..8 {
        let mut moved = false;
        for no in size.keys().copied().collect::<Vec<_>>() {
            let Some(by) = referrers
                .get(&no)
                .filter(|_| home[&no] == no && !is_resource(no))
            else {
                continue;
            };
            let to = home[&by[0]];
            let only = by.iter().all(|by| home[by] == to);
            let fits = size[&to] + size[&no] <= LINES && homes[&to] == homes[&no];
            if only && to != no && fits {
                let lines = size[&no];
                *size.entry(to).or_default() += lines;
                home.values_mut()
                    .filter(|file| **file == no)
                    .for_each(|file| *file = to);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let mut files: BTreeMap<TypeNo, Vec<TypeNo>> = BTreeMap::new();
    for (owner, file) in &home {
        let parts = owners
            .iter()
            .enumerate()
            .filter(|(_, of)| *of == owner)
            .map(|(i, _)| TypeNo(i));
        let types = files.entry(*file).or_default();
        match owner == file {
            true => types.splice(0..0, parts.collect::<Vec<_>>()).for_each(drop),
            false => types.extend(parts),
        }
    }
    files
}

/// Small files whose types' names begin alike, together.
fn gathered(plan: &Plan, module: &str, files: Vec<Vec<TypeNo>>) -> Vec<(String, Vec<TypeNo>)> {
    let mut found: Vec<(String, Vec<TypeNo>)> = Vec::new();
    let mut open: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let total = |types: &[TypeNo]| types.iter().map(|no| lines(plan, *no)).sum::<usize>();
    let all: usize = files.iter().map(|types| total(types)).sum();
    for types in files {
        let Some(first) = types.first() else {
            continue;
        };
        let name = short(&snake(&plan.ty(*first).name), module);
        let size = total(&types);
        if size >= FEW && all > LINES {
            found.push((name, types));
            continue;
        }
        let word = match all > LINES {
            true => {
                let word = name.split('_').next().unwrap_or(&name);
                if is_keyword(word) {
                    name
                } else {
                    word.to_owned()
                }
            }
            false => "types".to_owned(),
        };
        match open.get_mut(&word) {
            Some((place, known)) if *known + size <= LINES => {
                *known += size;
                found[*place].1.extend(types);
            }
            _ => {
                open.insert(word.clone(), (found.len(), size));
                found.push((word, types));
            }
        }
    }
    found
}

fn named(plan: &Plan, module_name: &str, files: Vec<(String, Vec<TypeNo>)>) -> Vec<ModuleFile> {
    let mut scope = Scope::default();
    let files = files.into_iter().map(|(name, types)| {
        let own = types
            .first()
            .map(|first| short(&snake(&plan.ty(*first).name), module_name));
        // A file that holds one resource is called by it, and so is one whose short name is taken.
        let name = match own {
            Some(own) if types.len() == 1 || scope.is_given(&module(&name)) => own,
            _ => name,
        };
        ModuleFile {
            name: scope.claim(&module(&name)),
            types,
        }
    });
    files.collect()
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
        Some(tag) => format!("{tag}."),
        None if name == COMMON => "What several parts of the API have in common.".to_owned(),
        None => format!("Types whose names begin with `{name}`."),
    }
}

/// How many lines a type takes, about.
fn lines(plan: &Plan, no: TypeNo) -> usize {
    let text = |docs: &str| docs.len() / 100 + docs.lines().count();
    let ty = plan.ty(no);
    let inner: usize = match &ty.shape {
        Shape::Object(object) => object
            .fields
            .iter()
            .map(|field| 2 + text(&field.docs) + field.because.len())
            .sum(),
        Shape::Words(words) => words.words.len() * 2,
        Shape::Union(union) => union
            .variants
            .iter()
            .map(|variant| 1 + text(&variant.docs))
            .sum(),
        Shape::Alias(_) | Shape::Pending | Shape::Status => 0,
    };
    6 + text(&ty.docs) + inner
}

/// The types that one names.
pub(crate) fn mentioned(plan: &Plan, no: TypeNo) -> Vec<TypeNo> {
    let mut found = Vec::new();
    let mut add = |ty: &Ty| collect(ty, &mut found);
    match &plan.ty(no).shape {
        Shape::Object(object) => object.fields.iter().for_each(|field| add(&field.ty)),
        Shape::Union(union) => union.variants.iter().for_each(|variant| add(&variant.ty)),
        Shape::Alias(ty) => add(ty),
        Shape::Words(_) | Shape::Pending | Shape::Status => {}
    }
    found
}

fn mentioned_by(ty: &Ty) -> Vec<TypeNo> {
    let mut found = Vec::new();
    collect(ty, &mut found);
    found
}

fn collect(ty: &Ty, found: &mut Vec<TypeNo>) {
    match ty {
        Ty::Named(no) => found.push(*no),
        Ty::Option(inner)
        | Ty::List(inner)
        | Ty::Map(inner)
        | Ty::Boxed(inner)
        | Ty::Auto(inner)
        | Ty::Nullable(inner)
        | Ty::Page(inner)
        | Ty::Deleted(inner, _)
        | Ty::Expandable(inner, _) => collect(inner, found),
        _ => {}
    }
}
