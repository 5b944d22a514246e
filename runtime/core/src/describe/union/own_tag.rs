//! What tells the variants of a union without a tag apart: the tags that their types have of their own.

use super::{Descriptor, ObjectType, UnionStyle, UnionType, UnionVariant};
use crate::describe::flatten::{is_among, is_same, write};

/// The tag that a type's values bear, so that a union of such types needs none.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum OwnTag {
    /// There is none.
    None,
    /// There is one, in a declaration with mistakes.
    Some,
    /// That of an object, if it has one.
    Object(&'static ObjectType),
    /// That of a union, or those of its variants.
    Union(&'static UnionType),
}

impl OwnTag {
    /// That of what has this descriptor.
    pub const fn of(descriptor: Descriptor) -> Self {
        match descriptor {
            Descriptor::Object(object) => OwnTag::Object(object),
            Descriptor::Union(union) => OwnTag::Union(union),
            Descriptor::OpenEnum(_) | Descriptor::Id(_) => OwnTag::None,
        }
    }

    pub(super) const fn is_none(&self) -> bool {
        match self {
            OwnTag::None => true,
            OwnTag::Object(object) => object.tag.is_none(),
            OwnTag::Some | OwnTag::Union(_) => false,
        }
    }

    /// A number that two tags with a word in common share; 0 where there is more to look at than one word.
    pub(super) const fn digest(&self) -> u64 {
        match self {
            OwnTag::Object(ObjectType { tag: Some(tag), .. }) if tag.former.is_empty() => {
                digest_of(tag.key, tag.word)
            }
            _ => 0,
        }
    }

    /// A word that speaks for the values of both.
    const fn common(&self, other: &OwnTag) -> Option<(&'static str, &'static str)> {
        match self {
            OwnTag::None | OwnTag::Some => None,
            OwnTag::Object(object) => match &object.tag {
                Some(tag) => first(tag.key, tag.word, tag.former, other),
                None => None,
            },
            OwnTag::Union(union) => {
                let mut place = 0;
                while place < union.variants.len() {
                    let variant = &union.variants[place];
                    let common = match (union.style, variant.condition) {
                        (_, Some(_)) => None,
                        (UnionStyle::Own, None) => variant.own_tag.common(other),
                        _ => first(union.tag, variant.word, variant.aliases, other),
                    };
                    if common.is_some() {
                        return common;
                    }
                    place += 1;
                }
                None
            }
        }
    }

    /// Whether a tag with this word is one of these.
    const fn answers(&self, key: &str, word: &str) -> bool {
        match self {
            OwnTag::None | OwnTag::Some => false,
            OwnTag::Object(object) => match &object.tag {
                Some(tag) => {
                    is_same(tag.key, key) && (is_same(tag.word, word) || is_among(word, tag.former))
                }
                None => false,
            },
            OwnTag::Union(union) => {
                let mut place = 0;
                while place < union.variants.len() {
                    if is_answer(union, &union.variants[place], key, word) {
                        return true;
                    }
                    place += 1;
                }
                false
            }
        }
    }
}

/// A number that the same tags share, and that is not 0.
pub(crate) const fn digest_of(key: &str, word: &str) -> u64 {
    digest(key) ^ digest(word).rotate_left(1) | 1
}

/// A number that the same texts share. It has no loop, since a compiler interprets it.
const fn digest(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let length = (bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            length ^ u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(7)
        }
        _ => length,
    }
}

/// The first of these words that speaks for values of the other type, too.
const fn first(
    key: &'static str,
    word: &'static str,
    more: &[&'static str],
    other: &OwnTag,
) -> Option<(&'static str, &'static str)> {
    if other.answers(key, word) {
        return Some((key, word));
    }
    let mut place = 0;
    while place < more.len() {
        if other.answers(key, more[place]) {
            return Some((key, more[place]));
        }
        place += 1;
    }
    None
}

const fn is_answer(union: &UnionType, variant: &UnionVariant, key: &str, word: &str) -> bool {
    match (union.style, variant.condition) {
        (_, Some(_)) => false,
        (UnionStyle::Own, None) => variant.own_tag.answers(key, word),
        _ => {
            is_same(union.tag, key)
                && (is_same(variant.word, word) || is_among(word, variant.aliases))
        }
    }
}

/// Refuses two variants that one tag speaks for, unless one of them asks for more.
///
/// This and what it calls are interpreted by the compiler, only for unions without a tag.
#[track_caller]
pub(super) const fn distinct(variants: &[UnionVariant]) {
    let mut place = 0;
    while place < variants.len() {
        let mut other = 0;
        while other < place {
            let (one, two) = (&variants[other], &variants[place]);
            // Looked at first, since there are as many pairs as the square of the variants.
            let may_be_same = one.digest == two.digest || one.digest == 0 || two.digest == 0;
            if may_be_same
                && one.condition.is_none()
                && two.condition.is_none()
                && let Some((key, word)) = one.own_tag.common(&two.own_tag)
            {
                refuse(one.word, two.word, key, word);
            }
            other += 1;
        }
        place += 1;
    }
}

/// The key of the one member that tells all these variants apart: of the tags of their types, and of the conditions of those of
/// which none is asked.
pub(super) const fn common_key(variants: &[UnionVariant]) -> Option<&'static str> {
    let mut common: Option<&'static str> = None;
    let mut place = 0;
    while place < variants.len() {
        let variant = &variants[place];
        let key = match (variant.own_tag, variant.condition) {
            (OwnTag::Object(ObjectType { tag: Some(tag), .. }), None) => tag.key,
            (OwnTag::None, Some(condition)) => condition.member,
            _ => return None,
        };
        match common {
            Some(common) if !is_same(common, key) => return None,
            _ => common = Some(key),
        }
        place += 1;
    }
    common
}

#[track_caller]
const fn refuse(one: &str, other: &str, key: &str, word: &str) -> ! {
    let mut text = [0; 256];
    let mut end = write(&mut text, 0, "`");
    end = write(&mut text, end, one);
    end = write(&mut text, end, "` and `");
    end = write(&mut text, end, other);
    end = write(&mut text, end, "` have the same tag, `");
    end = write(&mut text, end, key);
    end = write(&mut text, end, "` = `");
    end = write(&mut text, end, word);
    let advice = "`; write `#[api(when(member = value))]` on one of them";
    end = write(&mut text, end, advice);
    match std::str::from_utf8(text.split_at(end).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("two variants of this union have the same tag"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Shape;

    static FILE: ObjectType = ObjectType::new("File", "", &[]).tag("object", "file", &["blob"]);
    static BLOB: ObjectType = ObjectType::new("Blob", "", &[]).tag("object", "blob", &[]);
    static KIND: ObjectType = ObjectType::new("Kind", "", &[]).tag("type", "file", &[]);
    static BARE: ObjectType = ObjectType::new("Bare", "", &[]);
    static INTERNAL: UnionType = UnionType::new(
        "Internal",
        "",
        "object",
        &[
            UnionVariant::new("run", "", Shape::Any),
            UnionVariant::new("step", "", Shape::Any).aliases(&["blob"]),
        ],
    );
    static OWN: UnionType = UnionType::new(
        "Own",
        "",
        "",
        &[UnionVariant::own(
            "A",
            "",
            Shape::Any,
            OwnTag::Object(&BLOB),
        )],
    )
    .style(UnionStyle::Own);

    #[test]
    fn a_word_speaks_for_two_types_or_for_one() {
        let [file, blob, kind, bare] = [&FILE, &BLOB, &KIND, &BARE].map(OwnTag::Object);
        let [internal, own] = [&INTERNAL, &OWN].map(OwnTag::Union);
        for (one, other, common) in [
            (file, blob, Some("blob")),
            (file, kind, None),
            (file, bare, None),
            (file, internal, Some("blob")),
            (file, own, Some("blob")),
            (blob, blob, Some("blob")),
            (internal, kind, None),
            (internal, internal, Some("run")),
            (own, OwnTag::Some, None),
        ] {
            let word = one.common(&other).map(|(_, word)| word);
            assert_eq!(word, common, "{one:?} {other:?}");
            assert_eq!(other.common(&one).is_some(), common.is_some());
        }
        assert!(bare.is_none() && OwnTag::None.is_none() && !file.is_none() && !own.is_none());
    }

    #[test]
    #[should_panic(expected = "`A` and `B` have the same tag, `object` = `blob`; write")]
    fn two_variants_with_one_tag_are_refused() {
        distinct(&[
            UnionVariant::own("A", "", Shape::Any, OwnTag::Object(&FILE)),
            UnionVariant::own("B", "", Shape::Any, OwnTag::Object(&BLOB)),
        ]);
    }

    #[test]
    fn a_digest_is_only_the_first_look() {
        static ADDED: ObjectType =
            ObjectType::new("Added", "", &[]).tag("type", "response.text.part.added", &[]);
        static OTHER: ObjectType =
            ObjectType::new("Other", "", &[]).tag("type", "response.code.part.added", &[]);
        static LATER: ObjectType =
            ObjectType::new("Later", "", &[]).tag("type", "response.text.part.ended", &[]);
        let [added, other, later] = [&ADDED, &OTHER, &LATER].map(OwnTag::Object);
        assert_eq!(added.digest(), other.digest());
        assert_ne!(added.digest(), later.digest());
        // More words than one, or none that is known here: never left out.
        for tag in [OwnTag::Object(&FILE), OwnTag::Union(&OWN), OwnTag::Some] {
            assert_eq!(tag.digest(), 0, "{tag:?}");
        }
        distinct(&[
            UnionVariant::own("A", "", Shape::Any, added),
            UnionVariant::own("B", "", Shape::Any, other),
            UnionVariant::own("C", "", Shape::Any, later),
        ]);
    }

    #[test]
    fn a_key_is_common_where_all_have_it() {
        let own = |tag| UnionVariant::own("A", "", Shape::Any, tag);
        let [file, blob, kind] = [&FILE, &BLOB, &KIND].map(|of| own(OwnTag::Object(of)));
        let bare = UnionVariant::new("A", "", Shape::Any);
        let nested = own(OwnTag::Union(&INTERNAL));
        assert_eq!(common_key(&[file, blob]), Some("object"));
        assert_eq!(common_key(&[file, blob, kind]), None);
        assert_eq!(common_key(&[file, bare]), None);
        assert_eq!(common_key(&[file, nested]), None);
        assert_eq!(common_key(&[]), None);
    }

    #[test]
    fn a_condition_tells_them_apart() {
        distinct(&[
            UnionVariant::own("A", "", Shape::Any, OwnTag::Object(&FILE)),
            UnionVariant::own("B", "", Shape::Any, OwnTag::Object(&BLOB))
                .when("deleted", &["true"]),
        ]);
    }
}
