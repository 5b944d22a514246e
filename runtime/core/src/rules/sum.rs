//! `ensure(completed + failed <= total)`: sums of members, compared.
//!
//! Asked where all members of it are set and are numbers. Whole numbers are added exactly; where one is a double, both
//! sums are, and those are equal that differ by no more than rounding does.

use std::cmp::Ordering;

use super::Number;
use crate::issue::float;
use crate::node::View;

/// How many doubles may lie between two sums that are equal, in parts of the larger: what a few additions round.
const ROUNDING: f64 = 1e-12;

/// A part of a sum.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Term {
    /// So many times the member at a place among the members.
    Member(i64, usize),
    /// A number by itself.
    Number(i64),
}

/// How two sums compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Relation {
    /// `==`
    Equal,
    /// `<=`
    AtMost,
    /// `<`
    Less,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

/// A member by its place: its name, and its value.
pub(crate) type Get<'a> = &'a dyn Fn(usize) -> Option<(&'static str, View<'a>)>;

#[derive(Clone, Copy)]
enum Sum {
    Whole(i128),
    Double(f64),
}

/// Whether two sums compare so; says what is wrong, as a whole sentence.
pub(crate) fn ensure(
    left: &[Term],
    relation: Relation,
    right: &[Term],
    get: Get<'_>,
) -> Result<(), String> {
    let (Some(a), Some(b)) = (sum(left, get), sum(right, get)) else {
        return Ok(());
    };
    match a.compare(b).is_none_or(|order| relation.allows(order)) {
        true => Ok(()),
        false => {
            let mut terms = left.iter().chain(right);
            let is_secret = terms.any(|term| is_secret(term, get));
            let (left, right) = (spelled(left, get), spelled(right, get));
            let is = relation.opposite();
            if is_secret {
                return Err(format!("{left} is {is} {right}"));
            }
            Err(format!(
                "{left} is {}, which is {is} {right}, {}",
                a.text(),
                b.text()
            ))
        }
    }
}

fn is_secret(term: &Term, get: Get<'_>) -> bool {
    match *term {
        Term::Member(_, place) => matches!(get(place), Some((_, View::Secret(_)))),
        Term::Number(_) => false,
    }
}

/// `None` where a member is null, or is no number.
fn sum(terms: &[Term], get: Get<'_>) -> Option<Sum> {
    terms
        .iter()
        .try_fold(Sum::Whole(0), |sum, term| match *term {
            Term::Number(number) => sum.plus(1, Number::Integer(number.into())),
            Term::Member(times, place) => {
                sum.plus(times, Number::asked_of(get(place)?.1.exposed())?)
            }
        })
}

fn spelled(terms: &[Term], get: Get<'_>) -> String {
    let name = |place| get(place).map_or("", |(name, _)| name);
    let term = |term: &Term| match *term {
        Term::Number(number) => number.to_string(),
        Term::Member(1, place) => name(place).to_owned(),
        Term::Member(times, place) => format!("{times} * {}", name(place)),
    };
    terms.iter().map(term).collect::<Vec<_>>().join(" + ")
}

impl Sum {
    /// `None` beyond 128 bits, of which nothing is asked.
    fn plus(self, times: i64, number: Number) -> Option<Self> {
        Some(match (self, number) {
            (Sum::Whole(sum), Number::Integer(value)) => {
                Sum::Whole(sum.checked_add(value.checked_mul(times.into())?)?)
            }
            (sum, Number::Integer(value)) => {
                Sum::Double(sum.double() + times as f64 * value as f64)
            }
            (sum, Number::Float(value)) => Sum::Double(sum.double() + times as f64 * value),
        })
    }

    fn double(self) -> f64 {
        match self {
            Sum::Whole(value) => value as f64,
            Sum::Double(value) => value,
        }
    }

    fn compare(self, other: Sum) -> Option<Ordering> {
        if let (Sum::Whole(a), Sum::Whole(b)) = (self, other) {
            return Some(a.cmp(&b));
        }
        let (a, b) = (self.double(), other.double());
        match (a - b).abs() <= ROUNDING * a.abs().max(b.abs()) {
            true => Some(Ordering::Equal),
            false => a.partial_cmp(&b),
        }
    }

    fn text(self) -> String {
        match self {
            Sum::Whole(value) => value.to_string(),
            Sum::Double(value) => float(value),
        }
    }
}

impl Relation {
    fn allows(self, order: Ordering) -> bool {
        match self {
            Relation::Equal => order.is_eq(),
            Relation::AtMost => order.is_le(),
            Relation::Less => order.is_lt(),
            Relation::AtLeast => order.is_ge(),
            Relation::More => order.is_gt(),
        }
    }

    /// What is the case where the relation is not, before the other sum.
    fn opposite(self) -> &'static str {
        match self {
            Relation::Equal => "not",
            Relation::AtMost => "more than",
            Relation::Less => "not less than",
            Relation::AtLeast => "less than",
            Relation::More => "not more than",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Term = Term::Member(1, 0);
    const B: Term = Term::Member(1, 1);
    const C: Term = Term::Member(1, 2);

    fn says(
        left: &[Term],
        relation: Relation,
        right: &[Term],
        views: [View<'static>; 3],
    ) -> Result<(), String> {
        let get = |place: usize| Some((*["a", "b", "c"].get(place)?, *views.get(place)?));
        ensure(left, relation, right, &get)
    }

    #[test]
    fn whole_numbers_are_added_exactly() {
        let views = [
            View::Unsigned(u64::MAX),
            View::Signed(1),
            View::Unsigned(u64::MAX),
        ];
        assert_eq!(
            says(&[A, B], Relation::AtMost, &[C], views),
            Err(
                "a + b is 18446744073709551616, which is more than c, 18446744073709551615"
                    .to_owned()
            )
        );
        assert_eq!(
            says(&[A, B], Relation::Equal, &[C, Term::Number(1)], views),
            Ok(())
        );
        assert_eq!(
            says(
                &[Term::Member(2, 1)],
                Relation::More,
                &[Term::Number(2)],
                views
            ),
            Err("2 * b is 2, which is not more than 2, 2".to_owned())
        );
    }

    #[test]
    fn doubles_are_equal_but_for_rounding() {
        let views = [View::Float(0.1), View::Float(0.2), View::Float(0.3)];
        for relation in [Relation::Equal, Relation::AtMost, Relation::AtLeast] {
            assert_eq!(says(&[A, B], relation, &[C], views), Ok(()));
        }
        for relation in [Relation::Less, Relation::More] {
            assert!(says(&[A, B], relation, &[C], views).is_err());
        }
        let odd = [View::Float(0.1), View::Unsigned(1), View::Float(1.2)];
        assert!(says(&[A, B], Relation::Equal, &[C], odd).is_err());
    }

    #[test]
    fn of_what_is_no_number_nothing_is_asked() {
        for odd in [View::Null, View::Text("auto"), View::Float(f64::NAN)] {
            let views = [View::Unsigned(9), odd, View::Unsigned(1)];
            assert_eq!(says(&[A, B], Relation::Equal, &[C], views), Ok(()));
        }
    }
}
