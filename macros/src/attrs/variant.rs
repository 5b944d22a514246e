//! Keys on a variant, and on an entry of a status table.

use syn::LitStr;

use super::status::Arrow;
use super::values::{text, texts};
use super::{Keys, Row, Slot};

#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) rename: Slot<LitStr>,
    pub(crate) alias: Vec<LitStr>,
    pub(crate) unknown: Slot<()>,
    /// The statuses that may follow this one.
    pub(crate) next: Slot<Arrow>,
}

impl Keys for VariantAttrs {
    const PLACE: &'static str = "on a variant";
    const TABLE: &'static [Row<Self>] = &[
        Row {
            key: "rename",
            form: "`rename = \"word\"`",
            read: |attrs, key, input, errors| attrs.rename.fill(key, text(input), errors),
        },
        Row {
            key: "alias",
            form: "`alias = \"former_word\"` or `alias(\"one\", \"two\")`",
            read: |attrs, _, input, _| {
                attrs.alias.extend(texts(input)?);
                Ok(())
            },
        },
        Row {
            key: "next",
            form: "`next = completed | failed`",
            read: |attrs, key, input, errors| attrs.next.fill(key, Arrow::assigned(input), errors),
        },
        Row {
            key: "unknown",
            form: "`unknown`, without a value",
            read: |attrs, key, _, errors| attrs.unknown.fill(key, Ok(()), errors),
        },
    ];
}
