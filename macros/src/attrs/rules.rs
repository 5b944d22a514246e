//! Rules: what a field asks of its value. They stand on a field, in `note(...)` and in `each(...)`.

use proc_macro2::{Ident, Span};
use syn::parse::ParseStream;
use syn::{Lit, LitStr, Path, Token};

use super::status::Spelling;
use super::values::{assigned, parens};
use super::{Keys, Row, read_list};
use crate::errors::Errors;

/// Rules in the order written.
#[derive(Default)]
pub(crate) struct Rules {
    pub(crate) calls: Vec<RuleCall>,
}

pub(crate) struct RuleCall {
    pub(crate) key: Ident,
    /// Whether it stands in `note(...)`.
    pub(crate) noted: bool,
    pub(crate) asked: Asked,
}

pub(crate) enum Asked {
    Value(OfValue),
    Order(Sequence, Ident),
    ByStatus(Wanted, Vec<StatusArg>),
    Check(Path),
}

/// What can be asked of a value by itself, and so of an element, too.
pub(crate) enum OfValue {
    Range(Interval),
    Len(Interval),
    Pattern(LitStr),
    Unique,
    Each(Vec<RuleCall>),
}

#[derive(Clone, Copy)]
pub(crate) enum Sequence {
    NotBefore,
    NotAfter,
    AtLeast,
    AtMost,
}

/// What a rule wants in the statuses that it names: `only_in` wants null in all others besides.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    Set,
    Null,
    Only,
}

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

#[derive(Clone, Copy)]
pub(crate) enum Number {
    Integer(i128),
    Float(f64),
}

/// `failed`, `!running`, `active`.
pub(crate) struct StatusArg {
    pub(crate) negated: bool,
    pub(crate) name: Spelling,
}

impl Rules {
    pub(super) fn ask(&mut self, key: &Ident, asked: Asked) {
        self.calls.push(RuleCall {
            key: key.clone(),
            noted: false,
            asked,
        });
    }

    fn ask_value(&mut self, key: &Ident, asked: OfValue) {
        self.ask(key, Asked::Value(asked));
    }

    /// A rule that may stand on a string's own type, too.
    pub(super) fn of_text(
        &mut self,
        key: &Ident,
        input: ParseStream,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        self.read_key(key, input, errors).unwrap_or(Ok(()))
    }

    /// `not_before = other`.
    fn order(&mut self, key: &Ident, order: Sequence, input: ParseStream) -> syn::Result<()> {
        self.ask(key, Asked::Order(order, assigned(input)?));
        Ok(())
    }

    /// `set_in(succeeded, failed)`.
    fn by_status(&mut self, key: &Ident, wanted: Wanted, input: ParseStream) -> syn::Result<()> {
        self.ask(key, Asked::ByStatus(wanted, parens(input, statuses)?));
        Ok(())
    }

    /// `note(rule, rule)`.
    pub(super) fn note(&mut self, input: ParseStream, errors: &mut Errors) -> syn::Result<()> {
        let noted = inner(input, errors)?.into_iter().map(RuleCall::noted);
        self.calls.extend(noted);
        Ok(())
    }
}

impl RuleCall {
    fn noted(mut self) -> Self {
        self.noted = true;
        if let Asked::Value(OfValue::Each(calls)) = self.asked {
            let calls = calls.into_iter().map(RuleCall::noted).collect();
            self.asked = Asked::Value(OfValue::Each(calls));
        }
        self
    }
}

impl Keys for Rules {
    const PLACE: &'static str = "among rules";
    const TABLE: &'static [Row<Self>] = &[
        Row {
            key: "range",
            form: "`range(1..=50)`, `range(..5)` or `range(0.0 <..)`",
            read: |rules, key, input, _| {
                rules.ask_value(key, OfValue::Range(parens(input, interval)?));
                Ok(())
            },
        },
        Row {
            key: "len",
            form: "`len(1..=64)`, `len(..=5)` or `len(3)`",
            read: |rules, key, input, _| {
                rules.ask_value(key, OfValue::Len(parens(input, number_or_interval)?));
                Ok(())
            },
        },
        Row {
            key: "pattern",
            form: "`pattern(\"^[a-z]+$\")`",
            read: |rules, key, input, _| {
                rules.ask_value(
                    key,
                    OfValue::Pattern(parens(input, |inside| inside.parse())?),
                );
                Ok(())
            },
        },
        Row {
            key: "unique",
            form: "`unique`, without a value",
            read: |rules, key, _, _| {
                rules.ask_value(key, OfValue::Unique);
                Ok(())
            },
        },
        Row {
            key: "each",
            form: "`each(...)` around rules, such as `each(len(..=5))`",
            read: |rules, key, input, errors| {
                rules.ask_value(key, OfValue::Each(inner(input, errors)?));
                Ok(())
            },
        },
        Row {
            key: "not_before",
            form: "`not_before = other_field`",
            read: |rules, key, input, _| rules.order(key, Sequence::NotBefore, input),
        },
        Row {
            key: "not_after",
            form: "`not_after = other_field`",
            read: |rules, key, input, _| rules.order(key, Sequence::NotAfter, input),
        },
        Row {
            key: "at_least",
            form: "`at_least = other_field`",
            read: |rules, key, input, _| rules.order(key, Sequence::AtLeast, input),
        },
        Row {
            key: "at_most",
            form: "`at_most = other_field`",
            read: |rules, key, input, _| rules.order(key, Sequence::AtMost, input),
        },
        Row {
            key: "set_in",
            form: "`set_in(succeeded, failed)`",
            read: |rules, key, input, _| rules.by_status(key, Wanted::Set, input),
        },
        Row {
            key: "null_in",
            form: "`null_in(active)` or `null_in(!failed)`",
            read: |rules, key, input, _| rules.by_status(key, Wanted::Null, input),
        },
        Row {
            key: "only_in",
            form: "`only_in(failed)`",
            read: |rules, key, input, _| rules.by_status(key, Wanted::Only, input),
        },
        Row {
            key: "check",
            form: "`check = path::to::function`",
            read: |rules, key, input, _| {
                rules.ask(key, Asked::Check(assigned(input)?));
                Ok(())
            },
        },
    ];

    /// Nothing misses a rule, and a guessed one would be judged.
    fn read_meant(&mut self, _: &Ident, _: ParseStream, _: &mut Errors) {}
}

/// The rules in `note(...)` or `each(...)`, at least one.
fn inner(input: ParseStream, errors: &mut Errors) -> syn::Result<Vec<RuleCall>> {
    let mut rules = Rules::default();
    parens(input, |inside| {
        if inside.is_empty() {
            return Err(inside.error("expected a rule"));
        }
        read_list(&mut rules, inside, errors);
        Ok(())
    })?;
    Ok(rules.calls)
}

fn statuses(input: ParseStream) -> syn::Result<Vec<StatusArg>> {
    let args = input.parse_terminated(status, Token![,])?;
    match args.is_empty() {
        true => Err(input.error("expected a status")),
        false => Ok(args.into_iter().collect()),
    }
}

fn status(input: ParseStream) -> syn::Result<StatusArg> {
    let negated = input.parse::<Option<Token![!]>>()?.is_some();
    let name = input.parse()?;
    Ok(StatusArg { negated, name })
}

/// A single number is the interval that it alone is in.
fn number_or_interval(input: ParseStream) -> syn::Result<Interval> {
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

fn interval(input: ParseStream) -> syn::Result<Interval> {
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
    let span = input.span();
    let negative = input.parse::<Option<Token![-]>>()?.is_some();
    let number = match input.parse::<Lit>() {
        Ok(Lit::Int(literal)) => integer(literal.base10_parse()?, negative),
        Ok(Lit::Float(literal)) => float(literal.base10_parse()?, negative),
        _ => None,
    };
    match number {
        Some(number) => Ok(Limit {
            number,
            included,
            span,
        }),
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
