//! `Self` in the types of members, by its name: what is made of them stands outside of the type, too.

use proc_macro2::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Data, DeriveInput, Field, Generics};

/// Names the type in the place of each `Self` among the types of its members.
pub(crate) fn name_self(input: &mut DeriveInput) {
    let receiver = Receiver {
        ident: &input.ident,
        generics: &input.generics,
    };
    match &mut input.data {
        Data::Struct(data) => data
            .fields
            .iter_mut()
            .for_each(|field| receiver.in_field(field)),
        Data::Enum(data) => {
            let fields = data
                .variants
                .iter_mut()
                .flat_map(|variant| &mut variant.fields);
            fields.for_each(|field| receiver.in_field(field));
        }
        Data::Union(_) => {}
    }
}

struct Receiver<'a> {
    ident: &'a Ident,
    generics: &'a Generics,
}

impl Receiver<'_> {
    fn in_field(&self, field: &mut Field) {
        let tokens = field.ty.to_token_stream();
        if !names_self(tokens.clone()) {
            return;
        }
        if let Ok(named) = syn::parse2(self.named(tokens)) {
            field.ty = named;
        }
    }

    fn named(&self, tokens: TokenStream) -> TokenStream {
        let mut named = TokenStream::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) if ident == "Self" => {
                    let leads =
                        matches!(tokens.peek(), Some(TokenTree::Punct(p)) if p.as_char() == ':');
                    named.extend(self.name(ident.span(), leads));
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.named(group.stream()));
                    inner.set_span(group.span());
                    named.extend([TokenTree::Group(inner)]);
                }
                other => named.extend([other]),
            }
        }
        named
    }

    /// The type's name, in angle brackets where it leads a path.
    fn name(&self, span: Span, leads_path: bool) -> TokenStream {
        let mut ident = self.ident.clone();
        ident.set_span(span);
        let (_, arguments, _) = self.generics.split_for_impl();
        let mut name = ident.into_token_stream();
        arguments.to_tokens(&mut name);
        if !leads_path {
            return name;
        }
        let bracket = |sign| TokenTree::Punct(Punct::new(sign, Spacing::Alone));
        let mut bracketed = TokenStream::from(bracket('<'));
        bracketed.extend(name);
        bracketed.extend([bracket('>')]);
        bracketed
    }
}

fn names_self(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "Self",
        TokenTree::Group(group) => names_self(group.stream()),
        _ => false,
    })
}
