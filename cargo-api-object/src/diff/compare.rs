//! Two types, one with the other: members, words, variants.

use super::fit::{Fit, Pairs};
use super::unions::unions;
use super::{Change, Code};
use crate::plan::{Field, ObjectShape, Plan, Presence, Shape, Tag, Ty, TypeDecl, TypeNo};

/// One of two documents.
#[derive(Clone, Copy)]
pub(super) struct Side<'d> {
    pub(super) plan: &'d Plan,
}

impl<'d> Side<'d> {
    /// A type without boxes and other names.
    pub(super) fn plain<'t>(&self, ty: &'t Ty) -> &'t Ty
    where
        'd: 't,
    {
        match ty {
            Ty::Boxed(inner) => self.plain(inner),
            Ty::Named(no) => match &self.plan.ty(*no).shape {
                Shape::Alias(ty) => self.plain(ty),
                _ => ty,
            },
            ty => ty,
        }
    }

    /// A type as Rust spells it.
    pub(super) fn spell(&self, ty: &Ty) -> String {
        let of = |outer: &str, inner: &Ty| format!("{outer}<{}>", self.spell(inner));
        match ty {
            Ty::Bool => "bool".to_owned(),
            Ty::Integer(int) => (*int).to_owned(),
            Ty::Float => "f64".to_owned(),
            Ty::Text => "String".to_owned(),
            Ty::Moment => "UnixSeconds".to_owned(),
            Ty::Raw => "RawJson".to_owned(),
            Ty::Secret => "Secret<Str>".to_owned(),
            Ty::Id(id) => self.plan.ids[*id].name.clone(),
            Ty::Named(no) => self.plan.ty(*no).name.clone(),
            Ty::Boxed(inner) => self.spell(inner),
            Ty::Option(inner) => of("Option", inner),
            Ty::List(inner) => of("Vec", inner),
            Ty::Items(inner) => of("Items", inner),
            Ty::Map(inner) => format!("BTreeMap<String, {}>", self.spell(inner)),
            Ty::Auto(inner) => of("Auto", inner),
            Ty::Nullable(inner) => of("Nullable", inner),
            Ty::Quoted(inner) => of("Quoted", inner),
            Ty::Page(inner) => of("List", inner),
            Ty::Deleted(inner, _) => of("Deleted", inner),
            Ty::Expandable(inner, _) => of("Expandable", inner),
        }
    }

    /// The words of an enum, be it a field's table that makes it.
    fn words(&self, decl: &TypeDecl) -> Option<Words<'d>> {
        let no = self.plan.types.iter().position(|ty| ty.name == decl.name)?;
        match &self.plan.types[no].shape {
            Shape::Words(words) => Some(Words {
                known: words.words.iter().map(|w| w.word.as_str()).collect(),
                expects_others: words.expected,
            }),
            Shape::Status => {
                let mut objects = self.plan.types.iter();
                let known = objects.find_map(|ty| match &ty.shape {
                    Shape::Object(object) => table(object, TypeNo(no)),
                    _ => None,
                })?;
                Some(Words {
                    known,
                    expects_others: false,
                })
            }
            _ => None,
        }
    }
}

/// The words of an enum, and whether any other string may stand there.
struct Words<'d> {
    known: Vec<&'d str>,
    expects_others: bool,
}

/// The statuses of the field that makes this enum.
fn table(object: &ObjectShape, no: TypeNo) -> Option<Vec<&str>> {
    let mut fields = object.fields.iter();
    let field = fields.find(|f| f.ty == Ty::Named(no) && !f.hints.status.is_empty())?;
    let statuses = field.hints.status.iter();
    Some(statuses.map(|status| status.word.as_str()).collect())
}

/// All changes from one type to another.
pub(super) fn types(pairs: &mut Pairs<'_>, old: TypeNo, new: TypeNo) -> Vec<Change> {
    let (was, is) = (pairs.old.plan.ty(old), pairs.new.plan.ty(new));
    let (old_words, new_words) = (pairs.old.words(was), pairs.new.words(is));
    let mut changes = Changes {
        ty: is.name.clone(),
        all: Vec::new(),
    };
    match (&was.shape, &is.shape) {
        (Shape::Object(old), Shape::Object(new)) => objects(pairs, old, new, &mut changes),
        (Shape::Union(old), Shape::Union(new)) => unions(pairs, old, new, &mut changes),
        (Shape::Alias(_), _) | (_, Shape::Alias(_)) => {
            let held = |shape: &Shape, no| match shape {
                Shape::Alias(ty) => ty.clone(),
                _ => Ty::Named(no),
            };
            let (old, new) = (held(&was.shape, old), held(&is.shape, new));
            let fit = pairs.fit(&old, &new);
            let (was, is) = (pairs.old.spell(&old), pairs.new.spell(&new));
            changes.retyped("", fit, &was, &is);
        }
        _ => match (old_words, new_words) {
            (Some(old), Some(new)) => words(&old, &new, &mut changes),
            _ => {
                let what = format!("is {}, and was {}", kind(&is.shape), kind(&was.shape));
                changes.push("", Code::TypeChanged, Fit::OTHER, what);
            }
        },
    }
    changes.all
}

/// The changes of one type.
pub(super) struct Changes {
    ty: String,
    all: Vec<Change>,
}

impl Changes {
    pub(super) fn push(&mut self, member: &str, code: Code, fit: Fit, what: impl Into<String>) {
        self.all.push(Change {
            ty: self.ty.clone(),
            member: (!member.is_empty()).then(|| member.to_owned()),
            code,
            what: what.into(),
            fit,
        });
    }

    fn retyped(&mut self, member: &str, fit: Fit, was: &str, is: &str) {
        let code = match fit {
            Fit::SAME => Code::TypeRenamed,
            _ => Code::TypeChanged,
        };
        if fit != Fit::SAME || was != is {
            self.push(member, code, fit, format!("is `{is}`, and was `{was}`"));
        }
    }
}

fn kind(shape: &Shape) -> &'static str {
    match shape {
        Shape::Object(_) => "an object",
        Shape::Union(_) => "a union",
        Shape::Words(_) | Shape::Status => "an enum of words",
        Shape::Alias(_) | Shape::Pending => "another name of a type",
    }
}

fn objects(pairs: &mut Pairs<'_>, old: &ObjectShape, new: &ObjectShape, changes: &mut Changes) {
    tags(old.tag.as_ref(), new.tag.as_ref(), changes);
    for field in &old.fields {
        match new.fields.iter().find(|other| other.wire == field.wire) {
            Some(other) => members(pairs, field, other, changes),
            None => {
                let fit = Fit::of(field.presence == Presence::Required, true);
                changes.push(&field.wire, Code::MemberRemoved, fit, "is gone");
            }
        }
    }
    let known = |field: &&Field| old.fields.iter().any(|other| other.wire == field.wire);
    for field in new.fields.iter().filter(|field| !known(field)) {
        let (may_be_absent, _) = nothing(field.presence);
        let what = match may_be_absent {
            true => "is new, and may be absent",
            false => "is new, and required",
        };
        let fit = Fit::of(false, !may_be_absent);
        changes.push(&field.wire, Code::MemberAdded, fit, what);
    }
}

fn tags(old: Option<&Tag>, new: Option<&Tag>, changes: &mut Changes) {
    match (old, new) {
        (Some(old), Some(new)) if old.key == new.key => same_tag(old, new, changes),
        (Some(old), Some(new)) => {
            let what = format!("is the tag, and was `{}`", old.key);
            changes.push(&new.key, Code::TagChanged, Fit::OTHER, what);
        }
        (None, Some(new)) => {
            let what = format!("is always `{}`", new.word);
            changes.push(&new.key, Code::TagChanged, Fit::NARROWER, what);
        }
        (Some(old), None) => {
            let what = format!("is no longer always `{}`", old.word);
            changes.push(&old.key, Code::TagChanged, Fit::WIDER, what);
        }
        (None, None) => {}
    }
}

fn same_tag(old: &Tag, new: &Tag, changes: &mut Changes) {
    let knows = |tag: &Tag, word: &String| tag.word == *word || tag.former.contains(word);
    if old.word != new.word {
        let what = format!("is `{}`, and was `{}`", new.word, old.word);
        // A word that was known, or still is, breaks nobody who knew it.
        let fit = Fit::of(!knows(old, &new.word), !knows(new, &old.word));
        changes.push(&new.key, Code::TagChanged, fit, what);
    }
    for former in new.former.iter().filter(|word| !knows(old, word)) {
        let what = format!("may still be `{former}`");
        changes.push(&new.key, Code::TagChanged, Fit::WIDER, what);
    }
    for former in old.former.iter().filter(|word| !knows(new, word)) {
        let what = format!("may no longer be `{former}`");
        changes.push(&new.key, Code::TagChanged, Fit::NARROWER, what);
    }
    match (old.optional, new.optional) {
        (false, true) => changes.push(&new.key, Code::BecameOptional, Fit::WIDER, "may be absent"),
        (true, false) => {
            changes.push(
                &new.key,
                Code::BecameRequired,
                Fit::NARROWER,
                "may not be absent",
            );
        }
        _ => {}
    }
}

/// Whether a member may be absent, and whether null.
fn nothing(presence: Presence) -> (bool, bool) {
    match presence {
        Presence::Required => (false, false),
        Presence::Nullable => (false, true),
        Presence::Optional => (true, false),
        Presence::Either | Presence::Distinct => (true, true),
    }
}

fn members(pairs: &mut Pairs<'_>, old: &Field, new: &Field, changes: &mut Changes) {
    let member = &new.wire;
    let fit = pairs.fit(&old.ty, &new.ty);
    let (was, is) = (pairs.old.spell(&old.ty), pairs.new.spell(&new.ty));
    changes.retyped(member, fit, &was, &is);
    // A type that has room for nothing reads whichever nothing comes.
    let wider = Fit::of(old.presence == Presence::Required, false);
    let ((was_absent, was_null), (absent, null)) = (nothing(old.presence), nothing(new.presence));
    let presences = [
        (was_absent, absent, Code::BecameOptional, "may be absent"),
        (
            absent,
            was_absent,
            Code::BecameRequired,
            "may not be absent",
        ),
        (was_null, null, Code::BecameNullable, "may be null"),
        (null, was_null, Code::BecameNonNull, "may not be null"),
    ];
    for (before, after, code, what) in presences {
        let fit = match code {
            Code::BecameOptional | Code::BecameNullable => wider,
            _ => Fit::NARROWER,
        };
        if after && !before {
            changes.push(member, code, fit, what);
        }
    }
    for (fit, what) in super::rules::changes(&old.rules, &new.rules) {
        let code = match fit {
            Fit::NARROWER => Code::RuleTightened,
            Fit::WIDER => Code::RuleLoosened,
            _ => Code::RuleChanged,
        };
        changes.push(member, code, fit, what);
    }
    for (code, fit, what) in super::lifecycle::changes(&old.hints, &new.hints) {
        changes.push(member, code, fit, what);
    }
    if new.deprecated && !old.deprecated {
        changes.push(member, Code::Deprecated, Fit::SAME, "is deprecated");
    }
}

fn words(old: &Words<'_>, new: &Words<'_>, changes: &mut Changes) {
    match (old.expects_others, new.expects_others) {
        (false, true) => {
            let what = "may be any other string";
            changes.push("", Code::RuleLoosened, Fit::SAME, what);
        }
        (true, false) => {
            let what = "may no longer be any other string";
            changes.push("", Code::RuleTightened, Fit::NARROWER, what);
        }
        _ => {}
    }
    let (old, known) = (&old.known, &new.known);
    for word in old.iter().filter(|word| !known.contains(word)) {
        let (fit, what) = match new.expects_others {
            true => (
                Fit::SAME,
                format!("`{word}` is no longer listed, where any string may stand"),
            ),
            false => (Fit::NARROWER, format!("`{word}` is gone")),
        };
        changes.push("", Code::WordRemoved, fit, what);
    }
    for word in known.iter().filter(|word| !old.contains(word)) {
        // An open enum keeps it.
        changes.push("", Code::WordAdded, Fit::SAME, format!("`{word}` is new"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{changes, member};

    #[test]
    fn words_beside_any_string() {
        let listed = "A: {type: string, enum: [on, off]}";
        let any = |words: &str| format!("A: {{anyOf: [{{type: string}}, {{enum: [{words}]}}]}}");
        assert_eq!(changes(listed, &any("on, off")), ["A - rule_loosened:"]);
        assert_eq!(
            changes(&any("on, off"), listed),
            ["A - rule_tightened: writers"]
        );
        // What is no longer listed is any string.
        assert_eq!(
            changes(&any("on, off"), &any("on, dim")),
            ["A - word_removed:", "A - word_added:"]
        );
        let of = |ty: &str| format!("required: [a], properties: {{a: {ty}}}");
        let any = of("{anyOf: [{type: string}, {enum: [on]}]}");
        member(&of("{type: string}"), &any, &["a type_renamed:"]);
        member(&any, &of("{type: string}"), &["a type_renamed:"]);
    }
}
