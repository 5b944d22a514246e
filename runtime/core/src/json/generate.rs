//! Random JSON texts for tests: valid ones that say what is in them, and damaged ones.

use std::ops::Range;

use super::Pointer;

/// A xorshift generator: the same cases in every run.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn seeded(seed: u64) -> Self {
        Random(seed | 1)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((self.next() >> 32) as usize) % bound.max(1)
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len())]
    }
}

/// A valid text, and where each of its values stands, outer ones before inner ones.
#[derive(Default)]
pub(super) struct Document {
    pub(super) text: String,
    pub(super) values: Vec<(Pointer, Range<usize>)>,
}

impl Document {
    pub(super) fn random(random: &mut Random) -> Self {
        let mut document = Document::default();
        document.blank(random);
        let levels = if random.one_in(100) {
            120 + random.below(12)
        } else {
            0
        };
        document.nested(random, &Pointer::default(), levels);
        document.blank(random);
        document
    }

    fn nested(&mut self, random: &mut Random, pointer: &Pointer, levels: usize) {
        if levels == 0 {
            return self.value(random, pointer, 4);
        }
        let (slot, mut inner) = (self.start(pointer), pointer.clone());
        if random.one_in(2) {
            self.text.push('[');
            inner.push_index(0);
            self.nested(random, &inner, levels - 1);
            self.text.push(']');
        } else {
            self.text.push_str("{\"\":");
            inner.push_key("");
            self.nested(random, &inner, levels - 1);
            self.text.push('}');
        }
        self.values[slot].1.end = self.text.len();
    }

    fn start(&mut self, pointer: &Pointer) -> usize {
        let here = self.text.len();
        self.values.push((pointer.clone(), here..here));
        self.values.len() - 1
    }

    fn value(&mut self, random: &mut Random, pointer: &Pointer, depth: usize) {
        let slot = self.start(pointer);
        match random.below(if depth == 0 { 7 } else { 11 }) {
            0 => self.text.push_str(random.pick(&["true", "false", "null"])),
            1..=3 => drop(self.string(random)),
            4..=6 => self.text.push_str(&number(random)),
            7..=8 => self.array(random, pointer, depth),
            _ => self.object(random, pointer, depth),
        }
        self.values[slot].1.end = self.text.len();
    }

    fn array(&mut self, random: &mut Random, pointer: &Pointer, depth: usize) {
        self.text.push('[');
        self.blank(random);
        for index in 0..random.below(4) {
            if index > 0 {
                self.text.push(',');
                self.blank(random);
            }
            let mut inner = pointer.clone();
            inner.push_index(index);
            self.value(random, &inner, depth - 1);
            self.blank(random);
        }
        self.text.push(']');
    }

    fn object(&mut self, random: &mut Random, pointer: &Pointer, depth: usize) {
        self.text.push('{');
        self.blank(random);
        for index in 0..random.below(4) {
            if index > 0 {
                self.text.push(',');
                self.blank(random);
            }
            let mut inner = pointer.clone();
            inner.push_key(&self.string(random));
            self.blank(random);
            self.text.push(':');
            self.blank(random);
            self.value(random, &inner, depth - 1);
            self.blank(random);
        }
        self.text.push('}');
    }

    /// Writes a string as it may stand in a text, and returns what it says.
    fn string(&mut self, random: &mut Random) -> String {
        let mut said = String::new();
        self.text.push('"');
        let most = if random.one_in(8) { 40 } else { 6 };
        for _ in 0..random.below(most) {
            let (spelling, character) = random.pick(SPELLINGS);
            self.text.push_str(spelling);
            said.push(character);
        }
        self.text.push('"');
        said
    }

    fn blank(&mut self, random: &mut Random) {
        if random.one_in(4) {
            self.text
                .push_str(random.pick(&[" ", "\n", "\r\n\t", "\n  ", "\n            "]));
        }
    }
}

const SPELLINGS: &[(&str, char)] = &[
    ("a", 'a'),
    ("b", 'b'),
    ("Z", 'Z'),
    ("0", '0'),
    ("1", '1'),
    (" ", ' '),
    ("_", '_'),
    ("é", 'é'),
    ("€", '€'),
    ("😀", '😀'),
    ("\u{7f}", '\u{7f}'),
    ("\u{2028}", '\u{2028}'),
    ("/", '/'),
    ("~", '~'),
    (":", ':'),
    (",", ','),
    ("{", '{'),
    ("]", ']'),
    (r#"\""#, '"'),
    (r"\\", '\\'),
    (r"\/", '/'),
    (r"\n", '\n'),
    (r"\t", '\t'),
    (r"\b", '\u{8}'),
    (r"\f", '\u{c}'),
    (r"\r", '\r'),
    (r"\u0000", '\0'),
    (r"\u001F", '\u{1f}'),
    (r"\u0041", 'A'),
    (r"\u00e9", 'é'),
    (r"\uFFFD", '\u{fffd}'),
    (r"\ud83d\ude00", '😀'),
    (r"\uDBFF\udfff", '\u{10ffff}'),
];

fn number(random: &mut Random) -> String {
    let bits = random.next();
    match random.below(12) {
        0 => (bits % 1000).to_string(),
        1 => bits.to_string(),
        2 => (bits as i64).to_string(),
        3 => format!("-{}", bits % 100_000),
        4 => format!("{:?}", (bits % 100_000) as f64 / 1000.0),
        5 | 6 => {
            let value = f64::from_bits(bits);
            let value = if value.is_finite() { value } else { 0.5 };
            if random.one_in(2) {
                format!("{value:e}")
            } else {
                format!("{value:?}")
            }
        }
        7 => format!(
            "{bits}{}.{}e-{}",
            random.next(),
            random.next(),
            random.below(400)
        ),
        8 => format!("{}E+{}", bits % 10, random.below(308)),
        9 => format!("{bits}{}", random.below(100)),
        _ => random.pick(EDGES).to_owned(),
    }
}

const EDGES: &[&str] = &[
    "-0",
    "0",
    "-0.0",
    "0e1",
    "0E-400",
    "1e400",
    "-1e309",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "9223372036854775808",
    "9999999999999999999",
    "10000000000000000000",
    "99999999999999999999",
    "4.9e-324",
    "2.4703282292062328e-324",
    "2.4703282292062327e-324",
    "1.7976931348623157e308",
    "1.7976931348623159e308",
    "9007199254740993",
    "2.2250738585072014e-308",
    "0.1",
    "1e-999999999999999999999",
    "0e999999999999999999999",
];

const FRAGMENTS: &[&[u8]] = &[
    b"\"",
    b"\\",
    b",",
    b":",
    b"[",
    b"]",
    b"{",
    b"}",
    b" ",
    b"\n",
    b"\t",
    b"\0",
    b"\x1f",
    b"\x0c",
    b"0",
    b"00",
    b"-",
    b"+",
    b".",
    b"e",
    b"E+",
    b"1e400",
    b"-01",
    b"-0",
    b"1.",
    b".5",
    b"1e",
    b"12345678901234567890",
    b"1e99999",
    b"0.000000000000000000000000000001e-400",
    b"NaN",
    b"Infinity",
    b"true",
    b"nul",
    b"fals",
    b"True",
    b"//",
    b"/**/",
    b"'",
    b"#",
    b"\xef\xbb\xbf",
    b"\xc2\xa0",
    b"\xff",
    b"\xc3",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x82\xac",
    b"\\u",
    b"\\u12",
    b"\\ud800",
    b"\\udc00",
    b"\\ud83d\\ude00",
    b"\\ude00\\ud83d",
    b"\\uD800\\n",
    b"\\x41",
    b"\\\"",
    b"\"a\":1",
    b",\"a\"",
    b",]",
    b",}",
    b"[]",
    b"{}",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    b"{\"\":",
];

/// Damages a text in one to three places.
pub(super) fn damage(random: &mut Random, text: &[u8]) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len() + 1);
        let end = (at + 1 + random.below(4)).min(bytes.len());
        match random.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            3 if at < bytes.len() => bytes[at] = random.next() as u8,
            4 => {
                let copy = bytes[at..end].to_vec();
                let target = random.below(bytes.len() + 1);
                drop(bytes.splice(target..target, copy));
            }
            5 => drop(bytes.splice(at..end, random.pick(FRAGMENTS).iter().copied())),
            _ => drop(bytes.splice(at..at, random.pick(FRAGMENTS).iter().copied())),
        }
    }
    bytes
}
