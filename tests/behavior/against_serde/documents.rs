//! Documents of an order: valid ones, and ones with a value replaced.

use serde_json::{Map, Value, json};

/// Xorshift, after Marsaglia (2003).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        (0..8).for_each(|_| _ = random.below(2));
        random
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    /// Whether it is not the one time in so many.
    pub(super) fn mostly(&mut self, n: usize) -> bool {
        self.below(n) > 0
    }

    fn pick(&mut self, of: &[Value]) -> Value {
        of[self.below(of.len())].clone()
    }

    fn texts(&mut self) -> Value {
        self.pick(&[json!(""), json!("a \"b\" \\ é 😀\n"), json!("plain")])
    }

    pub(super) fn order(&mut self, depth: usize) -> Value {
        let mut order = json!({
            "id": self.texts(),
            "amount": self.pick(&[json!(0), json!(i32::MIN), json!(i32::MAX)]),
            "ratio": self.pick(&[json!(0.1), json!(-5e-324), json!(1e300), json!(7)]),
            "paid?": self.below(2) == 0,
            "lines": self.many(Random::line),
            "limits": self.limits(),
            "method": self.method(),
            "event": self.event(),
            "choice": self.choice(),
            "unknown": self.pick(&[json!(null), json!({"a": [1.5, {}]})]),
        });
        let members = order.as_object_mut().unwrap();
        for (name, value) in [
            ("note", self.texts()),
            ("due", json!(u64::MAX)),
            ("retries", json!(255)),
        ] {
            if self.below(2) == 0 {
                members.insert(name.to_owned(), value);
            }
        }
        if depth > 0 && self.below(2) == 0 {
            members.insert("parent".to_owned(), self.order(depth - 1));
        }
        order
    }

    fn many(&mut self, of: fn(&mut Self) -> Value) -> Value {
        (0..self.below(3)).map(|_| of(self)).collect()
    }

    fn line(&mut self) -> Value {
        let size = self.size();
        match self.below(2) {
            0 => json!({"unitPrice": 65_535, "size": size}),
            _ => json!({"kind": size, "unitPrice": 0, "more": 1}),
        }
    }

    fn size(&mut self) -> Value {
        self.pick(&[json!("small"), json!("very-large")])
    }

    fn limits(&mut self) -> Value {
        let limit = |i: usize| (format!("k{i}"), json!(i64::MIN));
        Value::Object((0..self.below(3)).map(limit).collect())
    }

    fn transfer(&mut self) -> Value {
        match self.below(3) {
            0 => json!({"iban": self.texts()}),
            1 => json!({"iban": self.texts(), "lines": null}),
            _ => json!({"lines": self.many(Random::line), "iban": "x"}),
        }
    }

    fn method(&mut self) -> Value {
        let (word, mut value) = match self.below(3) {
            0 => ("card", self.line()),
            1 => ("transfer", self.transfer()),
            _ => ("cash", json!({})),
        };
        value["type"] = json!(word);
        value
    }

    fn event(&mut self) -> Value {
        match self.below(3) {
            0 => json!({"event": "created", "data": self.transfer()}),
            1 => json!({"data": self.texts(), "event": "failed"}),
            _ => json!({"event": "counted", "data": [0, 255]}),
        }
    }

    fn choice(&mut self) -> Value {
        match self.below(5) {
            0 => self.size(),
            1 => json!(-7),
            2 => self.line(),
            3 => self.transfer(),
            // Two would be a struct of two fields to serde.
            _ => {
                let count = [0, 1, 3][self.below(3)];
                (0..count).map(|_| self.size()).collect()
            }
        }
    }

    /// Puts another value in a random place, or takes a member away.
    pub(super) fn damage(&mut self, value: &mut Value) {
        match value {
            Value::Object(members) if !members.is_empty() && self.below(4) > 0 => {
                self.damage_member(members);
            }
            Value::Array(items) if !items.is_empty() && self.below(4) > 0 => {
                let at = self.below(items.len());
                self.damage(&mut items[at]);
            }
            _ => *value = self.other(),
        }
    }

    fn damage_member(&mut self, members: &mut Map<String, Value>) {
        let at = self.below(members.len());
        let name = members.keys().nth(at).unwrap().clone();
        match self.below(6) {
            0 => drop(members.remove(&name)),
            _ => self.damage(&mut members[&name]),
        }
    }

    /// Any value but an array, which serde takes for a struct.
    fn other(&mut self) -> Value {
        self.pick(&[
            json!(null),
            json!(true),
            json!(-1),
            json!(300),
            json!(u64::MAX),
            json!(1.5),
            json!("small"),
            json!("card"),
            json!({}),
            json!({"size": "small", "unitPrice": 1}),
        ])
    }

    /// The JSON text, with members in any order.
    pub(super) fn write(&mut self, value: &Value, out: &mut String) {
        match value {
            Value::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                (1..members.len()).for_each(|i| members.swap(i, self.below(i + 1)));
                self.write_all(
                    '{',
                    members.into_iter().map(|(name, value)| (Some(name), value)),
                    out,
                );
                out.push('}');
            }
            Value::Array(items) => {
                self.write_all('[', items.iter().map(|item| (None, item)), out);
                out.push(']');
            }
            _ => out.push_str(&value.to_string()),
        }
    }

    fn write_all<'v>(
        &mut self,
        open: char,
        values: impl Iterator<Item = (Option<&'v String>, &'v Value)>,
        out: &mut String,
    ) {
        out.push(open);
        for (i, (name, value)) in values.enumerate() {
            out.push_str(if i > 0 { "," } else { "" });
            if let Some(name) = name {
                out.push_str(&json!(name).to_string());
                out.push(':');
            }
            self.write(value, out);
        }
    }
}
