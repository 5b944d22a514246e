//! What a type surely is, as far as its spelling tells; and how a field of it is lent.

use proc_macro2::Ident;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

use crate::model::Returns;

/// What a type is. Recognised by the last segment of its path; what is not surely known is `Unknown`.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Bool,
    Integer,
    Float,
    UnixSeconds,
    Text,
    List(&'a Type),
    Map(&'a Type),
    Option(&'a Type),
    Boxed(&'a Type),
    Auto(&'a Type),
    Quoted(&'a Type),
    Nullable(&'a Type),
    Secret(&'a Type),
    Reference(&'a Type),
    Unknown,
}

const INTEGERS: &[&str] = &[
    "u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize",
];

/// Scalars of Rust that no member has, and what to write instead.
const STRANGERS: &[(&str, &str)] = &[
    ("char", "JSON has no characters; write `String`"),
    (
        "u128",
        "an integer here has 64 bits; write `u64`, or `RawJson` to keep a larger one",
    ),
    (
        "i128",
        "an integer here has 64 bits; write `i64`, or `RawJson` to keep a larger one",
    ),
];

pub(super) fn kind(ty: &Type) -> Kind<'_> {
    match ty {
        Type::Paren(inner) => kind(&inner.elem),
        Type::Group(inner) => kind(&inner.elem),
        Type::Array(array) => Kind::List(&array.elem),
        Type::Slice(slice) => Kind::List(&slice.elem),
        Type::Reference(reference) => Kind::Reference(&reference.elem),
        Type::Path(path) if path.qself.is_none() => {
            path.path.segments.last().map_or(Kind::Unknown, segment)
        }
        _ => Kind::Unknown,
    }
}

fn segment(segment: &PathSegment) -> Kind<'_> {
    let name = segment.ident.to_string();
    match (name.as_str(), arguments(segment).as_slice()) {
        ("bool", []) => Kind::Bool,
        ("f32" | "f64", []) => Kind::Float,
        ("UnixSeconds", []) => Kind::UnixSeconds,
        ("String" | "str" | "Str", []) | ("Cow", [Type::Path(_)]) => Kind::Text,
        ("Vec" | "Items", [element]) => Kind::List(element),
        ("HashMap" | "BTreeMap" | "OrderedMap", [_, value]) => Kind::Map(value),
        ("Option", [inner]) => Kind::Option(inner),
        ("Box", [inner]) => Kind::Boxed(inner),
        ("Auto", [inner]) => Kind::Auto(inner),
        ("Quoted", [inner]) => Kind::Quoted(inner),
        ("Nullable", [inner]) => Kind::Nullable(inner),
        ("Secret", [inner]) => Kind::Secret(inner),
        (integer, []) if INTEGERS.contains(&integer) => Kind::Integer,
        _ => Kind::Unknown,
    }
}

/// The type arguments of a segment, without lifetimes.
fn arguments(segment: &PathSegment) -> Vec<&Type> {
    let PathArguments::AngleBracketed(list) = &segment.arguments else {
        return Vec::new();
    };
    let types = list.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

/// What rules about the value ask: what is inside `Option`, `Box`, `Auto`, `Quoted` and references.
pub(super) fn value_kind(ty: &Type) -> Kind<'_> {
    match kind(ty) {
        Kind::Option(inner)
        | Kind::Boxed(inner)
        | Kind::Auto(inner)
        | Kind::Quoted(inner)
        | Kind::Nullable(inner)
        | Kind::Secret(inner)
        | Kind::Reference(inner) => value_kind(inner),
        kind => kind,
    }
}

/// Whether nothing in a type is only a name, of which nobody here knows what it stands for.
pub(super) fn is_surely_a_member(ty: &Type) -> bool {
    match value_kind(ty) {
        Kind::List(inner) | Kind::Map(inner) => is_surely_a_member(inner),
        Kind::Unknown => false,
        _ => true,
    }
}

/// Whether a word may stand in the place of the value: `Auto`.
pub(super) fn may_be_a_word(ty: &Type) -> bool {
    match kind(ty) {
        Kind::Auto(_) => true,
        Kind::Option(inner)
        | Kind::Boxed(inner)
        | Kind::Nullable(inner)
        | Kind::Secret(inner)
        | Kind::Reference(inner) => may_be_a_word(inner),
        _ => false,
    }
}

/// What no member has in its type, and what to write instead.
pub(super) fn stranger(ty: &Type) -> Option<(&Type, &'static str)> {
    match ty {
        Type::Path(path) if path.path.is_ident("str") => Some((
            ty,
            "a member owns its text or borrows it; write `String`, or `&'a str` with a lifetime of the type",
        )),
        _ => stranger_within(ty),
    }
}

fn stranger_within(ty: &Type) -> Option<(&Type, &'static str)> {
    if let Some(key) = key_type(ty)
        && let Kind::Bool | Kind::Integer | Kind::Float = kind(key)
    {
        return Some((
            key,
            "the keys of a map are strings; write `String`, or an id",
        ));
    }
    if let Some(advice) = shape_advice(ty) {
        return Some((ty, advice));
    }
    if let Some(advice) = null_twice(ty) {
        return Some((ty, advice));
    }
    match (ty, kind(ty)) {
        (
            _,
            Kind::Option(inner)
            | Kind::List(inner)
            | Kind::Map(inner)
            | Kind::Boxed(inner)
            | Kind::Auto(inner)
            | Kind::Quoted(inner)
            | Kind::Nullable(inner)
            | Kind::Secret(inner)
            | Kind::Reference(inner),
        ) => stranger_within(inner),
        _ => scalar_advice(ty).map(|advice| (ty, advice)),
    }
}

/// What to write instead of a type in which null would stand for two things.
fn null_twice(ty: &Type) -> Option<&'static str> {
    match kind(ty) {
        Kind::Option(inner) => match kind(inner) {
            Kind::Option(_) => Some(
                "null is no `Some(None)` when it is read; write `Nullable<...>`, which tells null from absent, or one `Option`",
            ),
            Kind::Nullable(_) => Some("a `Nullable` may be null already; remove the `Option`"),
            _ => None,
        },
        Kind::Nullable(inner) if matches!(kind(inner), Kind::Option(_) | Kind::Nullable(_)) => {
            Some("a `Nullable` may be null already; write what it holds without an `Option`")
        }
        _ => None,
    }
}

/// What to write instead of what is no type of members by its very form.
fn shape_advice(ty: &Type) -> Option<&'static str> {
    const OWNED: &str = "a list owns its elements here; write `Vec<...>`";
    match ty {
        Type::Tuple(elements) if elements.elems.is_empty() => {
            Some("a member has a value; write its type, or `RawJson`")
        }
        Type::Tuple(_) => {
            Some("a list here has elements of one type; write `Vec<...>`, or `RawJson`")
        }
        Type::Array(_) => Some(
            "the length of a list is no part of its type here; write `Vec<...>` with `#[api(len(...))]`",
        ),
        Type::Slice(_) => Some(OWNED),
        Type::Reference(reference) => match (&reference.mutability, &*reference.elem) {
            (None, elem) if is_named(elem, "str") => None,
            (_, Type::Slice(_)) => Some(OWNED),
            (_, elem) if is_named(elem, "str") => {
                Some("what is borrowed is not written to; write `&str` without `mut`")
            }
            (_, elem) if matches!(kind(elem), Kind::Unknown) => None,
            _ => Some("only text is borrowed here; write the type without `&`"),
        },
        Type::Path(path) if is_named(ty, "Cow") => {
            let last = path.path.segments.last()?;
            matches!(arguments(last).as_slice(), [Type::Slice(_)]).then_some(OWNED)
        }
        Type::FnPtr(_) | Type::TraitObject(_) | Type::Ptr(_) | Type::Never(_) => {
            Some("no JSON tells such a value; write a type that derives `ApiObject`")
        }
        _ => None,
    }
}

/// The type of a map's keys.
fn key_type(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    match (segment(last), arguments(last).as_slice()) {
        (Kind::Map(_), [key, ..]) => Some(key),
        _ => None,
    }
}

fn scalar_advice(ty: &Type) -> Option<&'static str> {
    let ident = bare_name(ty)?;
    let known = STRANGERS.iter().find(|(name, _)| ident == name)?;
    Some(known.1)
}

/// Whether the type is certainly `Copy`, and small.
fn is_copy(ty: &Type) -> bool {
    match kind(ty) {
        Kind::Bool | Kind::Integer | Kind::Float | Kind::UnixSeconds => true,
        Kind::Option(inner) | Kind::Auto(inner) | Kind::Nullable(inner) => is_copy(inner),
        Kind::Quoted(inner) => is_copy(inner),
        Kind::Reference(_) => matches!(ty, Type::Reference(r) if r.mutability.is_none()),
        Kind::Unknown => scalar_advice(ty).is_some(),
        _ => false,
    }
}

/// How a field of this type is lent.
pub(super) fn returns(ty: &Type) -> Returns<'_> {
    match kind(ty) {
        _ if is_copy(ty) => Returns::Copy(ty),
        Kind::Option(inner) => match returns_inside(inner) {
            Returns::Str => Returns::OptionStr,
            Returns::Slice(element) => Returns::OptionSlice(element),
            Returns::Boxed(inner) => Returns::OptionBoxed(inner),
            _ => Returns::OptionRef(inner),
        },
        _ => returns_inside(ty),
    }
}

/// How what an `Option` holds is lent, once it is there.
pub(super) fn returns_inside(inner: &Type) -> Returns<'_> {
    match kind(inner) {
        _ if is_copy(inner) => Returns::Copy(inner),
        Kind::Text if is_named(inner, "String") => Returns::Str,
        Kind::List(element) if is_named(inner, "Vec") => Returns::Slice(element),
        Kind::Boxed(boxed) if is_named(boxed, "str") => Returns::Str,
        Kind::Boxed(boxed) => Returns::Boxed(boxed),
        _ => Returns::Ref(inner),
    }
}

/// The type inside an `Option`, or else the type itself.
pub(super) fn without_option(ty: &Type) -> &Type {
    match kind(ty) {
        Kind::Option(inner) => inner,
        _ => ty,
    }
}

/// Whether the type is written with this name, on whatever path.
pub(super) fn is_named(ty: &Type, name: &str) -> bool {
    match ty {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == name),
        _ => false,
    }
}

/// The type as a bare name, such as `JobStatus`, if that is what it is and no type that everybody knows.
pub(super) fn bare_name(ty: &Type) -> Option<&Ident> {
    match (ty, kind(ty)) {
        (Type::Path(path), Kind::Unknown) if path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    fn told(ty: Type) -> &'static str {
        match returns(&ty) {
            Returns::Copy(_) => "copy",
            Returns::Str => "str",
            Returns::OptionStr => "option str",
            Returns::Slice(_) => "slice",
            Returns::OptionSlice(_) => "option slice",
            Returns::Boxed(_) => "boxed",
            Returns::OptionBoxed(_) => "option boxed",
            Returns::OptionRef(_) => "option ref",
            Returns::Ref(_) => "ref",
        }
    }

    #[test]
    fn fields_are_lent_by_their_spelling() {
        assert_eq!(told(parse_quote!(u64)), "copy");
        assert_eq!(told(parse_quote!(Option<Auto<u32>>)), "copy");
        assert_eq!(told(parse_quote!(Option<Quoted<u64>>)), "copy");
        assert_eq!(told(parse_quote!(Quoted<FileId>)), "ref");
        assert_eq!(told(parse_quote!(Nullable<u32>)), "copy");
        assert_eq!(told(parse_quote!(Nullable<String>)), "ref");
        assert_eq!(told(parse_quote!(Secret<u64>)), "ref");
        assert_eq!(told(parse_quote!(Option<Secret<String>>)), "option ref");
        assert_eq!(told(parse_quote!(api_object::UnixSeconds)), "copy");
        assert_eq!(told(parse_quote!(&'a str)), "copy");
        assert_eq!(told(parse_quote!(std::string::String)), "str");
        assert_eq!(told(parse_quote!(Box<str>)), "str");
        assert_eq!(told(parse_quote!(Option<String>)), "option str");
        assert_eq!(told(parse_quote!(Option<Box<str>>)), "option str");
        assert_eq!(told(parse_quote!(Vec<u8>)), "slice");
        assert_eq!(told(parse_quote!(Option<Vec<FileId>>)), "option slice");
        assert_eq!(told(parse_quote!(Box<Node>)), "boxed");
        assert_eq!(told(parse_quote!(Option<Box<Node>>)), "option boxed");
        assert_eq!(told(parse_quote!(Option<FileId>)), "option ref");
        assert_eq!(told(parse_quote!(Option<Option<String>>)), "option ref");
        assert_eq!(told(parse_quote!(FileId)), "ref");
        assert_eq!(told(parse_quote!(&'a mut str)), "ref");
        assert_eq!(told(parse_quote!(<T as Trait>::Option<u8>)), "ref");
    }
}
