//! What is asked of a value.

use super::model::{Rule, Ty};
use super::planner::Planner;
use crate::document::Number;
use crate::schema::{Bounds, Kind, Length, SchemaId};

impl Planner<'_> {
    /// The rules of a schema whose values have this type.
    pub(super) fn rules(&mut self, schema: SchemaId, ty: &Ty) -> Vec<Rule> {
        let schema = self.schemas.behind(schema);
        let kind = self.schemas.node(schema).kind.clone();
        let mut rules = Vec::new();
        match (&kind, ty) {
            (Kind::Integer(bounds, _) | Kind::Number(bounds), Ty::Integer(_) | Ty::Float) => {
                rules.extend(self.range(schema, bounds, ty));
            }
            (Kind::Text(text), Ty::Text) => {
                rules.extend(self.len(schema, text.len));
                for pattern in &text.patterns {
                    self.note(
                        schema,
                        format!("the pattern `{pattern}` is not asked"),
                        false,
                    );
                }
            }
            (Kind::List(items, len, unique), Ty::List(inner) | Ty::Items(inner)) => {
                rules.extend(self.len(schema, *len));
                if *unique {
                    rules.push(Rule::Unique);
                }
                let each = self.each(*items, inner);
                rules.extend(each);
            }
            (Kind::Map(values, len), Ty::Map(inner)) => {
                rules.extend(self.len(schema, *len));
                let each = self.each(*values, inner);
                rules.extend(each);
            }
            (Kind::Union(union), Ty::Auto(inner)) => {
                for branch in union.branches.clone() {
                    if !matches!(self.schemas.kind(branch), Kind::Words(_)) {
                        rules.extend(self.rules(branch, inner));
                    }
                }
            }
            // A list or a map that is called by its name is asked the same.
            (Kind::List(_, len, _) | Kind::Map(_, len), Ty::Named(_)) => {
                rules.extend(self.len(schema, *len));
            }
            _ => {}
        }
        rules
    }

    fn each(&mut self, items: SchemaId, ty: &Ty) -> Option<Rule> {
        let ty = match ty {
            Ty::Option(inner) => inner,
            ty => ty,
        };
        let rules = self.rules(items, ty);
        (!rules.is_empty()).then_some(Rule::Each(rules))
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
            let (least, most) = match *name {
                "i32" => (i128::from(i32::MIN), i128::from(i32::MAX)),
                "u64" => (0, i128::from(u64::MAX)),
                _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
            };
            low = low
                .map(|bound| whole(bound, true))
                .filter(|(bound, _)| bound.as_f64() > least as f64);
            high = high
                .map(|bound| whole(bound, false))
                .filter(|(bound, _)| bound.as_f64() < most as f64);
        }
        let beyond =
            |bound: Option<(Number, bool)>| bound.filter(|(bound, _)| bound.as_f64().abs() < 1e18);
        let (low, high) = (beyond(low), beyond(high));
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
