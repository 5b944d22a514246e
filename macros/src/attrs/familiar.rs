//! Keys that other crates and documents have for what is said otherwise here.

/// What to write for a key that somebody brings along, from documents in `camelCase`, too.
pub(super) fn advice(key: &str) -> Option<&'static str> {
    let is_said = |known: &&str| letters(known).eq(letters(key));
    let said = FAMILIAR.iter().find(|(keys, _)| keys.iter().any(is_said));
    said.map(|(_, advice)| *advice)
}

fn letters(key: &str) -> impl Iterator<Item = char> {
    let letters = key.chars().filter(|letter| *letter != '_');
    letters.map(|letter| letter.to_ascii_lowercase())
}

const FAMILIAR: &[(&[&str], &str)] = &[
    (
        &["skip_serializing_if", "skip_serializing_none", "omitempty"],
        "an `Option` that is left out where it is `None` has the key `optional`",
    ),
    (
        &["skip", "skip_serializing", "skip_deserializing", "ignore"],
        "each field of an object is a member; keep what is none beside the object",
    ),
    (
        &["nullable"],
        "a member that may be null has the type `Option<...>`, and one that may be left out the key `optional`",
    ),
    (
        &["required"],
        "a member whose type is no `Option` is required; remove this",
    ),
    (
        &["deny_unknown_fields", "additional_properties", "strict"],
        "members that nobody declared are kept by the `extra` field and reported; remove this",
    ),
    (
        &["with", "serialize_with", "deserialize_with", "serde_as"],
        "a type that only serde knows has the key `serde`; where serde needs a path, wrap the type in a struct of yours \
         with `#[serde(transparent)]`, and write `#[serde(with = \"...\")]` there",
    ),
    (
        &["secret", "sensitive", "redact"],
        "a secret has a type of its own; write `api_object::Secret<String>`",
    ),
    (
        &["expandable", "expand"],
        "an id, or the object in its place, has a type; write `api_object::Expandable<Customer, CustomerId>`",
    ),
    (
        &["min", "max", "minimum", "maximum", "gt", "lt", "gte", "lte"],
        "bounds of a number are written `range(1..=5)`",
    ),
    (
        &[
            "length",
            "min_len",
            "max_len",
            "min_length",
            "max_length",
            "min_items",
            "max_items",
        ],
        "the length of a string or a list is written `len(1..=5)`",
    ),
    (
        &["const", "constant", "fixed"],
        "a word that is always the same is no field: write `tag(key = \"...\", word = \"...\")` on the object; a number or boolean that \
         is, has `one_of(...)`",
    ),
    (
        &["read_only", "server_set"],
        "a response has what the server sets, and a request is a type of its own without it; what never changes is `immutable`",
    ),
    (
        &["unique_items", "distinct"],
        "a list whose elements all differ has the key `unique`",
    ),
    (
        &["regex"],
        "a regular expression is written `pattern(\"^...$\")`",
    ),
    (
        &["other"],
        "the variant that keeps what nobody knows has the key `unknown`",
    ),
    (
        &["deprecated"],
        "write Rust's own attribute, `#[deprecated(note = \"...\")]`, beside `#[api(...)]`",
    ),
    (
        &["transparent"],
        "a string or a number with a type of its own is written `#[api(id)] struct FileId(api_object::Str);` or `struct IssueId(u64);`",
    ),
];
