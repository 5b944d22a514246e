//! `serde_json`'s own types as members: `Value`, and `Map`.

use serde_json::{Map as JsonMap, Value};

use super::taken_as;
use crate::describe::Shape;
use crate::node::{
    Described, Fill, JsonMut, KeyRefusal, Kind, Map, MapMut, Misfit, Node, Scalar, ScalarMut, Slot,
    Taken, View, wire_key,
};
use crate::raw::RawJson;
use crate::write;

impl Described for Value {
    const SHAPE: Shape = Shape::Any;

    fn blank() -> Self {
        Value::Null
    }
}

impl Node for Value {
    fn view(&self) -> View<'_> {
        match self {
            Value::Null => View::Null,
            Value::Bool(value) => View::Bool(*value),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(value), _) => View::Unsigned(value),
                (None, Some(value)) => View::Signed(value),
                (None, None) => number.as_f64().map_or(View::Null, View::Float),
            },
            Value::String(text) => View::Text(text),
            Value::Array(elements) => View::List(elements),
            Value::Object(members) => View::Map(members),
        }
    }
}

impl<'de> Fill<'de> for Value {
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        match kind {
            Kind::Array | Kind::Object => Slot::Json(self),
            _ => Slot::Scalar(self),
        }
    }
}

impl<'de> ScalarMut<'de> for Value {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        *self = match scalar {
            Scalar::Null => Value::Null,
            Scalar::Bool(value) => Value::Bool(value),
            Scalar::Unsigned(value) => Value::from(value),
            Scalar::Signed(value) => Value::from(value),
            Scalar::Borrowed(text) | Scalar::Transient(text) => Value::from(text),
            _ => return self.take_json(&RawJson::of_scalar(scalar)?),
        };
        Ok(Taken::Exactly)
    }

    fn reset(&mut self) {
        *self = Value::Null;
    }
}

impl JsonMut for Value {
    fn take_json(&mut self, json: &str) -> Result<Taken, Misfit> {
        *self = serde_json::from_str(json).map_err(|_| Misfit)?;
        Ok(taken_as(json, &write::to_text(self.view())))
    }

    fn reset(&mut self) {
        *self = Value::Null;
    }
}

impl Described for JsonMap<String, Value> {
    const SHAPE: Shape = Shape::Map(&Shape::Any);

    fn blank() -> Self {
        JsonMap::new()
    }
}

impl Node for JsonMap<String, Value> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl Map for JsonMap<String, Value> {
    fn count(&self) -> usize {
        self.len()
    }

    fn each(&self, f: &mut dyn FnMut(&str, &dyn Node)) {
        self.iter().for_each(|(key, value)| f(key, value));
    }
}

impl<'de> Fill<'de> for JsonMap<String, Value> {
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Map(self)
    }
}

impl<'de> MapMut<'de> for JsonMap<String, Value> {
    fn entry(
        &mut self,
        key: Scalar<'_, 'de>,
        f: &mut dyn FnMut(&mut dyn Fill<'de>) -> bool,
    ) -> Result<(), KeyRefusal> {
        let key = wire_key::<String>(key)?;
        if self.contains_key(&key) {
            return Err(KeyRefusal::Twice);
        }
        let mut value = Value::Null;
        if f(&mut value) {
            self.insert(key, value);
        }
        Ok(())
    }

    fn clear(&mut self) {
        *self = JsonMap::new();
    }
}
