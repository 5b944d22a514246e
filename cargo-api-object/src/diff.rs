//! What changed between two documents for the users of their types.
//!
//! A change is judged for two programs that were written with the old types: one that reads what the new document
//! describes, and one that writes what it must take. Where the types keep what they do not know, nothing breaks.

mod compare;
mod fit;
mod lifecycle;
mod rules;
mod show;
#[cfg(test)]
mod tests;
mod unions;

use indexmap::IndexMap;

use crate::import::{ImportError, Options, Planned};
use crate::plan::{Plan, TypeNo};
use crate::schema::RootId;
use compare::Side;
use fit::{Fit, Pairs};

/// All changes from one document to another, by the order of the new one.
#[derive(Debug)]
pub struct Diff {
    /// What changed.
    pub changes: Vec<Difference>,
    old: String,
    new: String,
}

/// A change, and whom it breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The type's name in Rust: the new one, where there are two.
    pub ty: String,
    /// The member's name in JSON, if it is about one.
    pub member: Option<String>,
    /// What kind of change it is.
    pub code: Code,
    /// What changed, in words that follow the name.
    pub what: String,
    /// Whether it breaks a program that reads with the old types.
    pub breaks_readers: bool,
    /// Whether it breaks a program that writes with the old types.
    pub breaks_writers: bool,
}

/// A change, before it is known who reads and who writes the type.
#[derive(Debug, Clone)]
struct Change {
    ty: String,
    member: Option<String>,
    code: Code,
    what: String,
    fit: Fit,
}

/// What kind of change it is, by a stable word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Code {
    /// A schema is new.
    TypeAdded,
    /// A schema is gone.
    TypeRemoved,
    /// A type, or that of a member, takes other values.
    TypeChanged,
    /// It has another name and takes the same values.
    TypeRenamed,
    /// The constant member of an object.
    TagChanged,
    /// A member is new.
    MemberAdded,
    /// A member is gone.
    MemberRemoved,
    /// A member may be absent now.
    BecameOptional,
    /// A member may be absent no longer.
    BecameRequired,
    /// A member may be null now.
    BecameNullable,
    /// A member may be null no longer.
    BecameNonNull,
    /// A word is new.
    WordAdded,
    /// A word is gone.
    WordRemoved,
    /// A variant of a union is new.
    VariantAdded,
    /// A variant of a union is gone.
    VariantRemoved,
    /// A status may follow another now.
    ArrowAdded,
    /// A status may follow another no longer.
    ArrowRemoved,
    /// A status is an end state now, or no longer.
    EndChanged,
    /// An id has one more prefix.
    PrefixAdded,
    /// An id has a prefix no longer.
    PrefixRemoved,
    /// A rule allows less.
    RuleTightened,
    /// A rule allows more.
    RuleLoosened,
    /// A rule asks something else.
    RuleChanged,
    /// A member is deprecated now.
    Deprecated,
}

impl Diff {
    /// Compares the types of two documents.
    ///
    /// # Errors
    /// A document that cannot be read, or has no schemas.
    pub fn of(
        [old_options, new_options]: [&Options; 2],
        progress: &mut dyn FnMut(&str),
    ) -> Result<Diff, ImportError> {
        let old = Planned::of(old_options, progress)?;
        let new = Planned::of(new_options, progress)?;
        progress("comparing types");
        Ok(Diff {
            changes: compared(&old, &new),
            old: old.source(),
            new: new.source(),
        })
    }

    /// How many changes break readers, and how many writers.
    pub fn breaking(&self) -> (usize, usize) {
        let count = |is_meant: fn(&Difference) -> bool| {
            let changes = self.changes.iter();
            changes.filter(|change| is_meant(change)).count()
        };
        (
            count(|change| change.breaks_readers),
            count(|change| change.breaks_writers),
        )
    }
}

fn side(planned: &Planned) -> Side<'_> {
    Side {
        plan: &planned.plan,
    }
}

fn compared(old: &Planned, new: &Planned) -> Vec<Difference> {
    let mut pairs = Pairs::new(side(old), side(new));
    let mut found = Vec::new();
    let (olds, news) = (named(old), named(new));
    for (name, no) in &news {
        match olds.get(name) {
            Some(other) => pairs.pair(*other, *no),
            None => {
                let what = format!("the schema `{name}` is new");
                let ty = new.plan.ty(*no).name.clone();
                found.push(whole(ty, Code::TypeAdded, what, (false, false)));
            }
        }
    }
    // Parts wait behind the types that hold them.
    pairs.waiting.reverse();
    while let Some((was, is)) = pairs.waiting.pop() {
        let (reads, writes) = both(used(old, was), used(new, is));
        let changes = compare::types(&mut pairs, was, is);
        found.extend(changes.into_iter().map(|change| Difference {
            ty: change.ty,
            member: change.member,
            code: change.code,
            what: change.what,
            breaks_readers: change.fit.wider && reads,
            breaks_writers: change.fit.narrower && writes,
        }));
    }
    found.extend(prefixes(&old.plan, &new.plan));
    for (name, no) in olds.iter().filter(|(name, _)| !news.contains_key(*name)) {
        let what = format!("the schema `{name}` is gone");
        let ty = old.plan.ty(*no).name.clone();
        found.push(whole(ty, Code::TypeRemoved, what, used(old, *no)));
    }
    found
}

fn whole(ty: String, code: Code, what: String, (readers, writers): (bool, bool)) -> Difference {
    Difference {
        ty,
        member: None,
        code,
        what,
        breaks_readers: readers,
        breaks_writers: writers,
    }
}

/// Prefixes of ids that came and went. An unknown one is read and told of; who writes one that is gone writes in vain.
fn prefixes(old: &Plan, new: &Plan) -> Vec<Difference> {
    let mut found = Vec::new();
    for is in &new.ids {
        let Some(was) = old.ids.iter().find(|id| id.name == is.name) else {
            continue;
        };
        for prefix in is
            .prefixes
            .iter()
            .filter(|prefix| !was.prefixes.contains(prefix))
        {
            let what = format!("the prefix `{prefix}` is new");
            found.push(whole(
                is.name.clone(),
                Code::PrefixAdded,
                what,
                (false, false),
            ));
        }
        for prefix in was
            .prefixes
            .iter()
            .filter(|prefix| !is.prefixes.contains(prefix))
        {
            let what = format!("the prefix `{prefix}` is gone");
            found.push(whole(
                is.name.clone(),
                Code::PrefixRemoved,
                what,
                (false, true),
            ));
        }
    }
    found
}

fn both(one: (bool, bool), other: (bool, bool)) -> (bool, bool) {
    (one.0 || other.0, one.1 || other.1)
}

/// The schemas that have names, and their types.
fn named(planned: &Planned) -> IndexMap<&str, TypeNo> {
    let decls = planned.plan.by_root();
    let roots = planned.schemas.roots.iter().enumerate();
    let named = roots.filter_map(|(i, root)| {
        let no = decls.get(&planned.schemas.shared(RootId(i as u32)))?;
        Some((root.name.as_str(), *no))
    });
    named.collect()
}

/// Whether programs read values of a type, and whether they write them. Of what no operation uses nobody knows, so it may
/// be both.
fn used(planned: &Planned, no: TypeNo) -> (bool, bool) {
    let mut decl = planned.plan.ty(no);
    let is_sent = decl.is_sent;
    while let Some(parent) = decl.parent {
        decl = planned.plan.ty(parent);
    }
    let direction = decl.root.map(|root| planned.schemas.root(root).direction);
    match direction {
        Some(used) if used.request || used.response => (used.response, used.request || is_sent),
        _ => (true, true),
    }
}

impl Code {
    /// The stable word.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::TypeAdded => "type_added",
            Code::TypeRemoved => "type_removed",
            Code::TypeChanged => "type_changed",
            Code::TypeRenamed => "type_renamed",
            Code::TagChanged => "tag_changed",
            Code::MemberAdded => "member_added",
            Code::MemberRemoved => "member_removed",
            Code::BecameOptional => "became_optional",
            Code::BecameRequired => "became_required",
            Code::BecameNullable => "became_nullable",
            Code::BecameNonNull => "became_non_null",
            Code::WordAdded => "word_added",
            Code::WordRemoved => "word_removed",
            Code::VariantAdded => "variant_added",
            Code::VariantRemoved => "variant_removed",
            Code::ArrowAdded => "arrow_added",
            Code::ArrowRemoved => "arrow_removed",
            Code::EndChanged => "end_changed",
            Code::PrefixAdded => "prefix_added",
            Code::PrefixRemoved => "prefix_removed",
            Code::RuleTightened => "rule_tightened",
            Code::RuleLoosened => "rule_loosened",
            Code::RuleChanged => "rule_changed",
            Code::Deprecated => "deprecated",
        }
    }
}
