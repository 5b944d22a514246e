//! Unions: enums whose variants hold values of different types.

mod holds;

use proc_macro2::{Ident, Span};
use syn::{Generics, Lit, LitStr};

use super::enums::{expected, keeper, refuse_object_keys, spelled};
use super::no_member::refuse_parameters;
use super::types::{Kind, is_named, kind};
use super::wire::{self, WireNames};
use super::{docs, header, refuse, refuse_rules};
use crate::ast::{
    Casing, ContainerAttrs, Declaration, Fields, Slot, TagCall, Variant, VariantAttrs, When,
};
use crate::errors::Errors;
use crate::model::{Content, Holds, Union, UnionStyle, UnionVariant};
use crate::told;

/// Whether the keys of an enum say that it is a union. A tag alone does not, where all else is an open enum's.
pub(super) fn is_one(decl: &Declaration, variants: &[Variant]) -> bool {
    let attrs = &decl.attrs;
    let says_so = !attrs.tag.is_absent()
        || !attrs.content.is_absent()
        || !attrs.keyed.is_absent()
        || !attrs.untagged.is_absent();
    let keeps_words = variants.iter().any(|variant| match &variant.fields {
        Fields::Tuple(types) => types.iter().any(|ty| is_named(ty, "UnknownValue")),
        _ => false,
    });
    let mut known = variants
        .iter()
        .filter(|v| v.attrs.unknown.given().is_none());
    let holds_nothing = known.all(|variant| matches!(variant.fields, Fields::Unit));
    says_so && !(keeps_words && holds_nothing) && !variants.is_empty()
}

const WORDS: &str = "an enum of words, whose variants hold nothing";

pub(super) fn lower<'a>(
    decl: &Declaration<'a>,
    variants: &[&Variant<'a>],
    unknown: Option<&Variant<'a>>,
    errors: &mut Errors,
) -> Union<'a> {
    let ContainerAttrs {
        object,
        tag: _,
        content: _,
        keyed: _,
        untagged: _,
        former,
        id,
        rename_all,
        view,
        closed,
        status,
        krate: _,
        bound: _,
        debug: _,
        rules,
    } = &decl.attrs;
    refuse(closed, WORDS, errors);
    refuse(status, WORDS, errors);
    refuse_object_keys(object, former, view, id, errors);
    refuse_rules(&rules.calls, errors);
    let style = style(decl, errors);
    let told = style.is_some();
    let style = style.unwrap_or(UnionStyle::Internal(String::new()));
    if !has_words(&style) {
        refuse(rename_all, "a union with words in its tag", errors);
    }
    let mut lowering = Lowering {
        name: &decl.input.ident,
        generics: &decl.input.generics,
        style: &style,
        told,
        casing: rename_all,
        words: WireNames::new("word"),
        conditions: WireNames::new("word and condition"),
    };
    let variants: Vec<_> = variants
        .iter()
        .filter_map(|variant| lowering.variant(variant, errors))
        .collect();
    let expects_more = expected(unknown).is_some();
    let unknown = unknown.map(|variant| keeps(variant, &style, errors));
    Union {
        header: header(decl),
        blank: blank(&variants),
        endless: holds_itself(decl),
        style,
        variants,
        unknown,
        expects_more,
    }
}

/// Names the variant that keeps what no other takes.
fn keeps<'a>(unknown: &Variant<'a>, style: &UnionStyle, errors: &mut Errors) -> &'a Ident {
    if *style != UnionStyle::Untagged {
        return keeper(unknown, "UnknownObject", errors);
    }
    let name = unknown.ident;
    if let Some(span) = expected(Some(unknown)) {
        let message = format!(
            "a variant that holds a `RawJson` takes whatever those before it do not, and nothing is told of it; \
             write `{name}(api_object::RawJson)` behind the others, without `unknown`"
        );
        errors.at(span, message);
    }
    keeper(unknown, "RawJson", errors)
}

fn holds_itself(decl: &Declaration) -> bool {
    let types = decl.shape.member_types();
    types.iter().any(|ty| told::is_own(ty, &decl.input.ident))
}

fn has_words(style: &UnionStyle) -> bool {
    !matches!(style, UnionStyle::Own | UnionStyle::Untagged)
}

/// What tells the variants apart; `None` where that was not told.
fn style(decl: &Declaration, errors: &mut Errors) -> Option<UnionStyle> {
    let ContainerAttrs {
        tag,
        content,
        keyed,
        untagged,
        ..
    } = &decl.attrs;
    if let Some(key) = untagged.key() {
        let others = [tag.key(), content.key(), keyed.key()];
        for other in others.into_iter().flatten() {
            let message = "an untagged union has no tag; keep one of the two";
            errors.twice(other.span(), key.span(), message);
        }
        return Some(UnionStyle::Untagged);
    }
    if let (Some(content), Some(keyed)) = (content.key(), keyed.key()) {
        let message = "a value stands under the tag's word or under one name; \
                       keep `keyed` or `content`";
        errors.twice(content.span(), keyed.span(), message);
    }
    let stray = keyed.key().or(content.key());
    if tag.is_absent() {
        match stray {
            Some(key) => needs_tag(key, errors),
            None => errors.at(
                decl.input.ident.span(),
                "a union says what tells its variants apart; write `#[api(tag = \"type\")]`, \
                 or `#[api(untagged)]`",
            ),
        }
    }
    let given = tag.given()?;
    match &given.value {
        TagCall::Key(tag) => Some(with_key(tag, content, keyed, errors)),
        TagCall::Own => {
            if let Some(key) = stray {
                needs_tag(key, errors);
            }
            Some(UnionStyle::Own)
        }
        TagCall::Constant { .. } => {
            let message =
                "the words of a union's tag stand on its variants; write `tag = \"type\"`";
            errors.at(given.key.span(), message);
            None
        }
    }
}

fn needs_tag(key: &Ident, errors: &mut Errors) {
    let message =
        format!("`{key}` needs the member that has the word; write `tag = \"type\"`, too");
    errors.at(key.span(), message);
}

fn with_key(
    tag: &LitStr,
    content: &Slot<LitStr>,
    keyed: &Slot<()>,
    errors: &mut Errors,
) -> UnionStyle {
    let key = tag.value();
    match (content.value(), keyed.value()) {
        (Some(content), _) => {
            if content.value() == key {
                let message = format!("`{key}` is the tag; choose another name");
                errors.twice(content.span(), tag.span(), message);
            }
            UnionStyle::Adjacent {
                tag: key,
                content: content.value(),
            }
        }
        (None, Some(())) => UnionStyle::Keyed(key),
        (None, None) => UnionStyle::Internal(key),
    }
}

struct Lowering<'l> {
    name: &'l Ident,
    generics: &'l Generics,
    style: &'l UnionStyle,
    /// Whether the style is what was written.
    told: bool,
    casing: &'l Slot<Casing>,
    words: WireNames,
    conditions: WireNames,
}

impl Lowering<'_> {
    /// `None` where the variant has a form that was refused.
    fn variant<'a>(
        &mut self,
        variant: &Variant<'a>,
        errors: &mut Errors,
    ) -> Option<UnionVariant<'a>> {
        let (word, aliases) = self.words(variant, errors);
        self.distinct_from_tag(&word, &aliases, variant.ident.span(), errors);
        let holds = match self.told {
            true => holds::lower(self.name, variant, self.style, (&word, &aliases), errors)?,
            false => holds::guessed(variant)?,
        };
        if let Holds::Object {
            beside: Some(ty), ..
        } = &holds
        {
            refuse_parameters(self.generics, ty, errors);
        }
        Some(UnionVariant {
            ident: variant.ident,
            word,
            aliases,
            docs: docs(&variant.docs),
            when: self.when(variant, &holds, errors),
            holds,
        })
    }

    /// The word of a variant and its aliases. Where the tag has no words, the variant's name stands for it.
    fn words(&mut self, variant: &Variant, errors: &mut Errors) -> (String, Vec<String>) {
        let VariantAttrs {
            rename,
            alias,
            unknown: _,
            when,
            next,
        } = &variant.attrs;
        refuse(next, "an enum of words", errors);
        if !has_words(self.style) {
            for word in rename.value().into_iter().chain(alias) {
                let message = "the variants of this union have no words; remove this one";
                errors.at(word.span(), message);
            }
            return (
                wire::name(&Slot::default(), variant.ident, None),
                Vec::new(),
            );
        }
        match when.value() {
            None => spelled(variant, self.casing, &mut self.words, errors),
            Some(when) => {
                let mut alone = WireNames::new("word");
                let (word, aliases) = spelled(variant, self.casing, &mut alone, errors);
                for value in distinct(&when.values) {
                    let claim = format!("{word}, {} = {}", when.member, json(value));
                    self.conditions.claim(&claim, when.span, errors);
                }
                (word, aliases)
            }
        }
    }

    fn when(
        &self,
        variant: &Variant,
        holds: &Holds,
        errors: &mut Errors,
    ) -> Option<(String, Vec<String>)> {
        let given = variant.attrs.when.given()?;
        let When { member, values, .. } = &given.value;
        if *self.style == UnionStyle::Untagged {
            let message = "`when` stands beside a tag, and an untagged union has none; remove it";
            errors.at(given.key.span(), message);
        }
        // What an object beside the value has is known when that is compiled.
        if let Holds::Object {
            content,
            beside: None,
            extra: None,
        } = holds
        {
            let name = variant.ident;
            let held = content.as_ref().map_or("", |_| "..., ");
            let message = format!(
                "`{name}` has no place for `{member}`, which would be lost; write `{name}({held}Extra)`"
            );
            errors.at(given.key.span(), message);
        }
        for (place, value) in values.iter().enumerate() {
            let mut before = values[..place].iter();
            if let Some(first) = before.find(|known| json(known) == json(value)) {
                let message = "this value is there already; remove it";
                errors.twice(value.span(), first.span(), message);
            }
        }
        Some((
            member.clone(),
            distinct(values).into_iter().map(json).collect(),
        ))
    }

    /// The value of a keyed variant stands beside the tag, so its name is another.
    fn distinct_from_tag(&self, word: &str, aliases: &[String], span: Span, errors: &mut Errors) {
        let UnionStyle::Keyed(tag) = self.style else {
            return;
        };
        if word == tag || aliases.contains(tag) {
            let message = format!(
                "the value of this variant would stand under `{tag}`, which is the tag; \
                 write another word by `rename`"
            );
            errors.at(span, message);
        }
    }
}

/// Values without those that are there already.
fn distinct(values: &[Lit]) -> Vec<&Lit> {
    let mut found: Vec<&Lit> = Vec::new();
    for value in values {
        if !found.iter().any(|known| json(known) == json(value)) {
            found.push(value);
        }
    }
    found
}

/// A literal as JSON.
fn json(value: &Lit) -> String {
    match value {
        Lit::Bool(value) => value.value.to_string(),
        Lit::Int(value) => value.base10_digits().to_owned(),
        Lit::Str(value) => quoted(&value.value()),
        _ => "null".to_owned(),
    }
}

fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c < ' ' => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// The first variant whose blank surely ends, as far as its type is known here.
fn blank(variants: &[UnionVariant]) -> Option<usize> {
    let ends = |variant: &UnionVariant| match &variant.holds {
        Holds::Value(ty)
        | Holds::Object {
            content: Some(Content { ty, .. }),
            ..
        } => !matches!(
            kind(ty),
            Kind::Unknown | Kind::Boxed(_) | Kind::Reference(_)
        ),
        Holds::Object { content: None, .. } => true,
    };
    match variants {
        [_] => Some(0),
        _ => variants.iter().position(ends),
    }
}

#[cfg(test)]
mod tests;
