//! What rules say of other members: `other = word | word`, `a + b <= total`, `a.b`.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{LitInt, LitStr, Token};

use super::null_like::{Value, value};

/// `collection_method = send_invoice | charge`.
pub(crate) struct Condition {
    pub(crate) member: Ident,
    /// Whether it is `!=`.
    pub(crate) negated: bool,
    pub(crate) values: Vec<Value>,
}

/// `completed + failed <= total`.
pub(crate) struct Comparison {
    pub(crate) left: Vec<Term>,
    pub(crate) relation: Relation,
    pub(crate) right: Vec<Term>,
}

#[derive(Clone, Copy)]
pub(crate) enum Relation {
    Equal,
    AtMost,
    Less,
    AtLeast,
    More,
}

/// `total`, `2 * total` or `2`.
pub(crate) struct Term {
    pub(crate) times: i64,
    pub(crate) member: Option<Ident>,
}

impl Parse for Condition {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let member = input
            .call(Ident::parse_any)
            .map_err(|e| syn::Error::new(e.span(), "expected a field"))?;
        let negated = input.parse::<Option<Token![!=]>>()?.is_some();
        if !negated {
            input.parse::<Token![=]>()?;
        }
        let mut values = vec![word_or_value(input)?];
        while input.parse::<Option<Token![|]>>()?.is_some() {
            values.push(word_or_value(input)?);
        }
        Ok(Condition {
            member,
            negated,
            values,
        })
    }
}

const NULL: &str = "nothing is asked where the other field is null, but by \
                    `at_least_one(...)` and `exactly_one(...)` on the struct";

/// A word may stand without quotes.
fn word_or_value(input: ParseStream) -> syn::Result<Value> {
    let is_word = input.peek(Ident::peek_any) && !input.peek(syn::LitBool);
    match is_word {
        true => {
            let word = input.call(Ident::parse_any)?;
            match word == "null" {
                // As a word it would be a condition that never holds.
                true => Err(syn::Error::new(word.span(), NULL)),
                false => Ok(Value::Text(word.unraw().to_string())),
            }
        }
        false => value(input),
    }
}

impl Parse for Comparison {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        Ok(Comparison {
            left: sum(input)?,
            relation: input.parse()?,
            right: sum(input)?,
        })
    }
}

fn sum(input: ParseStream) -> syn::Result<Vec<Term>> {
    let mut terms = vec![input.parse()?];
    while input.parse::<Option<Token![+]>>()?.is_some() {
        terms.push(input.parse()?);
    }
    Ok(terms)
}

impl Parse for Relation {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.parse::<Option<Token![==]>>()?.is_some() {
            Ok(Relation::Equal)
        } else if input.parse::<Option<Token![<=]>>()?.is_some() {
            Ok(Relation::AtMost)
        } else if input.parse::<Option<Token![>=]>>()?.is_some() {
            Ok(Relation::AtLeast)
        } else if input.parse::<Option<Token![<]>>()?.is_some() {
            Ok(Relation::Less)
        } else if input.parse::<Option<Token![>]>>()?.is_some() {
            Ok(Relation::More)
        } else {
            Err(input.error("expected `==`, `<=`, `<`, `>=` or `>`"))
        }
    }
}

impl Parse for Term {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut times = 1;
        if input.peek(LitInt) {
            times = input.parse::<LitInt>()?.base10_parse()?;
            if input.parse::<Option<Token![*]>>()?.is_none() {
                return Ok(Term {
                    times,
                    member: None,
                });
            }
        }
        let member = input
            .call(Ident::parse_any)
            .map_err(|e| syn::Error::new(e.span(), "expected a field or a whole number"))?;
        Ok(Term {
            times,
            member: Some(member),
        })
    }
}

/// `(a, b, c)`, without its brackets: two fields or more.
pub(super) fn members(input: ParseStream) -> syn::Result<Vec<Ident>> {
    let members = input.parse_terminated(Ident::parse_any, Token![,])?;
    match members.len() {
        0 | 1 => Err(input.error("expected two fields or more")),
        _ => Ok(members.into_iter().collect()),
    }
}

/// `a`, or `a.b.c`: a field of this object, and wire names of what is below it.
pub(crate) struct MemberPath {
    pub(crate) member: Ident,
    pub(crate) below: Vec<String>,
}

impl Parse for MemberPath {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let member = input
            .call(Ident::parse_any)
            .map_err(|e| syn::Error::new(e.span(), "expected a field"))?;
        let mut below = Vec::new();
        while input.parse::<Option<Token![.]>>()?.is_some() {
            below.push(match input.peek(LitStr) {
                true => input.parse::<LitStr>()?.value(),
                false => {
                    let name = input.call(Ident::parse_any);
                    let name = name.map_err(|e| syn::Error::new(e.span(), "expected a member"))?;
                    name.unraw().to_string()
                }
            });
        }
        Ok(MemberPath { member, below })
    }
}
