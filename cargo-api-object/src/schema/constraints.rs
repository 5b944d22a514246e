//! What a schema asks of scalars and lengths, in every spelling.

use super::model::{Bounds, Length};
use crate::document::{Number, Value};

/// The bounds of a number: `exclusiveMinimum` is a boolean beside `minimum`, or a number, in any version.
pub(super) fn bounds(schema: &Value, bounds: &mut Bounds) {
    let low = side(schema, "minimum", "exclusiveMinimum");
    let high = side(schema, "maximum", "exclusiveMaximum");
    bounds.low = bounds.low.or(low);
    bounds.high = bounds.high.or(high);
}

fn side(schema: &Value, plain: &str, exclusive: &str) -> Option<(Number, bool)> {
    let number = |name: &str| schema.get(name).and_then(Value::as_number);
    match (number(plain), schema.get(exclusive)) {
        (_, Some(Value::Number(bound))) => Some((*bound, true)),
        (Some(bound), Some(Value::Bool(excluded))) => Some((bound, *excluded)),
        (bound, _) => bound.map(|bound| (bound, false)),
    }
}

/// The bounds of a length by the names that one kind of value has for it.
pub(super) fn length(schema: &Value, low: &str, high: &str, length: &mut Length) {
    let bound = |name: &str| {
        let whole = schema.get(name)?.as_number()?.as_whole()?;
        u64::try_from(whole).ok()
    };
    length.low = length.low.or(bound(low).filter(|low| *low > 0));
    length.high = length.high.or(bound(high));
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
}
