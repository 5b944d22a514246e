//! Numbers, truth values and strings as nodes.

use std::borrow::Cow;

use super::{Described, Fill, Kind, Misfit, Node, Scalar, ScalarMut, Slot, Taken, View};
use crate::describe::Shape;
use crate::json::{Decimal, nearest_f64, write_f32, write_f64, write_integer};
use crate::text::Str;

impl Described for bool {
    const SHAPE: Shape = Shape::Bool;

    fn blank() -> Self {
        false
    }
}

impl Node for bool {
    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }
}

macro_rules! integers {
    ($view:ident as $wide:ident: $($int:ident)*) => {$(
        impl Described for $int {
            const SHAPE: Shape = Shape::Integer {
                min: $int::MIN as i64,
                max: $int::MAX as u64,
            };

            fn blank() -> Self {
                0
            }
        }

        impl Node for $int {
            fn view(&self) -> View<'_> {
                View::$view(*self as $wide)
            }
        }

        impl<'de> ScalarMut<'de> for $int {
            fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
                let value = match scalar {
                    Scalar::Unsigned(value) => $int::try_from(value).ok(),
                    Scalar::Signed(value) => $int::try_from(value).ok(),
                    _ => whole(scalar).and_then(|value| $int::try_from(value).ok()),
                };
                *self = value.ok_or(Misfit)?;
                Ok(Taken::Exactly)
            }

            fn reset(&mut self) {
                *self = 0;
            }
        }
    )*};
}

integers!(Unsigned as u64: u8 u16 u32 u64 usize);
integers!(Signed as i64: i8 i16 i32 i64 isize);

/// Types that lend themselves for what they are.
macro_rules! slots {
    ($($scalar:ty: $slot:ident;)*) => {$(
        impl<'de> Fill<'de> for $scalar {
            fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
                Slot::$slot(self)
            }
        }
    )*};
}

slots! {
    bool: Bool;
    u8: Scalar;
    u16: Scalar;
    u32: Scalar;
    u64: Unsigned;
    usize: Scalar;
    i8: Scalar;
    i16: Scalar;
    i32: Scalar;
    i64: Signed;
    isize: Scalar;
    f32: Scalar;
    f64: Scalar;
    String: Text;
    Box<str>: Scalar;
    Str: Inline;
}

/// The integer that came with a fraction of zeros or with an exponent, as JSON Schema counts it
/// (2020-12, Validation, section 6.1.1) and languages without integers write it.
///
/// A format that hands on integers beyond 64 bits as doubles has rounded them: the least i64 may have been less.
#[cold]
fn whole(scalar: Scalar<'_, '_>) -> Option<i128> {
    const BELOW: f64 = -9_223_372_036_854_775_808.0;
    const BEYOND: f64 = 18_446_744_073_709_551_616.0;
    match scalar {
        Scalar::Number(text) => Decimal::read(text)?.to_integer(),
        Scalar::Float(value) if value.fract() == 0.0 && BELOW < value && value < BEYOND => {
            Some(value as i128)
        }
        _ => None,
    }
}

/// The nearest double of a number, whichever way it came.
fn double(scalar: Scalar<'_, '_>) -> Result<f64, Misfit> {
    match scalar {
        Scalar::Unsigned(value) => Ok(value as f64),
        Scalar::Signed(value) => Ok(value as f64),
        Scalar::Float(value) => Ok(value),
        Scalar::Number(text) => nearest_f64(text).ok_or(Misfit),
        _ => Err(Misfit),
    }
}

/// How a number was taken by a float that is written as `written`.
#[cold]
fn taken_as(scalar: Scalar<'_, '_>, written: &[u8]) -> Taken {
    let mut sent = Vec::new();
    match scalar {
        Scalar::Unsigned(value) => write_integer(&mut sent, value),
        Scalar::Signed(value) => write_integer(&mut sent, value),
        Scalar::Float(value) => write_f64(&mut sent, value),
        Scalar::Number(text) => sent.extend_from_slice(text.as_bytes()),
        _ => {}
    }
    let value = |text| Decimal::read(std::str::from_utf8(text).ok()?);
    match sent == written || value(&sent).is_some_and(|sent| value(written) == Some(sent)) {
        true => Taken::Exactly,
        false => Taken::Respelled,
    }
}

/// Whether a number is an integer of at most so many bits, which a float of that precision holds.
fn has_bits(scalar: Scalar<'_, '_>, bits: u32) -> bool {
    match scalar {
        Scalar::Unsigned(value) => value <= 1 << bits,
        Scalar::Signed(value) => value.unsigned_abs() <= 1 << bits,
        _ => false,
    }
}

/// Whether nobody who writes doubles writes a number like this: it is longer than any that leads to
/// the double it means, or an integer beyond 64 bits.
fn is_beyond_doubles(text: &str) -> bool {
    const LONGEST: usize = "-2.2250738585072014e-308".len();
    let is_integer = || !text.bytes().any(|b| matches!(b, b'.' | b'e' | b'E'));
    text.len() > LONGEST || text.len() > 18 && is_integer()
}

impl Described for f64 {
    const SHAPE: Shape = Shape::Number;

    fn blank() -> Self {
        0.0
    }
}

impl Node for f64 {
    fn view(&self) -> View<'_> {
        View::Float(*self)
    }
}

impl<'de> ScalarMut<'de> for f64 {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        *self = double(scalar)?;
        match scalar {
            Scalar::Float(_) => Ok(Taken::Exactly),
            Scalar::Number(text) if self.is_normal() && !is_beyond_doubles(text) => {
                Ok(Taken::Exactly)
            }
            _ if has_bits(scalar, f64::MANTISSA_DIGITS) => Ok(Taken::Exactly),
            _ => {
                let mut written = Vec::new();
                write_f64(&mut written, *self);
                Ok(taken_as(scalar, &written))
            }
        }
    }

    fn reset(&mut self) {
        *self = 0.0;
    }
}

impl Described for f32 {
    const SHAPE: Shape = Shape::Single;

    fn blank() -> Self {
        0.0
    }
}

impl Node for f32 {
    fn view(&self) -> View<'_> {
        View::Single(*self)
    }
}

impl<'de> ScalarMut<'de> for f32 {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        let value = double(scalar)?;
        let nearest = value as f32;
        if nearest.is_infinite() && value.is_finite() {
            return Err(Misfit);
        }
        *self = nearest;
        match scalar {
            // Six digits are enough for a float to be written as them again.
            Scalar::Number(text) if self.is_normal() && text.len() <= 7 => Ok(Taken::Exactly),
            _ if has_bits(scalar, f32::MANTISSA_DIGITS) => Ok(Taken::Exactly),
            _ => {
                let mut written = Vec::new();
                write_f32(&mut written, *self);
                Ok(taken_as(scalar, &written))
            }
        }
    }

    fn reset(&mut self) {
        *self = 0.0;
    }
}

impl Described for String {
    const SHAPE: Shape = Shape::Text;

    fn blank() -> Self {
        String::new()
    }
}

impl Node for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl Described for Box<str> {
    const SHAPE: Shape = Shape::Text;

    fn blank() -> Self {
        Box::default()
    }
}

impl Node for Box<str> {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl<'de> ScalarMut<'de> for Box<str> {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        let (Scalar::Borrowed(text) | Scalar::Transient(text)) = scalar else {
            return Err(Misfit);
        };
        *self = text.into();
        Ok(Taken::Exactly)
    }

    fn reset(&mut self) {
        *self = Box::default();
    }
}

impl Described for Str {
    const SHAPE: Shape = Shape::Text;

    fn blank() -> Self {
        Str::new()
    }
}

impl Node for Str {
    fn view(&self) -> View<'_> {
        View::Inline(self)
    }
}

impl Described for &str {
    const SHAPE: Shape = Shape::BorrowedText;

    fn blank() -> Self {
        ""
    }
}

impl Node for &str {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl<'de: 'a, 'a> Fill<'de> for &'a str {
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Scalar(self)
    }
}

impl<'de: 'a, 'a> ScalarMut<'de> for &'a str {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        match scalar {
            Scalar::Borrowed(text) => *self = text,
            _ => return Err(Misfit),
        }
        Ok(Taken::Exactly)
    }

    fn reset(&mut self) {
        *self = "";
    }
}

impl Described for Cow<'_, str> {
    const SHAPE: Shape = Shape::Text;

    fn blank() -> Self {
        Cow::Borrowed("")
    }
}

impl Node for Cow<'_, str> {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl<'de: 'a, 'a> Fill<'de> for Cow<'a, str> {
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Scalar(self)
    }
}

impl<'de: 'a, 'a> ScalarMut<'de> for Cow<'a, str> {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        *self = match scalar {
            Scalar::Borrowed(text) => Cow::Borrowed(text),
            Scalar::Transient(text) => Cow::Owned(text.to_owned()),
            _ => return Err(Misfit),
        };
        Ok(Taken::Exactly)
    }

    fn reset(&mut self) {
        *self = Cow::Borrowed("");
    }
}
