//! The status table: words, arrows, end states, and the enum that they make.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Generics, LitStr};

use super::claims::Claims;
use super::shared::{self, Elsewhere};
use super::types::{Kind, bare_name, kind, without_option};
use super::view::{self, Among, Sighted};
use super::wire::{self, WireNames};
use super::{docs, refuse};
use crate::ast::{
    Arrow, Casing, Field, NameOrNone, Slot, Spelling, StatusCall, StatusEntry, VariantAttrs,
};
use crate::errors::Errors;
use crate::model::{Header, Lifecycle, Member, OneStatus, OpenEnum, Seen, Word};

/// The variant that keeps words that the table does not list.
pub(super) const UNKNOWN: &str = "Unknown";

/// A word that also says something in an arrow.
const END: &str = "end";

/// The status table of an object. It is empty where the user's could not be read.
pub(super) struct Table<'s, 'a> {
    field: &'s Field<'a>,
    entries: &'s [StatusEntry],
    /// The status member's place among the members.
    member: usize,
    /// The statuses that can be variants, each with its place among the entries.
    words: Vec<(u16, Word)>,
    has_arrows: bool,
}

/// Where an object's statuses are declared.
pub(super) enum Statuses<'s, 'a> {
    /// At its status member.
    Own(Table<'s, 'a>),
    /// At an enum that several objects share.
    Shared(Elsewhere<'s, 'a>),
}

impl<'s, 'a> Statuses<'s, 'a> {
    /// The one or the other.
    pub(super) fn parts(self) -> (Option<Table<'s, 'a>>, Option<Elsewhere<'s, 'a>>) {
        match self {
            Statuses::Own(table) => (Some(table), None),
            Statuses::Shared(shared) => (None, Some(shared)),
        }
    }
}

/// Finds the status member among the members, and lowers its table if it has one.
pub(super) fn statuses<'s, 'a>(
    fields: &[&'s Field<'a>],
    generics: &Generics,
    errors: &mut Errors,
) -> Option<Statuses<'s, 'a>> {
    let mut tables = fields
        .iter()
        .enumerate()
        .filter_map(|(place, field)| Some((place, *field, field.attrs.status.given()?)));
    let (member, field, given) = tables.next()?;
    for (_, _, second) in tables {
        let message = "an object has one status; keep one of the two";
        errors.twice(second.key.span(), given.key.span(), message);
    }
    let entries = match &given.value {
        StatusCall::Table(entries) => entries,
        StatusCall::Shared(list) => {
            let ty = without_option(field.ty);
            if !matches!(kind(ty), Kind::Unknown) {
                let message = "a status is a word of an enum with `#[api(status)]`; write the name of one, \
                               or `status { ... }` and a new name";
                errors.push(syn::Error::new_spanned(ty, message));
            }
            return Some(Statuses::Shared(Elsewhere {
                field,
                member,
                ty,
                named: Box::new(shared::named(ty, generics)),
                key: &given.key,
                list: list.as_deref(),
            }));
        }
    };
    let has_arrows = entries.iter().any(|entry| entry.arrow.is_some());
    Some(Statuses::Own(Table {
        field,
        entries,
        member,
        words: words(entries, has_arrows, errors),
        has_arrows,
    }))
}

impl<'s, 'a> Table<'s, 'a> {
    /// Whether nothing of the user's table could be read, which was said already.
    pub(super) fn is_broken(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn has_arrows(&self) -> bool {
        self.has_arrows
    }

    /// The statuses as they are spelled in the table.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &'s str> {
        spellings(self.entries)
    }

    pub(super) fn place(&self, name: &str) -> Option<u16> {
        place(self.entries, name)
    }

    pub(super) fn places(&self) -> impl Iterator<Item = u16> {
        (0..).zip(self.entries).map(|(place, _)| place)
    }

    /// The places of the statuses that may follow directly.
    pub(super) fn next(&self, place: u16) -> impl Iterator<Item = u16> {
        let entry = self.entries.get(usize::from(place));
        let arrow = entry.and_then(|entry| entry.arrow.as_ref());
        let targets = arrow.map_or(&[][..], |arrow| &arrow.targets);
        targets.iter().filter_map(|target| self.place(&target.text))
    }

    /// The places of end states, or of all others.
    pub(super) fn ended(&self, ended: bool) -> impl Iterator<Item = u16> {
        let entries = (0..).zip(self.entries);
        entries
            .filter(move |(_, entry)| is_end(entry) == ended)
            .map(|(place, _)| place)
    }

    /// What the table makes; `None` where the enum has no name, or nothing could be read.
    pub(super) fn lifecycle(
        self,
        header: &Header,
        view: &Slot<NameOrNone>,
        members: &[Member<'a>],
        errors: &mut Errors,
    ) -> Option<Lifecycle<'a>> {
        let ident = enum_name(header, self.field, errors)?;
        let unknown = Ident::new(UNKNOWN, self.field.ident.span());
        let among = Among {
            statuses: self.words.iter().map(sighted).collect(),
            seen: Seen::Own(ident.clone()),
            field: self.field,
            members,
        };
        let view = view::lower(header, view, among, errors);
        let docs = match docs(&self.field.docs) {
            docs if docs.is_empty() => format!("Where a `{}` stands.", header.ident.unraw()),
            docs => docs,
        };
        let statuses = OpenEnum {
            ident,
            vis: header.vis.clone(),
            docs,
            krate: header.krate.clone(),
            words: self.words.into_iter().map(|(_, word)| word).collect(),
            unknown: Some(unknown),
            expects_more: false,
            has_arrows: self.has_arrows,
            status_names: None,
            generated: true,
        };
        Some(Lifecycle {
            member: self.member,
            statuses,
            view,
        })
    }
}

fn sighted((place, word): &(u16, Word)) -> Sighted {
    Sighted {
        variant: word.ident.clone(),
        name: word.ident.clone(),
        told: word.wire.clone(),
        docs: word.docs.clone(),
        ended: word.terminal,
        status: OneStatus::Place(*place),
    }
}

fn enum_name(header: &Header, field: &Field, errors: &mut Errors) -> Option<Ident> {
    let name = bare_name(without_option(field.ty));
    if name.is_none() {
        let suggested = format_ident!("{}Status", header.ident);
        let message = format!(
            "`status` makes the enum that the field's type names; name a new one, such as `{suggested}`"
        );
        errors.push(syn::Error::new_spanned(field.ty, message));
    }
    name.cloned()
}

fn words(entries: &[StatusEntry], has_arrows: bool, errors: &mut Errors) -> Vec<(u16, Word)> {
    let mut names = WireNames::new("status");
    let mut variants = Claims::default();
    let _ = variants.claim(UNKNOWN, Span::call_site());
    let mut word = |(place, entry): (u16, &StatusEntry)| {
        let VariantAttrs {
            rename,
            alias,
            unknown,
            next: arrow,
            when,
        } = &entry.attrs;
        if let Some(key) = arrow.key() {
            let message =
                "in a table, what may follow stands behind an arrow; write `queued => running`";
            errors.at(key.span(), message);
        }
        refuse(when, "a variant of a union", errors);
        if let Some(key) = unknown.key() {
            let message = "a status table makes its own variant `Unknown`; remove `unknown`";
            errors.at(key.span(), message);
        }
        let text = entry.word.text.clone();
        let wire = rename.value().map_or(text, LitStr::value);
        let told = errors.count();
        names.claim_all(&wire, entry.word.span, rename, alias, errors);
        let ident = variant(&entry.word, entry.variant.as_ref(), errors);
        let is_told = errors.count() > told;
        let next = next(entries, entry.arrow.as_ref(), errors);
        let ident = ident?;
        let is_new = match is_told {
            false => claim_variant(&ident, &entry.word.text, &mut variants, errors),
            // Of a word that is there twice, the variant is, too.
            true => variants.claim(ident.to_string(), ident.span()).is_ok(),
        };
        let word = Word {
            ident,
            wire,
            aliases: wire::aliases(alias),
            docs: docs(&entry.docs),
            next,
            terminal: has_arrows && is_end(entry),
        };
        is_new.then_some((place, word))
    };
    (0..).zip(entries).filter_map(&mut word).collect()
}

/// In a table with arrows, a status without one is an end state.
fn is_end(entry: &StatusEntry) -> bool {
    entry.arrow.as_ref().is_none_or(|arrow| arrow.end.is_some())
}

/// The variant of a status: as named with `as`, or else its word in Pascal case.
pub(super) fn variant(
    Spelling { text, span, quoted }: &Spelling,
    named: Option<&Ident>,
    errors: &mut Errors,
) -> Option<Ident> {
    if let Some(ident) = named {
        return Some(ident.clone());
    }
    let derived = Casing::Pascal.apply(text);
    let ident = syn::parse_str::<Ident>(&derived);
    let message = match &ident {
        _ if *quoted => {
            format!("a status in quotes needs a variant's name; write `\"{text}\" as {derived}`")
        }
        Err(_) => format!("`{derived}` cannot name a variant; {}", other_variant(text)),
        Ok(_) => String::new(),
    };
    if !message.is_empty() {
        errors.at(*span, message);
    }
    ident
        .ok()
        .map(|ident| Ident::new(&ident.to_string(), *span))
}

/// Takes the name of a variant, unless it is taken already, and then says so.
pub(super) fn claim_variant(
    ident: &Ident,
    word: &str,
    taken: &mut Claims,
    errors: &mut Errors,
) -> bool {
    let advice = other_variant(word);
    if ident == UNKNOWN {
        let message = format!("the variant `{UNKNOWN}` keeps statuses that nobody knows; {advice}");
        errors.at(ident.span(), message);
        return false;
    }
    let claimed = taken.claim(ident.to_string(), ident.span());
    if let Err(first) = claimed {
        let message = format!("the variant `{ident}` is taken; {advice}");
        errors.twice(ident.span(), first, message);
    }
    claimed.is_ok()
}

/// The places of the statuses that may follow, in the order written.
fn next(entries: &[StatusEntry], arrow: Option<&Arrow>, errors: &mut Errors) -> Vec<u16> {
    let mut claims = Claims::default();
    let mut target = |target: &Spelling| {
        let place = place(entries, &target.text);
        if place.is_none() {
            let what = format!("there is no status `{}` in this table", target.text);
            errors.unknown_at(target.span, &target.text, what, spellings(entries));
        }
        if let Err(first) = claims.claim(target.text.as_str(), target.span) {
            let message = format!("`{}` follows already; remove it here", target.text);
            errors.twice(target.span, first, message);
        }
        place
    };
    let targets = arrow.map_or(&[][..], |arrow| &arrow.targets);
    let next = targets.iter().filter_map(&mut target).collect();
    if let Some(span) = arrow.and_then(|arrow| arrow.end)
        && place(entries, END).is_some()
    {
        let message = "`end` marks an end state; write `\"end\"` for the status of that name";
        errors.at(span, message);
    }
    next
}

fn place(entries: &[StatusEntry], name: &str) -> Option<u16> {
    (0..)
        .zip(entries)
        .find(|(_, entry)| entry.word.text == name)
        .map(|(place, _)| place)
}

fn other_variant(text: &str) -> String {
    format!("write `\"{text}\" as {}Status`", Casing::Pascal.apply(text))
}

fn spellings(entries: &[StatusEntry]) -> impl Iterator<Item = &str> {
    entries.iter().map(|entry| entry.word.text.as_str())
}

#[cfg(test)]
mod tests;
