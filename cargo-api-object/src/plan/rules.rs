//! What is asked of a value.

mod noted;

use super::model::{Rule, Shape, Ty};
use super::planner::Planner;
use super::types::{limits, of_bounds};
use crate::document::Number;
use crate::schema::{Bounds, Kind, Length, SchemaId, Text, Union};

pub(super) use noted::{Rules, because};

/// Up to how many numbers without a gap are listed.
const FEW: usize = 8;

impl Planner<'_> {
    /// The rules of a schema whose values have this type.
    pub(super) fn rules(&mut self, schema: SchemaId, ty: &Ty) -> Rules {
        let schema = self.schemas.behind(schema);
        if !matches!(self.schemas.node(schema).kind, Kind::Union(_)) {
            self.carried.insert(schema);
        }
        let (rules, below) = self.stated(schema, ty);
        let own = Rules::parted(rules, &self.schemas.node(schema).broken);
        for rule in &own.noted {
            self.note(schema, noted::told(rule), false);
        }
        below.behind(own)
    }

    /// The rules that a schema states itself, broken or not, and those of what is below it.
    fn stated(&mut self, schema: SchemaId, ty: &Ty) -> (Vec<Rule>, Rules) {
        let kind = self.schemas.node(schema).kind.clone();
        let mut rules = Vec::new();
        let mut below = Rules::default();
        let element = self.element(ty);
        match (&kind, ty) {
            (Kind::Integer(bounds, _) | Kind::Number(bounds), Ty::Integer(_) | Ty::Float) => {
                rules.extend(self.of_number(schema, bounds, ty));
            }
            (Kind::Integer(bounds, _), Ty::Id(id)) if self.ids.types[*id].number.is_some() => {
                let number = self.ids.types[*id].number.unwrap_or("i64");
                rules.extend(self.of_number(schema, bounds, &Ty::Integer(number)));
            }
            (Kind::Text(text), Ty::Text) => {
                rules.extend(self.len(schema, text.len));
                rules.extend(
                    text.patterns
                        .iter()
                        .filter_map(|found| self.pattern(schema, found)),
                );
                rules.extend(text.format.map(Rule::Format));
            }
            (Kind::List(items, len, unique), _) if element.is_some() => {
                rules.extend(self.len(schema, *len));
                if *unique {
                    rules.push(Rule::Unique);
                }
                if let Some(inner) = element {
                    below = self.each(*items, &inner);
                }
            }
            (Kind::Map(values, len), _) if element.is_some() => {
                rules.extend(self.len(schema, *len));
                if let Some(inner) = element {
                    below = self.each(*values, &inner);
                }
            }
            (Kind::Union(union), Ty::Auto(inner)) => {
                for branch in union.branches.clone() {
                    if !matches!(self.schemas.kind(branch), Kind::Words(_)) {
                        below = self.rules(branch, inner).behind(below);
                    }
                }
            }
            (Kind::Union(union), Ty::Named(_)) => {
                for (branch, ty) in self.asked_alone(union) {
                    below = self.rules(branch, &ty).behind(below);
                }
                self.carried.insert(schema);
            }
            (Kind::Bool(only), Ty::Bool) => rules.extend(only.map(Rule::Only)),
            (Kind::Text(text), _) if text.number.is_some() && says_digits(text) => {}
            _ if self.asks(schema) => {
                let what = "what is asked of its values is not asked of values of this type";
                self.note(schema, what, false);
            }
            _ => {}
        }
        (rules, below)
    }

    /// What a list or a map holds, be it called by a name.
    fn element(&self, ty: &Ty) -> Option<Ty> {
        match ty {
            Ty::List(inner) | Ty::Items(inner) | Ty::Map(inner) => Some((**inner).clone()),
            Ty::Named(no) => match &self.plan.ty(*no).shape {
                Shape::Alias(ty) => self.element(ty),
                // It is not filled in yet, and is one all the same.
                Shape::Pending => Some(Ty::Raw),
                _ => None,
            },
            _ => None,
        }
    }

    /// The branches of a union whose rules no other branch would be asked: a member asks them of whatever comes.
    pub(super) fn asked_alone(&self, union: &Union) -> Vec<(SchemaId, Ty)> {
        let family = |branch: SchemaId| match self.schemas.kind(branch) {
            Kind::Integer(..) | Kind::Number(_) => 1,
            Kind::Text(text) if text.number.is_some() => 0,
            Kind::Text(_) => 2,
            // Each of these is asked for its length.
            Kind::List(..) | Kind::Map(..) => 3,
            Kind::Words(_) => 4,
            Kind::Bool(_) => 5,
            _ => 0,
        };
        let families: Vec<i32> = union
            .branches
            .iter()
            .map(|branch| family(*branch))
            .collect();
        let has = |wanted: i32| families.iter().filter(|found| **found == wanted).count();
        let alone = union
            .branches
            .iter()
            .zip(&families)
            .filter_map(|(branch, of)| {
                let ty = match of {
                    1 if has(1) == 1 => self.number(*branch),
                    2 if has(2) == 1 && has(3) == 0 && has(4) == 0 => Ty::Text,
                    5 if has(5) == 1 => Ty::Bool,
                    3 if has(3) == 1 && has(2) == 0 && has(4) == 0 => Ty::List(Box::new(Ty::Raw)),
                    _ => return None,
                };
                self.asks(*branch).then_some((*branch, ty))
            });
        alone.collect()
    }

    /// The type of a number, of which the bounds of what it holds say nothing.
    fn number(&self, schema: SchemaId) -> Ty {
        match self.schemas.kind(schema) {
            Kind::Integer(bounds, format) => {
                let integer = of_bounds(bounds, format.as_deref());
                integer.map_or(Ty::Float, Ty::Integer)
            }
            _ => Ty::Float,
        }
    }

    fn of_number(&mut self, schema: SchemaId, asked: &Bounds, ty: &Ty) -> Vec<Rule> {
        let is_integer = matches!(self.schemas.node(schema).kind, Kind::Integer(..));
        let rule = match asked.listed.is_empty() {
            true => self.range(schema, asked, ty),
            false => self.listed(schema, &asked.listed, is_integer),
        };
        let steps = asked.multiples.iter();
        let steps = steps.filter(|step| !(is_integer && step.as_whole() == Some(1)));
        let steps = steps.map(|step| Rule::MultipleOf(*step));
        rule.into_iter().chain(steps).collect()
    }

    /// The numbers of an enum: all of them, or from where to where where they are many and none between is left out.
    fn listed(&mut self, schema: SchemaId, listed: &[Number], is_integer: bool) -> Option<Rule> {
        let is_possible = |number: &&Number| !is_integer || number.as_whole().is_some();
        let numbers: Vec<Number> = listed.iter().filter(is_possible).copied().collect();
        if numbers.len() < listed.len() {
            let what = "fractions among whole numbers are not asked for";
            self.note(schema, what, false);
        }
        let whole = || numbers.iter().filter_map(|number| number.as_whole());
        let span = whole().min().zip(whole().max());
        match span.filter(|_| is_integer && numbers.len() > FEW) {
            Some((low, high)) if high.checked_sub(low) == Some(numbers.len() as i128 - 1) => {
                let bound = |number| Some((Number::Integer(number), false));
                Some(Rule::Range(bound(low), bound(high)))
            }
            _ => (!numbers.is_empty()).then_some(Rule::OneOf(numbers)),
        }
    }

    /// A pattern that the runtime's engine knows.
    fn pattern(&mut self, schema: SchemaId, pattern: &str) -> Option<Rule> {
        match regex_syntax::parse(pattern) {
            Ok(_) => Some(Rule::Pattern(pattern.to_owned())),
            Err(error) => {
                let error = error.to_string();
                let why = error.lines().last().unwrap_or_default();
                let why = why.strip_prefix("error: ").unwrap_or(why);
                let what = format!("the pattern `{pattern}` is not asked: {why}");
                self.note(schema, what, false);
                None
            }
        }
    }

    fn each(&mut self, items: SchemaId, ty: &Ty) -> Rules {
        let ty = match ty {
            Ty::Option(inner) => inner,
            ty => ty,
        };
        self.rules(items, ty).of_each()
    }

    fn len(&mut self, schema: SchemaId, len: Length) -> Option<Rule> {
        match (len.low, len.high) {
            (None, None) => None,
            (Some(low), Some(high)) if low > high => {
                self.note(
                    schema,
                    format!("a length from {low} to {high} is none"),
                    false,
                );
                None
            }
            _ => Some(Rule::Len(len)),
        }
    }

    fn range(&mut self, schema: SchemaId, bounds: &Bounds, ty: &Ty) -> Option<Rule> {
        let (mut low, mut high) = (bounds.low, bounds.high);
        if let Ty::Integer(name) = ty {
            let (least, most) = limits(name);
            low = low
                .map(|bound| whole(bound, true))
                .filter(|(bound, _)| bound.as_f64() > least as f64);
            high = high
                .map(|bound| whole(bound, false))
                .filter(|(bound, _)| bound.as_f64() < most as f64);
        }
        // What the largest doubles bound is no bound.
        let bounds = |bound: Option<(Number, bool)>| {
            bound.filter(|(bound, _)| bound.as_f64().abs() < f64::MAX)
        };
        let (low, high) = (bounds(low), bounds(high));
        match (low, high) {
            (None, None) => None,
            (Some((low, a)), Some((high, b))) if is_empty(low, high, a || b) => {
                self.note(schema, "a range in which there is nothing", false);
                None
            }
            _ => Some(Rule::Range(low, high)),
        }
    }
}

/// Whether all that is asked of a number in quotes is that it is one.
fn says_digits(text: &Text) -> bool {
    const DIGITS: &[&str] = &["^[0-9]+$", "^-?[0-9]+$", r"^\d+$", r"^-?\d+$"];
    let is_digits = |pattern: &String| DIGITS.contains(&pattern.as_str());
    text.len == Length::default() && text.patterns.iter().all(is_digits)
}

fn is_empty(low: Number, high: Number, excluded: bool) -> bool {
    low.as_f64() > high.as_f64() || (excluded && low.as_f64() >= high.as_f64())
}

/// The bound of a whole number, which a document may write with a fraction.
fn whole((bound, excluded): (Number, bool), is_low: bool) -> (Number, bool) {
    match bound.as_whole() {
        Some(whole) => (Number::Integer(whole), excluded),
        None => {
            let float = bound.as_f64();
            let rounded = if is_low { float.ceil() } else { float.floor() };
            (Number::Integer(rounded as i128), false)
        }
    }
}
