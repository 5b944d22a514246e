//! Mistakes that a compiler tells of the declaration itself, whatever is made of it: a lifetime that nobody declared, an `impl`
//! or a `_` for a member's type, a type that holds itself as it is, a name that two fields have. The derive says nothing of these, and what it makes says
//! nothing, either: one mistake is one error.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{
    Data, DeriveInput, Fields, GenericArgument, GenericParam, Lifetime, LifetimeParam,
    PathArguments, Token, Type, TypeParamBound, TypePath, WherePredicate, parse_quote,
};

/// Whether a compiler tells such a mistake of this declaration.
pub(crate) fn is_in(input: &mut DeriveInput) -> bool {
    let mut walk = Walk::new(input, Stands::AsItIs);
    walk.over(input);
    walk.found
}

/// The declaration as if it had none of these, for what else there is to say of it.
pub(crate) fn judged(input: &DeriveInput) -> DeriveInput {
    let mut input = input.clone();
    let mut walk = Walk::new(&input, Stands::Declared);
    walk.over(&mut input);
    for lifetime in walk.undeclared.into_iter().rev() {
        let param = GenericParam::Lifetime(LifetimeParam::new(lifetime));
        input.generics.params.insert(0, param);
    }
    input
}

/// The declaration with types that a compiler has nothing to say of, for the names that the rest of the crate may use.
pub(crate) fn inert(input: &DeriveInput) -> DeriveInput {
    let mut input = input.clone();
    Walk::new(&input, Stands::Inert).over(&mut input);
    input
}

/// Whether a member's type is one of which no value is ever lent by itself.
pub(crate) fn is_unsized(ty: &Type) -> bool {
    match ty {
        Type::Paren(inner) => is_unsized(&inner.elem),
        Type::Group(inner) => is_unsized(&inner.elem),
        Type::TraitObject(_) | Type::Slice(_) => true,
        Type::Path(path) => path.qself.is_none() && path.path.is_ident("str"),
        _ => false,
    }
}

/// Whether a type is this one, as it is.
pub(crate) fn is_own(ty: &Type, own: &Ident) -> bool {
    match ty {
        Type::Paren(inner) => is_own(&inner.elem, own),
        Type::Group(inner) => is_own(&inner.elem, own),
        Type::Path(path) if path.qself.is_none() && path.path.leading_colon.is_none() => {
            let mut segments = path.path.segments.iter();
            let first = segments.next().is_some_and(|first| first.ident == *own);
            first && segments.next().is_none()
        }
        _ => false,
    }
}

/// What stands in the place of a mistake.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    AsItIs,
    /// A lifetime that will be declared, or a type of which nothing is known.
    Declared,
    /// A lifetime or a type that there is everywhere.
    Inert,
}

struct Walk {
    own: Ident,
    lifetimes: Vec<Lifetime>,
    stands: Stands,
    found: bool,
    undeclared: Vec<Lifetime>,
}

impl Walk {
    fn new(input: &DeriveInput, stands: Stands) -> Self {
        let lifetimes = input.generics.lifetimes();
        Walk {
            own: input.ident.clone(),
            lifetimes: lifetimes.map(|param| param.lifetime.clone()).collect(),
            stands,
            found: false,
            undeclared: Vec::new(),
        }
    }

    fn over(&mut self, input: &mut DeriveInput) {
        for param in &mut input.generics.params {
            match param {
                GenericParam::Lifetime(param) => {
                    param.bounds.iter_mut().for_each(|a| self.named(a));
                }
                GenericParam::Type(param) => self.bounds(param.bounds.iter_mut()),
                GenericParam::Const(_) => {}
            }
        }
        for predicate in input
            .generics
            .where_clause
            .iter_mut()
            .flat_map(|w| &mut w.predicates)
        {
            match predicate {
                WherePredicate::Lifetime(predicate) => {
                    self.named(&mut predicate.lifetime);
                    predicate.bounds.iter_mut().for_each(|a| self.named(a));
                }
                WherePredicate::Type(predicate) => self.bounds(predicate.bounds.iter_mut()),
                _ => {}
            }
        }
        match &mut input.data {
            Data::Struct(data) => {
                if let Fields::Named(fields) = &mut data.fields {
                    self.once(&mut fields.named, |field| field.ident.as_ref());
                }
                let last = data.fields.len();
                for (place, field) in (1..).zip(&mut data.fields) {
                    self.field(&mut field.ty, place == last);
                }
            }
            Data::Enum(data) => {
                self.once(&mut data.variants, |variant| Some(&variant.ident));
                let fields = data.variants.iter_mut().flat_map(|v| &mut v.fields);
                fields.for_each(|field| self.field(&mut field.ty, false));
            }
            Data::Union(_) => {}
        }
    }

    /// What has a name that no other has.
    fn once<T>(&mut self, all: &mut Punctuated<T, Token![,]>, name: fn(&T) -> Option<&Ident>) {
        let mut seen = HashSet::new();
        let mut is_first = |one: &T| name(one).is_none_or(|name| seen.insert(name.unraw()));
        let first: Vec<bool> = all.iter().map(&mut is_first).collect();
        if first.iter().all(|is_first| *is_first) {
            return;
        }
        self.found = true;
        if self.stands != Stands::AsItIs {
            let kept = std::mem::take(all).into_iter().zip(first);
            *all = kept
                .filter(|(_, is_first)| *is_first)
                .map(|(one, _)| one)
                .collect();
        }
    }

    /// A field's type. The last field of a struct may be unsized for all that a compiler says.
    fn field(&mut self, ty: &mut Type, may_be_unsized: bool) {
        match is_unsized(ty) {
            true if may_be_unsized => {}
            true => self.stand_in(ty),
            false if is_own(ty, &self.own) => self.stand_in(ty),
            false => self.ty(ty),
        }
    }

    fn ty(&mut self, ty: &mut Type) {
        match ty {
            Type::Infer(_) | Type::ImplTrait(_) => self.stand_in(ty),
            Type::Paren(inner) => self.ty(&mut inner.elem),
            Type::Group(inner) => self.ty(&mut inner.elem),
            Type::Array(list) => self.ty(&mut list.elem),
            Type::Slice(list) => self.ty(&mut list.elem),
            Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(|ty| self.ty(ty)),
            Type::Reference(reference) => {
                match &mut reference.lifetime {
                    Some(lifetime) => self.lifetime(lifetime),
                    none => self.left_out(none, reference.and_token.span),
                }
                self.ty(&mut reference.elem);
            }
            Type::Path(path) => self.path(path),
            _ => {}
        }
    }

    fn path(&mut self, path: &mut TypePath) {
        if let Some(qself) = &mut path.qself {
            self.ty(&mut qself.ty);
        }
        for segment in &mut path.path.segments {
            let PathArguments::AngleBracketed(list) = &mut segment.arguments else {
                continue;
            };
            for argument in &mut list.args {
                match argument {
                    GenericArgument::Lifetime(lifetime) => self.lifetime(lifetime),
                    GenericArgument::Type(ty) => self.ty(ty),
                    GenericArgument::AssocType(one) => self.ty(&mut one.ty),
                    _ => {}
                }
            }
        }
    }

    fn bounds<'b>(&mut self, bounds: impl Iterator<Item = &'b mut TypeParamBound>) {
        for bound in bounds {
            if let TypeParamBound::Lifetime(lifetime) = bound {
                self.named(lifetime);
            }
        }
    }

    fn stand_in(&mut self, ty: &mut Type) {
        self.found = true;
        match self.stands {
            Stands::AsItIs => {}
            Stands::Declared => *ty = parse_quote!(__Told),
            Stands::Inert if is_unsized(ty) || is_own(ty, &self.own) => {}
            Stands::Inert => *ty = parse_quote!(()),
        }
    }

    fn lifetime(&mut self, lifetime: &mut Lifetime) {
        match lifetime.ident == "_" {
            true => {
                let mut named = None;
                self.left_out(&mut named, lifetime.span());
                *lifetime = named.unwrap_or_else(|| lifetime.clone());
            }
            false => self.named(lifetime),
        }
    }

    /// A lifetime that a field cannot leave out.
    fn left_out(&mut self, lifetime: &mut Option<Lifetime>, span: Span) {
        self.found = true;
        if self.stands != Stands::AsItIs {
            let mut named = Lifetime::new("'a", span);
            self.named(&mut named);
            *lifetime = Some(named);
        }
    }

    fn named(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "static" || self.lifetimes.contains(lifetime) {
            return;
        }
        self.found = true;
        match self.stands {
            Stands::AsItIs => {}
            Stands::Declared if self.undeclared.contains(lifetime) => {}
            Stands::Declared => self.undeclared.push(lifetime.clone()),
            Stands::Inert => *lifetime = Lifetime::new("'static", lifetime.span()),
        }
    }
}
