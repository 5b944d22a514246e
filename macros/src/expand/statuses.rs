//! Statuses in rules: sets of them, and the names that an enum of statuses has for its own.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::{blamed, made_of, rules};
use crate::model::{Header, OpenEnum, Said, SharedName, SharedSet, SharedStatus, StatusSet, Word};

/// A set of statuses: by places, or by bits that only the compiler knows.
pub(super) fn set(set: &StatusSet) -> TokenStream {
    match set {
        StatusSet::Places(places) if !set.has_bits() => {
            let places = rules::places(places);
            quote!(__rt::Statuses::of_places(&[#(#places),*]))
        }
        _ => {
            let bits = union(std::iter::once(set));
            quote!(__rt::Statuses::of_bits(#bits))
        }
    }
}

/// All statuses of some sets as a bit for each; they have one.
pub(super) fn union<'a>(sets: impl Iterator<Item = &'a StatusSet>) -> TokenStream {
    let mut own = 0_u64;
    let mut bits = Vec::new();
    for set in sets {
        match set {
            StatusSet::Places(places) => {
                own = places.iter().fold(own, |set, place| set | 1 << place);
            }
            StatusSet::Shared(set) => bits.push(shared(set)),
        }
    }
    match bits.is_empty() {
        true => Literal::u64_unsuffixed(own).into_token_stream(),
        false => quote!(#(#bits)|*),
    }
}

// Expands to:
// <<StepStatus as __rt::StatusEnum>::Named>::completed as __rt::u64 | …
// A name that is not there is answered by the compiler, at the name, and with the nearest one.
fn shared(set: &SharedSet) -> TokenStream {
    let ty = &set.ty;
    let all = quote!(<#ty as __rt::StatusEnum>::ALL);
    let bits = set.names.iter().map(|SharedName { said, negated }| {
        let bit = |name: &Ident| {
            let span = blamed(name);
            let mut name = name.clone();
            name.set_span(span);
            quote_spanned!(span=> <<#ty as __rt::StatusEnum>::Named>::#name as __rt::u64)
        };
        let once = |name: &Ident, of: TokenStream| {
            let bit = bit(name);
            quote_spanned!(blamed(name)=> __rt::#of(<#ty as __rt::StatusEnum>::STATUSES, #bit))
        };
        let bits = match said {
            Said::Status(name) => bit(name),
            Said::After(name) => once(name, quote!(only_after)),
            Said::Before(name) => once(name, quote!(never_after)),
            Said::Active(span) => quote_spanned!(*span=> <#ty as __rt::ActiveStatuses>::BITS),
            Said::Ended(span) => quote_spanned!(*span=> <#ty as __rt::EndedStatuses>::BITS),
        };
        match negated {
            false => bits,
            true => quote!((#all & !(#bits))),
        }
    });
    let bits = quote!(#(#bits)|*);
    match set.negated {
        false => bits,
        true => quote!(#all & !(#bits)),
    }
}

// Expands to:
// type __Statuses = __rt::Sound<StepStatus, { <StepStatus as __rt::StatusEnum>::ALL == 0 }>;
/// What the object's code calls the enum, where nothing is generic. It is no type if the enum is none of statuses: of the names that
/// rules say, a compiler says nothing then.
pub(super) fn alias(header: &Header<'_>, status: &SharedStatus<'_>) -> Option<TokenStream> {
    let ty = &status.ty;
    let is_plain = header.generics.params.is_empty();
    is_plain.then(
        || quote!(type __Statuses = __rt::Sound<#ty, { <#ty as __rt::StatusEnum>::ALL == 0 }>;),
    )
}

/// The lifecycle of an object whose statuses stand elsewhere.
pub(super) fn lifecycle(status: &SharedStatus<'_>) -> TokenStream {
    let SharedStatus {
        member,
        ty,
        view: _,
    } = status;
    let member = Literal::usize_unsuffixed(*member);
    quote!(__rt::Lifecycle { member: #member, statuses: <#ty as __rt::StatusEnum>::STATUSES })
}

// Expands to:
// const _: () = { pub enum Statuses { completed = 2, … } impl __rt::StatusEnum for E { type Named = #all_of_them; … } };
/// What objects see of the statuses that they share: a name for each, which is its bit, and the two groups.
pub(super) fn named(words: &OpenEnum) -> Option<TokenStream> {
    let (ident, names) = (&words.ident, words.status_names.as_ref()?);
    let bits = || (0..64).map(|place| 1_u64 << place);
    let variants = names.iter().zip(bits()).map(|(name, bit)| {
        let bit = Literal::u64_unsuffixed(bit);
        let name = made_of(name);
        quote!(#name = #bit)
    });
    let all = Literal::u64_unsuffixed(bits().take(names.len()).fold(0, |all, bit| all | bit));
    let groups = groups(words, names);
    // The compiler says this name of a status that is misspelled; the user's own enum may have it, too.
    let all_of_them = match *ident == "Statuses" {
        true => quote!(__Statuses),
        false => quote!(Statuses),
    };
    Some(quote! {
        const _: () = {
            #[repr(u64)]
            pub enum #all_of_them { #(#variants),* }
            impl __rt::StatusEnum for #ident {
                const STATUSES: &'static __rt::EnumType = &__WORDS;
                const ALL: __rt::u64 = #all;
                type Named = #all_of_them;
            }
            #groups
        };
    })
}

/// `active` and `ended`: groups where there are arrows; but a status may have such a name, and is meant then.
fn groups(words: &OpenEnum, names: &[Ident]) -> TokenStream {
    let ident = &words.ident;
    let group = |name: &str, of: TokenStream, terminal: bool| {
        let is_named = names.iter().any(|known| known == name);
        let statuses = words.words.iter().zip(names).zip(0..64);
        let in_group = |word: &Word, known: &Ident| match is_named {
            true => known == name,
            false => word.terminal == terminal,
        };
        let bits = statuses
            .filter(|((word, known), _)| in_group(word, known))
            .fold(0_u64, |bits, (_, place)| bits | 1 << place);
        let bits = Literal::u64_unsuffixed(bits);
        (is_named || words.has_arrows).then(|| {
            quote! {
                impl __rt::#of for #ident {
                    const BITS: __rt::u64 = #bits;
                }
            }
        })
    };
    let active = group("active", quote!(ActiveStatuses), false);
    let ended = group("ended", quote!(EndedStatuses), true);
    quote!(#active #ended)
}
