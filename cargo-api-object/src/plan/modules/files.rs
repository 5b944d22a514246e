//! Which types are in one file.

use std::collections::{BTreeMap, HashMap};

use super::{module, short};
use crate::plan::model::{ModuleFile, Plan, Shape, Ty, TypeNo};
use crate::plan::names::{Scope, is_keyword, snake};
use crate::schema::Schemas;

/// The most lines of a file, as far as they can be foreseen; one type may be longer.
pub(super) const LINES: usize = 360;
/// The file of what is too small for one of its own.
const REST: &str = "types";
/// The most letters of names that stand in one line.
const WIDTH: usize = 80;
/// A file below this is put together with others.
const FEW: usize = 60;

/// Types by file: a resource, its parts, and what only that file refers to.
pub(super) fn files(
    schemas: &Schemas,
    plan: &Plan,
    owners: &[TypeNo],
    homes: &HashMap<TypeNo, String>,
) -> BTreeMap<TypeNo, Vec<TypeNo>> {
    let mut filing = Filing::of(plan, owners, homes);
    filing.put_pages();
    let is_resource = |no: TypeNo| {
        let root = plan.ty(no).root;
        root.is_some_and(|root| schemas.root(root).is_body)
    };
    // What only one file refers to moves there, and so on with what that refers to.
    for _ in 0..8 {
        let all: Vec<TypeNo> = filing.size.keys().copied().collect();
        let moved = all
            .into_iter()
            .filter(|no| !is_resource(*no) && filing.put_with_referrer(*no));
        if moved.count() == 0 {
            break;
        }
    }
    let mut files: BTreeMap<TypeNo, Vec<TypeNo>> = BTreeMap::new();
    for (owner, file) in &filing.file {
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

/// Which types with names are put to which other.
struct Filing<'p> {
    plan: &'p Plan,
    owners: &'p [TypeNo],
    homes: &'p HashMap<TypeNo, String>,
    /// How many lines each takes, with its parts.
    size: BTreeMap<TypeNo, usize>,
    /// Who refers to each.
    referrers: BTreeMap<TypeNo, Vec<TypeNo>>,
    /// The type that each is put to.
    file: BTreeMap<TypeNo, TypeNo>,
}

impl<'p> Filing<'p> {
    fn of(plan: &'p Plan, owners: &'p [TypeNo], homes: &'p HashMap<TypeNo, String>) -> Self {
        let mut size: BTreeMap<TypeNo, usize> = BTreeMap::new();
        let mut referrers: BTreeMap<TypeNo, Vec<TypeNo>> = BTreeMap::new();
        for (i, owner) in owners.iter().enumerate() {
            *size.entry(*owner).or_default() += lines(plan, TypeNo(i));
            let named = mentioned(plan, TypeNo(i))
                .into_iter()
                .map(|named| owners[named.0]);
            for named in named.filter(|named| named != owner) {
                referrers.entry(named).or_default().push(*owner);
            }
        }
        Filing {
            file: size.keys().map(|no| (*no, *no)).collect(),
            plan,
            owners,
            homes,
            size,
            referrers,
        }
    }

    /// Puts pages and receipts beside the object that they are of.
    fn put_pages(&mut self) {
        for no in self.size.keys() {
            let of = match &self.plan.ty(*no).shape {
                Shape::Alias(Ty::Page(of) | Ty::Deleted(of, _)) => of.named(),
                _ => None,
            };
            let of = of.map(|of| self.owners[of.0]);
            if let Some(of) = of.filter(|of| of != no && self.homes[of] == self.homes[no]) {
                self.file.insert(*no, of);
            }
        }
    }

    /// Puts a type where all that refer to it are, if there is room; answers whether it did.
    fn put_with_referrer(&mut self, no: TypeNo) -> bool {
        let Some(by) = self.referrers.get(&no).filter(|_| self.file[&no] == no) else {
            return false;
        };
        let to = self.file[&by[0]];
        let only = by.iter().all(|by| self.file[by] == to);
        let fits = self.size[&to] + self.size[&no] <= LINES && self.homes[&to] == self.homes[&no];
        if !only || to == no || !fits {
            return false;
        }
        let lines = self.size[&no];
        *self.size.entry(to).or_default() += lines;
        let moved = self.file.values_mut().filter(|file| **file == no);
        moved.for_each(|file| *file = to);
        true
    }
}

/// Small files whose types' names begin alike, together.
pub(super) fn gathered(
    plan: &Plan,
    module: &str,
    files: Vec<Vec<TypeNo>>,
) -> Vec<(String, Vec<TypeNo>)> {
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
            false => REST.to_owned(),
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
    with_rest(found, &total)
}

/// What is still small stands in one file, if it is more than one.
fn with_rest(
    files: Vec<(String, Vec<TypeNo>)>,
    total: &dyn Fn(&[TypeNo]) -> usize,
) -> Vec<(String, Vec<TypeNo>)> {
    let is_small = |(_, types): &(String, Vec<TypeNo>)| total(types) < FEW;
    let (small, mut found): (Vec<_>, Vec<_>) = files.into_iter().partition(is_small);
    if small.len() < 2 {
        found.extend(small);
        return found;
    }
    let mut rest: Vec<TypeNo> = Vec::new();
    for (_, types) in small {
        if total(&rest) + total(&types) > LINES {
            found.push((REST.to_owned(), std::mem::take(&mut rest)));
        }
        rest.extend(types);
    }
    found.push((REST.to_owned(), rest));
    found
}

/// Files with names that differ.
pub(super) fn named(
    plan: &Plan,
    module_name: &str,
    files: Vec<(String, Vec<TypeNo>)>,
) -> Vec<ModuleFile> {
    let mut scope = Scope::default();
    let files = files.into_iter().map(|(name, types)| {
        let own = types
            .first()
            .map(|first| short(&snake(&plan.ty(*first).name), module_name));
        // A file that holds one resource is called by it, and so is one whose short name is taken.
        let name = match own {
            Some(own) if types.len() == 1 || (name != REST && scope.is_given(&module(&name))) => {
                own
            }
            _ => name,
        };
        ModuleFile {
            name: scope.claim(&module(&name)),
            types,
        }
    });
    files.collect()
}

/// How many lines a type takes, about.
pub(super) fn lines(plan: &Plan, no: TypeNo) -> usize {
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
            .map(|variant| {
                let named = variant.ty.as_ref().and_then(Ty::named);
                let held = named.map_or(0, |no| plan.ty(no).name.len());
                // Where a line is too long it takes three.
                let is_long = variant.ident.len() + held > WIDTH;
                1 + text(&variant.docs) + 2 * usize::from(is_long)
            })
            .sum(),
        Shape::Alias(_) | Shape::Pending | Shape::Status => 0,
    };
    6 + text(&ty.docs) + inner
}

/// The types that one names.
fn mentioned(plan: &Plan, no: TypeNo) -> Vec<TypeNo> {
    let mut found = Vec::new();
    let mut add = |ty: &Ty| found.extend(ty.named());
    match &plan.ty(no).shape {
        Shape::Object(object) => object.fields.iter().for_each(|field| add(&field.ty)),
        Shape::Union(union) => union.held().for_each(add),
        Shape::Alias(ty) => add(ty),
        Shape::Words(_) | Shape::Pending | Shape::Status => {}
    }
    found
}
