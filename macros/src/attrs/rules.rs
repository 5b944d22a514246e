//! Rules: what a field asks of its value. They stand on a field, in `note(...)` and in `each(...)`.

use proc_macro2::Ident;
use syn::parse::ParseStream;
use syn::{LitStr, Path, Token};

use super::intervals::{Figure, Interval, Listed, figure, interval, listed, number_or_interval};
use super::relations::{Comparison, Condition, MemberPath, members};
use super::status::Spelling;
use super::values::{assigned, many_texts, parens};
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
    /// `set_if(...)` and its kin.
    If(Wanted, Condition),
    /// `same_as = other`.
    Same(MemberPath),
    /// `ensure(...)`, of the object.
    Ensure(Comparison),
    /// `exactly_one(...)` and its kin, of the object.
    Choice(Choice, Vec<Ident>),
    Check(Path),
}

/// What can be asked of a value by itself, and so of an element, too.
pub(crate) enum OfValue {
    Range(Interval),
    MultipleOf(Figure),
    OneOf(Vec<Listed>),
    Len(Interval),
    Pattern(LitStr),
    StartsWith(Vec<LitStr>),
    Format(Ident),
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
    /// Set in what comes only by this status, and null in what comes only before it.
    Once,
}

/// How many of some members are set.
#[derive(Clone, Copy)]
pub(crate) enum Choice {
    Exactly,
    AtMost,
    AtLeast,
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
        // What form it has is said by the table of the type's keys.
        let row = Self::TABLE.iter().find(|row| key == row.key);
        row.map_or(Ok(()), |row| (row.read)(self, key, input, errors))
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

    /// `set_if(other = word)`.
    fn by_member(&mut self, key: &Ident, wanted: Wanted, input: ParseStream) -> syn::Result<()> {
        let condition = parens(input, |inside| inside.parse())?;
        self.ask(key, Asked::If(wanted, condition));
        Ok(())
    }

    /// `exactly_one(a, b)`.
    pub(super) fn choice(
        &mut self,
        key: &Ident,
        choice: Choice,
        input: ParseStream,
    ) -> syn::Result<()> {
        self.ask(key, Asked::Choice(choice, parens(input, members)?));
        Ok(())
    }

    /// `ensure(a + b <= c)`.
    pub(super) fn ensure(&mut self, key: &Ident, input: ParseStream) -> syn::Result<()> {
        let comparison = parens(input, |inside| inside.parse())?;
        self.ask(key, Asked::Ensure(comparison));
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
            key: "multiple_of",
            form: "`multiple_of(5)` or `multiple_of(0.01)`",
            read: |rules, key, input, _| {
                rules.ask_value(key, OfValue::MultipleOf(parens(input, figure)?));
                Ok(())
            },
        },
        Row {
            key: "one_of",
            form: "`one_of(256, 512, 1024)` or `one_of(true)`",
            read: |rules, key, input, _| {
                rules.ask_value(key, OfValue::OneOf(parens(input, listed)?));
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
            key: "starts_with",
            form: "`starts_with(\"https://\")` or `starts_with(\"gs://\", \"s3://\")`",
            read: |rules, key, input, _| {
                rules.ask_value(key, OfValue::StartsWith(many_texts(input)?));
                Ok(())
            },
        },
        Row {
            key: "format",
            form: "`format(uri)` or `format(email)`",
            read: |rules, key, input, _| {
                rules.ask_value(
                    key,
                    OfValue::Format(parens(input, |inside| inside.parse())?),
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
            key: "once",
            form: "`once(in_progress)`",
            read: |rules, key, input, _| rules.by_status(key, Wanted::Once, input),
        },
        Row {
            key: "set_if",
            form: "`set_if(other_field = word)` or `set_if(other_field != word)`",
            read: |rules, key, input, _| rules.by_member(key, Wanted::Set, input),
        },
        Row {
            key: "null_if",
            form: "`null_if(other_field = word)` or `null_if(other_field != word)`",
            read: |rules, key, input, _| rules.by_member(key, Wanted::Null, input),
        },
        Row {
            key: "only_if",
            form: "`only_if(other_field = word)` or `only_if(other_field != word)`",
            read: |rules, key, input, _| rules.by_member(key, Wanted::Only, input),
        },
        Row {
            key: "same_as",
            form: "`same_as = other_field` or `same_as = other_field.member`",
            read: |rules, key, input, _| {
                rules.ask(key, Asked::Same(assigned(input)?));
                Ok(())
            },
        },
        Row {
            key: "ensure",
            form: "`ensure(a + b <= total)`",
            read: |rules, key, input, _| rules.ensure(key, input),
        },
        Row {
            key: "exactly_one",
            form: "`exactly_one(a, b)`",
            read: |rules, key, input, _| rules.choice(key, Choice::Exactly, input),
        },
        Row {
            key: "at_most_one",
            form: "`at_most_one(a, b)`",
            read: |rules, key, input, _| rules.choice(key, Choice::AtMost, input),
        },
        Row {
            key: "at_least_one",
            form: "`at_least_one(a, b)`",
            read: |rules, key, input, _| rules.choice(key, Choice::AtLeast, input),
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
