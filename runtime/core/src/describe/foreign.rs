//! Types that only serde knows.

use std::fmt;

use super::Shape;

/// A type that is read and written by its serde implementations.
#[non_exhaustive]
pub struct ForeignType {
    /// The Rust type's name, with its path.
    pub name: fn() -> &'static str,
    /// Why a JSON text is no value of the type; `None` where it is one.
    pub refusal: fn(&str) -> Option<String>,
}

impl ForeignType {
    /// The type's name as it is written where all of it is imported; without the `Option` around it, which null is read as.
    pub fn short_name(&self) -> String {
        let name = (self.name)();
        let inner = name.strip_prefix("core::option::Option<");
        short(
            inner
                .and_then(|inner| inner.strip_suffix('>'))
                .unwrap_or(name),
        )
    }
}

/// A type's name without the paths in it.
fn short(name: &str) -> String {
    let mut out = String::new();
    // Where the path begins that is being read.
    let mut start = 0;
    for c in name.chars() {
        match c {
            ':' => out.truncate(start),
            _ => out.push(c),
        }
        if !c.is_alphanumeric() && !matches!(c, '_' | ':') {
            start = out.len();
        }
    }
    out
}

impl fmt::Debug for ForeignType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str((self.name)())
    }
}

impl Shape {
    /// Whether it is for serde to say why a JSON text is no value of this shape.
    pub(crate) fn is_foreign(&self) -> bool {
        match self {
            Shape::Foreign(_) => true,
            Shape::Nullable(inner) | Shape::NullOrAbsent(inner) => inner.is_foreign(),
            _ => false,
        }
    }

    /// Why a JSON text is no value of this shape, where that is for serde to say.
    #[cold]
    pub(crate) fn refusal(&self, json: &str) -> Option<String> {
        match self {
            Shape::Foreign(foreign) => (foreign.refusal)(json),
            Shape::Nullable(inner) | Shape::NullOrAbsent(inner) => inner.refusal(json),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_paths() {
        assert_eq!(short("url::Url"), "Url");
        assert_eq!(
            short("alloc::vec::Vec<(core::option::Option<a::b_c::D2>, u8)>"),
            "Vec<(Option<D2>, u8)>"
        );
        assert_eq!(short("&[a::B; 4]"), "&[B; 4]");
    }
}
