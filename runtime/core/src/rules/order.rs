//! `not_before`, `not_after`, `at_least`, `at_most`: the order of two members of one object.
//!
//! Asked where both are set and are numbers; moments are numbers of seconds, or texts. Both may be equal.
//! They are compared exactly, whatever types they are held in.

use std::cmp::Ordering;

use super::moment::Moment;
use super::{Breach, Number, Order};
use crate::issue::{Code, found};
use crate::node::View;

/// Whether `view` keeps its order with the other member, given with its wire name.
pub(crate) fn order(
    view: View<'_>,
    order: Order,
    (name, other): (&str, View<'_>),
) -> Result<(), Breach> {
    match compare(view, order, other.exposed()) == Some(order.wrong_side()) {
        true => Err(breach(view, order, name, other)),
        false => Ok(()),
    }
}

fn compare(view: View<'_>, order: Order, other: View<'_>) -> Option<Ordering> {
    match (Number::asked_of(view), Number::asked_of(other)) {
        (Some(number), Some(other)) => number.compare(other),
        (None, None) if order.is_of_moments() => Moment::of(view)?.compare(Moment::of(other)?),
        _ => None,
    }
}

/// Whether two members surely keep their order: the quick answer for moments and whole numbers.
#[inline]
pub(super) fn surely_holds(view: &View<'_>, order: Order, other: &View<'_>) -> bool {
    match (view, other) {
        (View::Signed(a), View::Signed(b)) => a.cmp(b) != order.wrong_side(),
        (View::Unsigned(a), View::Unsigned(b)) => a.cmp(b) != order.wrong_side(),
        (_, other) => other.is_null(),
    }
}

impl Order {
    #[inline]
    fn wrong_side(self) -> Ordering {
        match self {
            Order::NotBefore | Order::AtLeast => Ordering::Less,
            Order::NotAfter | Order::AtMost => Ordering::Greater,
        }
    }

    fn is_of_moments(self) -> bool {
        matches!(self, Order::NotBefore | Order::NotAfter)
    }
}

/// A single is shown as the double that it is compared as.
#[cold]
fn shown(view: View<'_>) -> String {
    match Number::of(view) {
        Some(number) => number.to_string(),
        None => found(view),
    }
}

#[cold]
fn breach(view: View<'_>, order: Order, name: &str, other: View<'_>) -> Breach {
    let (this, other) = (shown(view), shown(other));
    let (wrong, right) = match order {
        Order::NotBefore => ("before", "or later"),
        Order::NotAfter => ("after", "or earlier"),
        Order::AtLeast => ("less than", "or more"),
        Order::AtMost => ("more than", "or less"),
    };
    Breach {
        code: Code::Order,
        predicate: format!("is {this}, which is {wrong} {name}, {other}"),
        expected: Some(format!("{other} {right}")),
        found: Some(this),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(a: View<'_>, by: Order, b: View<'_>) -> Option<String> {
        order(a, by, ("other", b))
            .err()
            .map(|breach| breach.predicate)
    }

    #[test]
    fn the_quick_yes_is_right() {
        let views = [
            View::Null,
            View::Text("a"),
            View::Float(1.5),
            View::Signed(-1),
            View::Signed(2),
            View::Unsigned(1),
            View::Unsigned(2),
        ];
        let mut sure = 0;
        for (a, b) in views.iter().flat_map(|a| views.iter().map(move |b| (a, b))) {
            for by in [Order::NotBefore, Order::NotAfter] {
                if surely_holds(a, by, b) {
                    assert_eq!(says(*a, by, *b), None);
                    sure += 1;
                }
            }
        }
        assert!(sure > 20, "it is worth something: {sure}");
    }

    #[test]
    fn equal_members_are_in_every_order() {
        for by in [
            Order::NotBefore,
            Order::NotAfter,
            Order::AtLeast,
            Order::AtMost,
        ] {
            assert_eq!(says(View::Unsigned(3), by, View::Float(3.0)), None);
        }
    }

    #[test]
    fn each_order_has_one_wrong_side() {
        let (one, two) = (View::Signed(1), View::Unsigned(2));
        assert_eq!(
            says(one, Order::NotBefore, two).unwrap(),
            "is 1, which is before other, 2"
        );
        assert_eq!(says(two, Order::NotBefore, one), None);
        assert_eq!(
            says(two, Order::NotAfter, one).unwrap(),
            "is 2, which is after other, 1"
        );
        assert_eq!(says(one, Order::NotAfter, two), None);
        assert_eq!(
            says(one, Order::AtLeast, two).unwrap(),
            "is 1, which is less than other, 2"
        );
        assert_eq!(says(two, Order::AtLeast, one), None);
        assert_eq!(
            says(two, Order::AtMost, one).unwrap(),
            "is 2, which is more than other, 1"
        );
        assert_eq!(says(one, Order::AtMost, two), None);
    }

    #[test]
    fn texts_are_compared_as_moments_by_orders_of_these() {
        let moments =
            |zone| View::Text(["2025-03-03T14:12:09Z", "2025-03-03T14:12:09+01:00"][zone]);
        assert_eq!(
            says(moments(1), Order::NotBefore, moments(0)).unwrap(),
            r#"is "2025-03-03T14:12:09+01:00", which is before other, "2025-03-03T14:12:09Z""#
        );
        assert!(says(moments(0), Order::NotAfter, moments(1)).is_some());
        assert_eq!(says(moments(0), Order::NotBefore, moments(1)), None);
        assert_eq!(says(moments(1), Order::AtLeast, moments(0)), None);
        assert_eq!(
            says(moments(1), Order::NotBefore, View::Signed(i64::MAX)),
            None
        );
    }

    #[test]
    fn both_must_be_set_and_numbers() {
        let by = Order::AtLeast;
        assert_eq!(says(View::Null, by, View::Unsigned(2)), None);
        assert_eq!(says(View::Unsigned(1), by, View::Null), None);
        assert_eq!(says(View::Text("a"), by, View::Text("b")), None);
        assert_eq!(says(View::Float(f64::NAN), by, View::Unsigned(1)), None);
    }

    #[test]
    fn large_numbers_are_not_rounded() {
        let (a, b) = (View::Unsigned(u64::MAX - 1), View::Unsigned(u64::MAX));
        assert!(says(a, Order::AtLeast, b).is_some());
    }
}
