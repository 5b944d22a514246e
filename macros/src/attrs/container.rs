//! Keys on a struct or an enum.

use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{LitStr, Path, Token, WherePredicate, token};

use super::rules::{Asked, Choice, Rules};
use super::values::{NameOrNone, assigned, many_texts, name_or_none, parens, text, texts, word};
use super::{Keys, Row, Slot, read_list};
use crate::errors::Errors;

#[derive(Default)]
pub(crate) struct ContainerAttrs {
    pub(crate) object: Slot<ObjectCall>,
    pub(crate) tag: Slot<TagCall>,
    pub(crate) content: Slot<LitStr>,
    pub(crate) keyed: Slot<()>,
    pub(crate) untagged: Slot<()>,
    pub(crate) former: Slot<Vec<LitStr>>,
    pub(crate) id: Slot<Vec<LitStr>>,
    pub(crate) rename_all: Slot<Casing>,
    pub(crate) view: Slot<NameOrNone>,
    /// On an enum: there are no other words.
    pub(crate) closed: Slot<()>,
    /// On an enum: its words are statuses.
    pub(crate) status: Slot<()>,
    pub(crate) krate: Slot<Path>,
    pub(crate) bound: Slot<Vec<WherePredicate>>,
    pub(crate) debug: Slot<()>,
    /// `check`, `len`, `pattern`, `starts_with`, `format` and `note(...)`.
    pub(crate) rules: Rules,
}

/// `object = "word"`, or `object("word", optional)`.
pub(crate) struct ObjectCall {
    pub(crate) word: LitStr,
    pub(crate) optional: bool,
}

/// `tag`, `tag = "type"`, or `tag(key = "type", word = "wandb")`.
pub(crate) enum TagCall {
    Own,
    Key(LitStr),
    Constant {
        key: LitStr,
        word: LitStr,
        optional: bool,
    },
}

/// What stands in `tag(...)`.
#[derive(Default)]
struct ConstantTag {
    key: Slot<LitStr>,
    word: Slot<LitStr>,
    optional: Slot<()>,
}

/// How names on the wire are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Casing {
    Snake,
    Camel,
    Pascal,
    Kebab,
    ScreamingSnake,
    ScreamingKebab,
    Lower,
    Upper,
}

const CASINGS: &[(&str, Casing)] = &[
    ("snake_case", Casing::Snake),
    ("camelCase", Casing::Camel),
    ("PascalCase", Casing::Pascal),
    ("kebab-case", Casing::Kebab),
    ("SCREAMING_SNAKE_CASE", Casing::ScreamingSnake),
    ("SCREAMING-KEBAB-CASE", Casing::ScreamingKebab),
    ("lowercase", Casing::Lower),
    ("UPPERCASE", Casing::Upper),
];

impl Keys for ContainerAttrs {
    const PLACE: &'static str = "on the struct or enum";
    const TABLE: &'static [Row<Self>] = &[
        Row {
            key: "object",
            form: "`object = \"word\"`, or `object(\"word\", optional)` where it may be absent",
            read: |attrs, key, input, errors| attrs.object.fill(key, object(input), errors),
        },
        Row {
            key: "tag",
            form: "`tag = \"key\"` or `tag` alone on an enum, `tag(key = \"key\", word = \"word\")` on a struct",
            read: |attrs, key, input, errors| {
                let tag = tag(input, errors);
                attrs.tag.fill_told(key, tag, errors)
            },
        },
        Row {
            key: "content",
            form: "`content = \"key\"`",
            read: |attrs, key, input, errors| attrs.content.fill(key, text(input), errors),
        },
        Row {
            key: "keyed",
            form: "`keyed`, without a value",
            read: |attrs, key, _, errors| attrs.keyed.fill(key, Ok(()), errors),
        },
        Row {
            key: "untagged",
            form: "`untagged`, without a value",
            read: |attrs, key, _, errors| attrs.untagged.fill(key, Ok(()), errors),
        },
        Row {
            key: "former",
            form: "`former(\"one\", \"two\")`",
            read: |attrs, key, input, errors| attrs.former.fill(key, many_texts(input), errors),
        },
        Row {
            key: "id",
            form: "`id = \"prefix-\"`, `id(\"one-\", \"two_\")`, or `id` alone, as for a number",
            read: |attrs, key, input, errors| attrs.id.fill(key, prefixes(input), errors),
        },
        Row {
            key: "rename_all",
            form: "`rename_all = \"camelCase\"`",
            read: |attrs, key, input, errors| {
                let casing = text(input).map(|text| casing(&text, errors));
                attrs.rename_all.fill_told(key, casing, errors)
            },
        },
        Row {
            key: "view",
            form: "`view = Name` or `view = false`",
            read: |attrs, key, input, errors| attrs.view.fill(key, name_or_none(input), errors),
        },
        Row {
            key: "closed",
            form: "`closed`, without a value",
            read: |attrs, key, _, errors| attrs.closed.fill(key, Ok(()), errors),
        },
        Row {
            key: "status",
            form: "`status` alone on an enum, and `next = completed | failed` on its variants",
            read: |attrs, key, _, errors| attrs.status.fill(key, Ok(()), errors),
        },
        Row {
            key: "crate",
            form: "`crate = path::to::api_object`",
            read: |attrs, key, input, errors| attrs.krate.fill(key, module(input), errors),
        },
        Row {
            key: "bound",
            form: "`bound = \"T: Trait, U: Trait\"`",
            read: |attrs, key, input, errors| attrs.bound.fill(key, predicates(input), errors),
        },
        Row {
            key: "debug",
            form: "`debug`, without a value",
            read: |attrs, key, _, errors| attrs.debug.fill(key, Ok(()), errors),
        },
        Row {
            key: "check",
            form: "`check = path::to::function`",
            read: |attrs, key, input, _| {
                attrs.rules.ask(key, Asked::Check(assigned(input)?));
                Ok(())
            },
        },
        Row {
            key: "ensure",
            form: "`ensure(a + b <= total)`",
            read: |attrs, key, input, _| attrs.rules.ensure(key, input),
        },
        Row {
            key: "exactly_one",
            form: "`exactly_one(a, b)`",
            read: |attrs, key, input, _| attrs.rules.choice(key, Choice::Exactly, input),
        },
        Row {
            key: "at_most_one",
            form: "`at_most_one(a, b)`",
            read: |attrs, key, input, _| attrs.rules.choice(key, Choice::AtMost, input),
        },
        Row {
            key: "at_least_one",
            form: "`at_least_one(a, b)`",
            read: |attrs, key, input, _| attrs.rules.choice(key, Choice::AtLeast, input),
        },
        Row {
            key: "len",
            form: "`len(1..=64)`, `len(..=5)` or `len(3)`",
            read: |attrs, key, input, errors| attrs.rules.of_text(key, input, errors),
        },
        Row {
            key: "starts_with",
            form: "`starts_with(\"https://\")` or `starts_with(\"gs://\", \"s3://\")`",
            read: |attrs, key, input, errors| attrs.rules.of_text(key, input, errors),
        },
        Row {
            key: "format",
            form: "`format(uri)` or `format(email)`",
            read: |attrs, key, input, errors| attrs.rules.of_text(key, input, errors),
        },
        Row {
            key: "pattern",
            form: "`pattern(\"^[a-z]+$\")`",
            read: |attrs, key, input, errors| attrs.rules.of_text(key, input, errors),
        },
        Row {
            key: "note",
            form: "`note(...)` around rules, such as `note(check = path::to::function)`",
            read: |attrs, _, input, errors| attrs.rules.note(input, errors),
        },
    ];
}

impl Keys for ConstantTag {
    const PLACE: &'static str = "in `tag(...)`";
    const TABLE: &'static [Row<Self>] = &[
        Row {
            key: "key",
            form: "`key = \"key\"`",
            read: |tag, key, input, errors| tag.key.fill(key, text(input), errors),
        },
        Row {
            key: "word",
            form: "`word = \"word\"`",
            read: |tag, key, input, errors| tag.word.fill(key, text(input), errors),
        },
        Row {
            key: "optional",
            form: "`optional`, without a value",
            read: |tag, key, _, errors| tag.optional.fill(key, Ok(()), errors),
        },
    ];
}

/// What follows `object`: `= "word"`, or `("word", optional)`.
fn object(input: ParseStream) -> syn::Result<ObjectCall> {
    if !input.peek(token::Paren) {
        return text(input).map(|word| ObjectCall {
            word,
            optional: false,
        });
    }
    parens(input, |inside| {
        let object = inside.parse()?;
        inside.parse::<Token![,]>()?;
        word(inside, "optional")?;
        Ok(ObjectCall {
            word: object,
            optional: true,
        })
    })
}

/// What follows `id`: prefixes, or nothing.
pub(super) fn prefixes(input: ParseStream) -> syn::Result<Vec<LitStr>> {
    match input.is_empty() || input.peek(Token![,]) {
        true => Ok(Vec::new()),
        false => texts(input),
    }
}

/// `None` where the mistakes inside were told.
fn tag(input: ParseStream, errors: &mut Errors) -> syn::Result<Option<TagCall>> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(Some(TagCall::Own));
    }
    if input.peek(Token![=]) {
        return text(input).map(TagCall::Key).map(Some);
    }
    let told = errors.count();
    let mut tag = ConstantTag::default();
    parens(input, |inside| {
        if inside.peek(LitStr) {
            return Err(inside.error("expected a `key`"));
        }
        read_list(&mut tag, inside, errors);
        let optional = tag.optional.given().is_some();
        match (tag.key.take(), tag.word.take()) {
            (Some(key), Some(word)) => Ok(Some(TagCall::Constant {
                key,
                word,
                optional,
            })),
            _ if errors.count() > told => Ok(None),
            (None, _) => Err(inside.error("expected a `key`")),
            (_, None) => Err(inside.error("expected a `word`")),
        }
    })
}

/// `= "T: Trait, U: Trait"`, which may say nothing.
fn predicates(input: ParseStream) -> syn::Result<Vec<WherePredicate>> {
    let list = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
    let predicates = text(input)?.parse_with(list)?;
    Ok(predicates.into_iter().collect())
}

fn module(input: ParseStream) -> syn::Result<Path> {
    input.parse::<Token![=]>()?;
    let path = input.call(Path::parse_mod_style)?;
    let names_type = |segment: &&syn::PathSegment| segment.ident == "Self";
    match path.segments.iter().find(names_type) {
        Some(segment) => Err(syn::Error::new(segment.ident.span(), "expected identifier")),
        None => Ok(path),
    }
}

fn casing(spelled: &LitStr, errors: &mut Errors) -> Option<Casing> {
    let text = spelled.value();
    let found = CASINGS.iter().find(|(name, _)| *name == text);
    if found.is_none() {
        let known = CASINGS.iter().map(|(name, _)| *name);
        let what = format!("there is no casing `{text}`");
        errors.unknown_at(spelled.span(), &text, what, known);
    }
    found.map(|(_, casing)| *casing)
}
