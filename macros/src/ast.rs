//! What the user wrote: well-formed, and perhaps absurd. Every key keeps its span.

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Path, Type, Visibility};

pub(crate) use crate::attrs::allowed::fields;
pub(crate) use crate::attrs::container::{Casing, ContainerAttrs, ObjectCall, TagCall};
pub(crate) use crate::attrs::field::{FieldAttrs, IdCall, Optional};
pub(crate) use crate::attrs::intervals::{Figure, Interval, Limit, Listed, Number};
pub(crate) use crate::attrs::null_like::{NullLike, Value};
pub(crate) use crate::attrs::relations::{Comparison, Condition, Relation, Term};
pub(crate) use crate::attrs::rules::{
    Asked, Choice, OfValue, RuleCall, Sequence, StatusArg, Wanted,
};
pub(crate) use crate::attrs::status::{Arrow, ListedStatus, Spelling, StatusCall, StatusEntry};
pub(crate) use crate::attrs::values::NameOrNone;
pub(crate) use crate::attrs::variant::{VariantAttrs, When};
pub(crate) use crate::attrs::{Given, Slot};

use crate::attrs::{self, allowed, deprecated};
use crate::errors::Errors;

pub(crate) struct Declaration<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) attrs: ContainerAttrs,
    /// Lints that the declaration allows itself.
    pub(crate) allowed: Vec<Path>,
    pub(crate) docs: Vec<String>,
    pub(crate) shape: Shape<'a>,
}

pub(crate) enum Shape<'a> {
    Struct(Fields<'a>),
    Enum(Vec<Variant<'a>>),
    /// A `union { ... }`, by its keyword.
    RustUnion(Span),
}

/// The fields of a struct or of a variant.
pub(crate) enum Fields<'a> {
    Named(Vec<Field<'a>>),
    /// Their types; a field without a name takes no keys.
    Tuple(Vec<&'a Type>),
    Unit,
}

pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) vis: &'a Visibility,
    pub(crate) ty: &'a Type,
    pub(crate) attrs: FieldAttrs,
    pub(crate) docs: Vec<String>,
    /// The note of `#[deprecated]`, which may be empty.
    pub(crate) deprecated: Option<String>,
}

pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) attrs: VariantAttrs,
    pub(crate) docs: Vec<String>,
    pub(crate) fields: Fields<'a>,
}

impl<'a> Declaration<'a> {
    pub(crate) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Self {
        Declaration {
            input,
            attrs: attrs::read(&input.attrs, errors),
            allowed: allowed::to_expansion(input),
            docs: attrs::docs(&input.attrs),
            shape: Shape::read(&input.data, errors),
        }
    }
}

impl<'a> Shape<'a> {
    fn read(data: &'a Data, errors: &mut Errors) -> Self {
        match data {
            Data::Struct(data) => Shape::Struct(Fields::read(&data.fields, "the struct", errors)),
            Data::Enum(data) => {
                let variants = data.variants.iter();
                Shape::Enum(variants.map(|v| Variant::read(v, errors)).collect())
            }
            Data::Union(data) => Shape::RustUnion(data.union_token.span()),
        }
    }
}

impl<'a> Shape<'a> {
    /// The types of all that is a member, or a variant's value. What only serde knows is none.
    pub(crate) fn member_types(&self) -> Vec<&'a Type> {
        match self {
            Shape::Struct(fields) => fields.member_types(),
            Shape::Enum(variants) => variants
                .iter()
                .flat_map(|v| v.fields.member_types())
                .collect(),
            Shape::RustUnion(_) => Vec::new(),
        }
    }
}

impl<'a> Fields<'a> {
    fn member_types(&self) -> Vec<&'a Type> {
        match self {
            Fields::Named(fields) => {
                let members = fields
                    .iter()
                    .filter(|field| field.attrs.serde.is_absent() && !field.is_phantom());
                members.map(|field| field.ty).collect()
            }
            Fields::Tuple(types) => types.clone(),
            Fields::Unit => Vec::new(),
        }
    }

    fn read(fields: &'a syn::Fields, owner: &str, errors: &mut Errors) -> Self {
        match fields {
            syn::Fields::Named(fields) => {
                let named = fields.named.iter();
                Fields::Named(named.filter_map(|f| Field::read(f, errors)).collect())
            }
            syn::Fields::Unnamed(fields) => {
                let unnamed = fields.unnamed.iter();
                Fields::Tuple(unnamed.map(|f| unkeyed(f, owner, errors)).collect())
            }
            syn::Fields::Unit => Fields::Unit,
        }
    }
}

impl<'a> Field<'a> {
    /// `None` for a field without a name, which does not stand among named ones.
    fn read(field: &'a syn::Field, errors: &mut Errors) -> Option<Self> {
        Some(Field {
            ident: field.ident.as_ref()?,
            vis: &field.vis,
            ty: &field.ty,
            attrs: attrs::read(&field.attrs, errors),
            docs: attrs::docs(&field.attrs),
            deprecated: deprecated::note(&field.attrs),
        })
    }
}

impl Field<'_> {
    /// Whether it is written as a `PhantomData`, which has no value.
    pub(crate) fn is_phantom(&self) -> bool {
        match self.ty {
            Type::Path(path) => {
                let last = path.path.segments.last();
                last.is_some_and(|last| last.ident == "PhantomData")
            }
            _ => false,
        }
    }
}

impl<'a> Variant<'a> {
    fn read(variant: &'a syn::Variant, errors: &mut Errors) -> Self {
        Variant {
            ident: &variant.ident,
            attrs: attrs::read(&variant.attrs, errors),
            docs: attrs::docs(&variant.attrs),
            fields: Fields::read(&variant.fields, "the variant", errors),
        }
    }
}

fn unkeyed<'a>(field: &'a syn::Field, owner: &str, errors: &mut Errors) -> &'a Type {
    let message = format!("a field without a name takes no keys; write them on {owner}");
    attrs::refuse(&field.attrs, &message, errors);
    &field.ty
}
