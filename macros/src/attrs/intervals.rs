//! Numbers, ranges of numbers and lists of values: `1..=50`, `0.0 <..`, `3`, `true`.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Lit, LitBool, LitFloat, LitInt, Token};

/// `1..=50`, `0.0 <..`, or a single number.
pub(crate) struct Interval {
    pub(crate) low: Option<Limit>,
    pub(crate) high: Option<Limit>,
}

#[derive(Clone, Copy)]
pub(crate) struct Limit {
    pub(crate) number: Number,
    pub(crate) included: bool,
    pub(crate) span: Span,
}

/// A number by itself.
#[derive(Clone, Copy)]
pub(crate) struct Figure {
    pub(crate) number: Number,
    pub(crate) span: Span,
}

/// A value among those of `one_of`.
pub(crate) enum Listed {
    Number(Figure),
    Bool(LitBool),
}

#[derive(Clone, Copy)]
pub(crate) enum Number {
    Integer(i128),
    Float(f64),
}

/// A single number is the interval that it alone is in.
pub(super) fn number_or_interval(input: ParseStream) -> syn::Result<Interval> {
    if input.peek(Token![..]) {
        return interval(input);
    }
    let low = limit(input, true)?;
    match input.is_empty() {
        true => Ok(Interval {
            low: Some(low),
            high: Some(low),
        }),
        false => from(low, input),
    }
}

pub(super) fn interval(input: ParseStream) -> syn::Result<Interval> {
    if !input.peek(Token![..]) {
        return from(limit(input, true)?, input);
    }
    let dots = input.span();
    match upper(input)? {
        None => Err(syn::Error::new(dots, "a range needs a bound")),
        high => Ok(Interval { low: None, high }),
    }
}

/// What follows the lower bound: `..`, `..=9`, `<..`, `<..= 9`.
fn from(low: Limit, input: ParseStream) -> syn::Result<Interval> {
    let excluded = input.parse::<Option<Token![<]>>()?.is_some();
    let high = upper(input)?;
    let low = Limit {
        included: !excluded,
        ..low
    };
    Ok(Interval {
        low: Some(low),
        high,
    })
}

fn upper(input: ParseStream) -> syn::Result<Option<Limit>> {
    if input.parse::<Option<Token![..=]>>()?.is_some() {
        return limit(input, true).map(Some);
    }
    input.parse::<Token![..]>()?;
    match input.is_empty() {
        true => Ok(None),
        false => limit(input, false).map(Some),
    }
}

fn limit(input: ParseStream, included: bool) -> syn::Result<Limit> {
    let Figure { number, span } = figure(input)?;
    Ok(Limit {
        number,
        included,
        span,
    })
}

/// `3`, `3.5`, `-1`, `true`, at least one.
pub(super) fn listed(input: ParseStream) -> syn::Result<Vec<Listed>> {
    let one = |input: ParseStream| match input.peek(LitBool) {
        true => input.parse().map(Listed::Bool),
        false if is_number(input) => figure(input).map(Listed::Number),
        false => Err(input.error("expected a number or a boolean")),
    };
    let listed = input.parse_terminated(one, Token![,])?;
    match listed.is_empty() {
        true => Err(input.error("expected a number or a boolean")),
        false => Ok(listed.into_iter().collect()),
    }
}

fn is_number(input: ParseStream) -> bool {
    input.peek(Token![-]) || input.peek(LitInt) || input.peek(LitFloat)
}

pub(super) fn figure(input: ParseStream) -> syn::Result<Figure> {
    let span = input.span();
    let negative = input.parse::<Option<Token![-]>>()?.is_some();
    let number = match input.parse::<Lit>() {
        Ok(Lit::Int(literal)) => integer(literal.base10_parse()?, negative),
        Ok(Lit::Float(literal)) => float(literal.base10_parse()?, negative),
        _ => None,
    };
    match number {
        Some(number) => Ok(Figure { number, span }),
        None => Err(syn::Error::new(span, "expected a number")),
    }
}

fn integer(value: i128, negative: bool) -> Option<Number> {
    Some(Number::Integer(if negative { -value } else { value }))
}

fn float(value: f64, negative: bool) -> Option<Number> {
    let value = if negative { -value } else { value };
    value.is_finite().then_some(Number::Float(value))
}
