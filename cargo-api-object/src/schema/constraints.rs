//! What a schema asks of scalars and lengths, in every spelling.

use std::cmp::Ordering;

use super::model::{Bounds, Length};
use crate::document::{Number, Value};

/// What is asked of a number, together with what was asked of it already: `exclusiveMinimum` is a boolean beside `minimum`,
/// or a number, in any version.
pub(super) fn bounds(schema: &Value, bounds: &mut Bounds) {
    for low in side(schema, "minimum", "exclusiveMinimum") {
        bounds.low = tighter(bounds.low, low, Ordering::Greater);
    }
    for high in side(schema, "maximum", "exclusiveMaximum") {
        bounds.high = tighter(bounds.high, high, Ordering::Less);
    }
    let multiple = schema.get("multipleOf").and_then(Value::as_number);
    if let Some(multiple) =
        multiple.filter(|multiple| multiple.as_f64() > 0.0 && multiple.as_f64().is_finite())
        && !bounds.multiples.iter().any(|known| same(*known, multiple))
    {
        bounds.multiples.push(multiple);
    }
}

fn side(schema: &Value, plain: &str, exclusive: &str) -> [Option<(Number, bool)>; 2] {
    let number = |name: &str| schema.get(name).and_then(Value::as_number);
    let is_excluded = schema.get(exclusive) == Some(&Value::Bool(true));
    [
        number(plain).map(|bound| (bound, is_excluded)),
        number(exclusive).map(|bound| (bound, true)),
    ]
}

/// The bound that lies further in, of two on the same side.
fn tighter(
    known: Option<(Number, bool)>,
    new: Option<(Number, bool)>,
    inner: Ordering,
) -> Option<(Number, bool)> {
    let (Some(known), Some(new)) = (known, new) else {
        return known.or(new);
    };
    let is_tighter = match compare(new.0, known.0) {
        Ordering::Equal => new.1,
        order => order == inner,
    };
    Some(if is_tighter { new } else { known })
}

/// Whether two numbers are the same, however they are written.
pub(crate) fn same(one: Number, other: Number) -> bool {
    compare(one, other) == Ordering::Equal
}

/// How two numbers compare, exactly.
pub(crate) fn compare(one: Number, other: Number) -> Ordering {
    match (one.as_whole(), other.as_whole()) {
        (Some(one), Some(other)) => one.cmp(&other),
        _ => one.as_f64().total_cmp(&other.as_f64()),
    }
}

/// The bounds of a length by the names that one kind of value has for it, together with those that are known already.
pub(super) fn length(schema: &Value, low: &str, high: &str, length: &mut Length) {
    let bound = |name: &str| {
        let whole = schema.get(name)?.as_number()?.as_whole()?;
        u64::try_from(whole).ok()
    };
    length.low = length.low.max(bound(low).filter(|low| *low > 0));
    length.high = match (length.high, bound(high)) {
        (Some(known), Some(new)) => Some(known.min(new)),
        (known, new) => known.or(new),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    #[test]
    fn exclusive_bounds_have_two_spellings() {
        let read = |text: &str| {
            let mut found = Bounds::default();
            bounds(&parse(text).unwrap(), &mut found);
            (
                found.low.map(|(n, e)| (n.as_f64(), e)),
                found.high.map(|(n, e)| (n.as_f64(), e)),
            )
        };
        assert_eq!(
            read("{minimum: 0, exclusiveMinimum: true}"),
            (Some((0.0, true)), None)
        );
        assert_eq!(
            read("{exclusiveMinimum: 0, maximum: 2, exclusiveMaximum: false}"),
            (Some((0.0, true)), Some((2.0, false)))
        );
        assert_eq!(read("{exclusiveMaximum: true, minimum: x}"), (None, None));
    }

    #[test]
    fn what_several_parts_ask_holds_together() {
        let (mut found, mut long) = (Bounds::default(), Length::default());
        for text in [
            "{minimum: 1, maximum: 9, multipleOf: 2, minLength: 1, maxLength: 5}",
            "{minimum: 3, exclusiveMaximum: 9, multipleOf: 2.0, maxLength: 8}",
            "{exclusiveMinimum: 2, maximum: 9, multipleOf: 3, minLength: 2}",
        ] {
            bounds(&parse(text).unwrap(), &mut found);
            length(&parse(text).unwrap(), "minLength", "maxLength", &mut long);
        }
        assert_eq!(found.low, Some((Number::Integer(3), false)));
        assert_eq!(found.high, Some((Number::Integer(9), true)));
        assert_eq!(found.multiples, [Number::Integer(2), Number::Integer(3)]);
        assert_eq!((long.low, long.high), (Some(2), Some(5)));
    }
}
