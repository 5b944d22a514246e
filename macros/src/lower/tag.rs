//! The constant member that names the type of an object.

use proc_macro2::Span;
use syn::LitStr;

use super::claims::Claims;
use crate::ast::{Given, Slot, TagCall};
use crate::errors::Errors;
use crate::model::Tag;

/// A tag, and the place of its key.
pub(super) struct PlacedTag {
    pub(super) tag: Tag,
    pub(super) span: Span,
}

impl PlacedTag {
    /// A tag that is there, of which no more could be read.
    fn broken(key: &str) -> Self {
        let tag = Tag {
            key: key.to_owned(),
            word: String::new(),
            former: Vec::new(),
        };
        PlacedTag {
            tag,
            span: Span::call_site(),
        }
    }
}

/// Lowers `object`, `tag(...)` and `former(...)`.
pub(super) fn lower(
    object: &Slot<LitStr>,
    tag: &Slot<TagCall>,
    former: &Slot<Vec<LitStr>>,
    errors: &mut Errors,
) -> Option<PlacedTag> {
    if let (Some(object), Some(tag)) = (object.key(), tag.key()) {
        errors.twice(
            tag.span(),
            object.span(),
            "an object has one constant tag; keep `object` or `tag(...)`",
        );
    }
    let current = match (object.given(), tag.given()) {
        (Some(object), _) => Some(("object".to_owned(), object.key.span(), object.value.clone())),
        (None, Some(given)) => constant(given, errors),
        (None, None) if object.is_absent() && tag.is_absent() => {
            needs_tag(former, errors);
            return None;
        }
        (None, None) => None,
    };
    let Some((key, span, word)) = current else {
        let key = if object.is_absent() { "" } else { "object" };
        return Some(PlacedTag::broken(key));
    };
    let tag = Tag {
        key,
        former: former_words(&word, former, errors),
        word: word.value(),
    };
    Some(PlacedTag { tag, span })
}

/// The key, its place, and the word of `tag(key = "type", word = "wandb")`.
fn constant(given: &Given<TagCall>, errors: &mut Errors) -> Option<(String, Span, LitStr)> {
    match &given.value {
        TagCall::Constant { key, word } => Some((key.value(), key.span(), word.clone())),
        TagCall::Own => {
            let message = "on a struct a tag has a key and a word; \
                           write `tag(key = \"type\", word = \"...\")`";
            errors.at(given.key.span(), message);
            None
        }
        TagCall::Key(key) => {
            let form = format!("tag(key = \"{}\", word = \"...\")", key.value());
            let message = format!("on a struct a tag has a word, too; write `{form}`");
            errors.at(given.key.span(), message);
            None
        }
    }
}

fn needs_tag(former: &Slot<Vec<LitStr>>, errors: &mut Errors) {
    if let Some(key) = former.key() {
        errors.at(
            key.span(),
            "`former` lists former words of a tag; write `object = \"...\"`, too",
        );
    }
}

fn former_words(word: &LitStr, former: &Slot<Vec<LitStr>>, errors: &mut Errors) -> Vec<String> {
    let mut claims = Claims::default();
    let former = former.value().map_or(&[][..], Vec::as_slice);
    for word in std::iter::once(word).chain(former) {
        if let Err(first) = claims.claim(word.value(), word.span()) {
            let message = format!("the word `{}` is there already; remove it", word.value());
            errors.twice(word.span(), first, message);
        }
    }
    former.iter().map(LitStr::value).collect()
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::testing::{complaints, object};

    #[test]
    fn tags_have_keys_words_and_former_words() {
        let declared = quote! { #[api(object = "job")] #[api(former("task"))] struct Job {} };
        let tag = object(declared).tag.expect("a tag");
        assert_eq!((tag.key.as_str(), tag.word.as_str()), ("object", "job"));
        assert_eq!(tag.former, ["task"]);
        let declared = quote! { #[api(tag(key = "type", word = "wandb"))] struct Job {} };
        let tag = object(declared).tag.expect("a tag");
        assert_eq!((tag.key.as_str(), tag.word.as_str()), ("type", "wandb"));
    }

    #[test]
    fn half_tags_are_refused() {
        let cases = [
            (
                quote!(tag = "type"),
                "on a struct a tag has a word, too; write `tag(key = \"type\", word = \"...\")`",
            ),
            (
                quote!(tag(key = "type")),
                "unexpected end of input, expected a `word`; write `tag = \"key\"` or `tag` alone on an enum, \
                 `tag(key = \"key\", word = \"word\")` on a struct",
            ),
            (
                quote!(former("task")),
                "`former` lists former words of a tag; write `object = \"...\"`, too",
            ),
        ];
        for (keys, wrong) in cases {
            assert_eq!(complaints(quote! { #[api(#keys)] struct Job {} }), [wrong]);
        }
        assert_eq!(
            complaints(quote! { #[api(object = "job", former("job"))] struct Job {} }),
            [
                "the word `job` is there already; remove it",
                "first given here"
            ]
        );
    }
}
