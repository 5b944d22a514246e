//! Text of the document is never code.

use super::fixture::{imported, of, path};
use cargo_api_object::document::{Value, parse};
use cargo_api_object::import::{Options, import};

/// What the output consists of, without what comments and literals say.
fn words(text: &str) -> Vec<String> {
    let file = syn::parse_file(text).expect("the output is Rust");
    let mut kinds = Vec::new();
    for item in file.items {
        kinds.push(match item {
            syn::Item::Use(_) => "use".to_owned(),
            syn::Item::Mod(item) => format!("mod {}", item.ident),
            syn::Item::Struct(item) => format!("struct {}", item.ident),
            syn::Item::Enum(item) => format!("enum {}", item.ident),
            syn::Item::Type(item) => format!("type {}", item.ident),
            _ => panic!("the output has another kind of item:\n{text}"),
        });
    }
    kinds
}

#[test]
fn nothing_of_a_document_becomes_code() {
    let found = imported("hostile.yaml");
    let mut all: Vec<String> = found
        .files
        .iter()
        .flat_map(|file| words(&file.text))
        .collect();
    all.retain(|word| word != "use");
    all.sort();
    assert_eq!(
        all,
        [
            "enum AFnEvil",
            "enum SuperEvil",
            "mod api_object_module",
            "mod common",
            "mod etc",
            "struct A",
            "struct BEvilU8"
        ]
    );
    for file in &found.files {
        assert!(
            file.path
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_./".contains(&byte)),
            "{}",
            file.path
        );
        assert!(!file.path.contains(".."), "{}", file.path);
        let odd = file
            .text
            .chars()
            .find(|c| (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c));
        assert_eq!(odd, None, "{}", file.text);
        let bad = file.text.lines().find(|line| {
            line.contains("evil()")
                && !line.trim_start().starts_with("//")
                && !line.contains("rename")
        });
        assert_eq!(bad, None);
    }
}

#[test]
fn code_in_prose_is_never_run() {
    let found = imported("hostile.yaml");
    for file in &found.files {
        let fences: Vec<&str> = file
            .text
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("/// ```"))
            .collect();
        assert!(
            fences.iter().step_by(2).all(|line| *line == "/// ```text"),
            "{fences:?}"
        );
        assert!(!file.text.contains("///     "), "{}", file.text);
        assert!(!file.text.contains("javascript"), "{}", file.text);
    }
}

#[test]
fn the_output_is_the_same_each_time() {
    for name in ["unions.yaml", "inheritance.yaml", "hostile.yaml"] {
        assert_eq!(imported(name).files, imported(name).files, "{name}");
    }
}

#[test]
fn what_is_no_document_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    for (text, why) in [
        ("", "it is empty"),
        ("[1, 2]", "it is an array, and no document"),
        ("a: [", "line"),
        ("{\"a\": ]", "line 1"),
        (&"[".repeat(100_000) as &str, "line 1"),
        (&"{\"a\":".repeat(100_000) as &str, "line 1"),
    ] {
        let path = dir.path().join("document.yaml");
        std::fs::write(&path, text).unwrap();
        let options = Options {
            files: vec![path],
            ..Options::default()
        };
        let error = import(&options, &mut |_| {}).unwrap_err().to_string();
        assert!(error.contains(why), "{error}, of {text:.20}");
    }
}

/// Each value of a document in turn is replaced by others: there is an error, or code that parses.
#[test]
fn damaged_documents_come_to_an_end() {
    let dir = tempfile::tempdir().unwrap();
    let path_of = dir.path().join("document.yaml");
    let others = [
        "null",
        "[]",
        "{}",
        "7",
        "\"x\"",
        "{$ref: '#/components/schemas'}",
        "[{$ref: '#'}]",
        "true",
    ];
    let mut count = 0;
    for name in [
        "inheritance.yaml",
        "unions.yaml",
        "nullable.yaml",
        "operations.yaml",
        "hostile.yaml",
    ] {
        let text = std::fs::read_to_string(path(name)).unwrap();
        let root = parse(&text).unwrap();
        let places = places(&root);
        for (i, place) in places.iter().enumerate() {
            let mut damaged = root.clone();
            replace(
                &mut damaged,
                place,
                &parse(others[i % others.len()]).unwrap(),
            );
            std::fs::write(&path_of, damaged.to_string()).unwrap();
            let options = Options {
                files: vec![path_of.clone()],
                ..Options::default()
            };
            if let Ok(found) = import(&options, &mut |_| {}) {
                found.files.iter().for_each(|file| drop(words(&file.text)));
                count += 1;
            }
        }
    }
    assert!(count > 300, "{count} damaged documents were imported");
}

fn places(value: &Value) -> Vec<Vec<usize>> {
    let children: Vec<&Value> = match value {
        Value::Map(map) => map.values().collect(),
        Value::List(list) => list.iter().collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (i, child) in children.into_iter().enumerate() {
        found.push(vec![i]);
        found.extend(
            places(child)
                .into_iter()
                .map(|rest| [vec![i], rest].concat()),
        );
    }
    found
}

fn replace(value: &mut Value, place: &[usize], by: &Value) {
    let Some((first, rest)) = place.split_first() else {
        *value = by.clone();
        return;
    };
    match value {
        Value::Map(map) => {
            if let Some((_, child)) = map.get_index_mut(*first) {
                replace(child, rest, by);
            }
        }
        Value::List(list) => replace(&mut list[*first], rest, by),
        _ => {}
    }
}

/// Chains of references and deep nesting are as long as somebody likes; none of them may end on the stack.
#[test]
fn long_chains_come_to_an_end() {
    const COUNT: usize = 2000;
    let schemas = |count: usize, each: &dyn Fn(usize) -> String| {
        let all: String = (0..count)
            .map(|i| format!("    S{i}: {}\n", each(i)))
            .collect();
        format!("openapi: 3.1.0\ncomponents:\n  schemas:\n{all}")
    };
    let next = |i: usize| format!("{{$ref: '#/components/schemas/S{}'}}", (i + 1) % COUNT);
    let nested = |depth: usize| {
        let open = "{type: object, properties: {a: ".repeat(depth);
        format!(
            "openapi: 3.1.0\ncomponents:\n  schemas:\n    A: {open}{{}}{}",
            "}}".repeat(depth)
        )
    };
    let documents = [
        schemas(COUNT, &|i| next(i)),
        schemas(COUNT, &|i| format!("{{type: array, items: {}}}", next(i))),
        schemas(200, &|i| {
            format!(
                "{{allOf: [{}, {{properties: {{m{i}: {{type: string}}}}}}]}}",
                next(i)
            )
        }),
        schemas(COUNT, &|i| {
            format!("{{oneOf: [{}, {{type: string}}]}}", next(i))
        }),
        schemas(COUNT, &|i| {
            format!(
                "{{type: object, required: [n], properties: {{n: {}}}}}",
                next(i)
            )
        }),
        nested(60),
        nested(95),
    ];
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("document.yaml");
    for document in documents {
        std::fs::write(&path, document).unwrap();
        let options = Options {
            files: vec![path.clone()],
            ..Options::default()
        };
        let found = import(&options, &mut |_| {}).unwrap();
        found.files.iter().for_each(|file| drop(words(&file.text)));
    }
}

#[test]
fn many_types_in_a_row_ask_for_a_limit() {
    let schemas = |count: usize| -> Vec<String> {
        let schema = |i: usize| {
            format!(
                "T{i}: {{type: object, properties: {{m{i}: {{type: string}}, next: {{$ref: '#/components/schemas/T{}'}}}}}}",
                (i + 1) % count
            )
        };
        (0..count).map(schema).collect()
    };
    let head = |count: usize| {
        let schemas = schemas(count);
        let schemas: Vec<&str> = schemas.iter().map(String::as_str).collect();
        let found = of(&schemas);
        let noted = found.coverage.to_string().contains("recursion_limit");
        let told = found
            .files
            .iter()
            .any(|file| file.text.contains("recursion_limit"));
        assert_eq!(noted, told, "{count}");
        told
    };
    assert!(!head(10) && head(40));
}
