//! Hundreds of thousands of random texts, valid and damaged: this module against serde_json.

use serde_json::Value;

use super::generate::{Document, Random, damage};
use super::tree::Tree;
use super::{Input, Pointer, SyntaxError, locate, parse_f64};

/// What a run has seen, so that a generator that went dull fails its test.
#[derive(Debug, Default)]
struct Seen {
    accepted: usize,
    refused: usize,
    out_of_range: usize,
}

impl Seen {
    fn check(&mut self, bytes: &[u8]) {
        let shown = String::from_utf8_lossy(bytes);
        let ours = Tree::from_slice(bytes);
        assert_eq!(
            skipped(bytes),
            ours.as_ref().map(drop).map_err(|error| *error),
            "{shown}"
        );
        match (&ours, serde_json::from_slice::<Value>(bytes)) {
            (Ok(tree), Ok(value)) => {
                assert!(tree.is(&value), "{tree:?}\nis not\n{value:?}\n{shown}");
                assert_written(tree, &value);
                self.accepted += 1;
            }
            (Ok(tree), Err(error)) => {
                assert!(tree.has_out_of_range(), "accepted, but {error}: {shown}");
                assert!(
                    error.to_string().starts_with("number out of range"),
                    "{error}: {shown}"
                );
                self.out_of_range += 1;
            }
            (Err(error), theirs) => {
                assert!(theirs.is_err(), "refused: {error}\n{shown}");
                assert!(error.at <= bytes.len(), "{error}: {shown}");
                self.refused += 1;
            }
        }
    }
}

/// Passes over the whole text, and makes sure of the range that was passed over.
fn skipped(bytes: &[u8]) -> Result<(), SyntaxError> {
    let mut input = Input::new(bytes)?;
    let raw = input.skip_value()?;
    input.finish()?;
    assert_eq!(raw, input.text().trim_matches([' ', '\n', '\r', '\t']));
    Ok(())
}

fn assert_written(tree: &Tree, value: &Value) {
    let mut out = Vec::new();
    tree.write(&mut out);
    assert_eq!(Tree::from_slice(&out).as_ref(), Ok(tree));
    assert_eq!(
        serde_json::from_slice::<Value>(&out).ok().as_ref(),
        Some(value)
    );
    for text in tree.texts() {
        let mut own = Vec::new();
        super::write_str(&mut own, text.as_bytes());
        assert_eq!(own, serde_json::to_vec(text).unwrap());
    }
}

#[test]
fn random_and_damaged_texts_are_judged_and_read_as_serde_json_does() {
    let mut random = Random::seeded(0x0A91_0B3E_C700_0001);
    let mut seen = Seen::default();
    for _ in 0..40_000 {
        let document = Document::random(&mut random);
        seen.check(document.text.as_bytes());
        for _ in 0..5 {
            seen.check(&damage(&mut random, document.text.as_bytes()));
        }
    }
    assert!(seen.accepted > 60_000, "{seen:?}");
    assert!(seen.refused > 60_000, "{seen:?}");
    assert!(seen.out_of_range > 500, "{seen:?}");
}

#[test]
fn decimals_of_any_length_are_read_as_the_standard_library_reads_them() {
    let mut random = Random::seeded(0x0DEC_1A15_0000_0004);
    for _ in 0..50_000 {
        let whole = random.next() >> random.below(64);
        let places = random.below(20);
        let fraction = random.next() % 10_u64.pow(places as u32);
        let texts = [
            format!("{whole}"),
            format!("{whole}.{fraction:0places$}"),
            format!("-{}.{fraction:0places$}", whole % 1000),
            format!("0.{fraction:0places$}00000"),
            format!("{whole}.{fraction:0places$}e{}", random.below(40)),
        ];
        for text in texts
            .iter()
            .filter(|text| !text.ends_with('.') && !text.contains(".e"))
        {
            let expected: f64 = text.parse().unwrap();
            assert_eq!(
                parse_f64(text).map(f64::to_bits),
                Some(expected.to_bits()),
                "{text}"
            );
        }
        let integer = Tree::from_slice(texts[0].as_bytes());
        assert_eq!(integer, Ok(Tree::Unsigned(whole)), "{whole}");
    }
}

#[test]
fn nesting_ends_where_serde_json_ends_it() {
    for (open, close) in [
        ("[", "]"),
        ("{\"a\":", "}"),
        ("[{\"a\":", "}]"),
        ("{\"a\":[", "]}"),
    ] {
        let width = open.matches(['[', '{']).count();
        for levels in 60..=130 {
            let text = format!("{}1{}", open.repeat(levels), close.repeat(levels));
            let mut seen = Seen::default();
            seen.check(text.as_bytes());
            let fits = levels * width <= 127;
            assert_eq!(
                (seen.accepted, seen.refused),
                (fits.into(), (!fits).into()),
                "{text}"
            );
        }
    }
}

#[test]
fn every_value_is_located_and_found() {
    let mut random = Random::seeded(0x10CA_7E00_F14D_0002);
    let mut found = 0;
    for _ in 0..8_000 {
        let document = Document::random(&mut random);
        let text = document.text.as_str();
        let (pointer, range) = &document.values[random.below(document.values.len())];
        let place = locate(text, range.start);
        assert_eq!(&place.pointer, pointer, "{} of {text}", range.start);
        let is_scalar = !text[range.clone()].starts_with(['[', '{']);
        if is_scalar {
            let within = range.start + random.below(range.len());
            assert_eq!(&locate(text, within).pointer, pointer, "{within} of {text}");
        }
        if !has_duplicates(&document) && Tree::from_slice(text.as_bytes()).is_ok() {
            assert_eq!(
                pointer.find_in(text).as_ref(),
                Some(range),
                "{pointer} of {text}"
            );
            found += 1;
        }
    }
    assert!(found > 5_000, "{found}");
}

fn has_duplicates(document: &Document) -> bool {
    let mut pointers: Vec<_> = document
        .values
        .iter()
        .map(|(pointer, _)| pointer.as_str())
        .collect();
    pointers.sort_unstable();
    pointers.windows(2).any(|pair| pair[0] == pair[1])
}

#[test]
fn every_offset_of_every_text_has_a_place() {
    let mut random = Random::seeded(0xDA3A_6ED0_0000_0003);
    let mut deepest = 0;
    for _ in 0..30_000 {
        let document = Document::random(&mut random);
        let damaged = damage(&mut random, document.text.as_bytes());
        let text = String::from_utf8_lossy(&damaged);
        let at = random.below(text.len() + 3);
        let place = locate(&text, at);
        assert_eq!(place.offset, at);
        assert!(place.line >= 1 && place.column >= 1);
        let again: Result<Pointer, _> = place.pointer.as_str().parse();
        assert_eq!(again.as_ref(), Ok(&place.pointer), "well formed");
        deepest = deepest.max(place.pointer.segments().count());
        let _ = place.pointer.find_in(&text);
    }
    assert!(deepest > 50, "{deepest}");
}

#[test]
fn a_syntax_error_is_located_in_the_value_that_it_breaks() {
    let cases = [
        (r#"{"a": [1, tru, 2]}"#, "/a/1"),
        (r#"{"a": [1, 2"#, "/a/1"),
        (r#"{"a": [1, "x"#, "/a/1"),
        (r#"{"a": [1, "#, "/a/1"),
        (r#"{"a": {"b": }}"#, "/a/b"),
        (r#"{"a": {"b" 1}}"#, "/a/b"),
        (r#"{"a": {"b": 01}}"#, "/a/b"),
        (r#"{"a": {"b": 1"#, "/a/b"),
        (r#"{"a": 1, b: 2}"#, ""),
        (r#"{"a": "x\q"}"#, "/a"),
    ];
    for (text, pointer) in cases {
        let error = Tree::from_slice(text.as_bytes()).unwrap_err();
        assert_eq!(locate(text, error.at).pointer.as_str(), pointer, "{text}");
    }
}
