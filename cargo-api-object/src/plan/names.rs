//! Names in Rust out of names of documents, which may hold anything.

use std::collections::HashSet;

use super::casing::abbreviations;
use super::letters::plain;

/// Names that the output uses for something else.
const TAKEN: &[&str] = &[
    "ApiObject",
    "Auto",
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deleted",
    "Eq",
    "Err",
    "Expandable",
    "Extra",
    "Hash",
    "Items",
    "List",
    "None",
    "Nullable",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Quoted",
    "RawJson",
    "Result",
    "Secret",
    "Self",
    "Some",
    "Str",
    "String",
    "UnixSeconds",
    "UnknownObject",
    "UnknownValue",
    "Vec",
];

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that cannot be raw identifiers either.
const NEVER_RAW: &[&str] = &["self", "super", "crate", "_", "Self"];

/// Names of one scope, each given once.
#[derive(Debug, Default)]
pub(super) struct Scope {
    given: HashSet<String>,
}

impl Scope {
    /// A scope in which the names that the output itself uses are given.
    pub(super) fn of_types() -> Self {
        Scope {
            given: TAKEN.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    /// This name, or the first free one of it with a number behind.
    pub(super) fn claim(&mut self, name: &str) -> String {
        let mut found = name.to_owned();
        let mut number = 2;
        while !self.given.insert(found.clone()) {
            found = format!("{name}{number}");
            number += 1;
        }
        found
    }

    pub(super) fn is_given(&self, name: &str) -> bool {
        self.given.contains(name)
    }
}

/// A type's name: the parts of the document's name, each with a capital. What is inside of a part stays.
pub(super) fn pascal(text: &str) -> String {
    let text = plain(text);
    // Capitals alone tell no parts, and a lint wants none; a short word of them is an abbreviation.
    let letters = text.chars().filter(char::is_ascii_alphabetic);
    let is_loud = !text.contains(|c: char| c.is_ascii_lowercase()) && letters.count() > 3;
    let text = if is_loud {
        text.to_ascii_lowercase()
    } else {
        text
    };
    let mut name = String::new();
    let mut begins = true;
    for c in text.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => {
                // Numbers beside each other stay two: `1-10` is no 110.
                let is_number = c.is_ascii_digit() && name.ends_with(|c: char| c.is_ascii_digit());
                if begins && is_number {
                    name.push('_');
                }
                name.push(if begins { c.to_ascii_uppercase() } else { c });
                begins = false;
            }
            _ => begins = true,
        }
    }
    match name.chars().next() {
        None => "Unnamed".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("N{name}"),
        Some(_) => name,
    }
}

/// A type's name, for the names of types: some are taken, and get a word behind.
pub(super) fn type_name(text: &str) -> String {
    let name = match has_letters(text) {
        true => pascal(text),
        false => pascal(&codes(text)),
    };
    match TAKEN.contains(&name.as_str()) {
        true => format!("{name}Object"),
        false => name,
    }
}

/// Whether anything is left of a name in plain letters and digits.
pub(super) fn has_letters(text: &str) -> bool {
    plain(text).contains(|c: char| c.is_ascii_alphanumeric())
}

/// The letters of a name that has no plain ones, by their numbers.
pub(super) fn codes(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    let codes = letters.map(|c| format!("u{:04x}", u32::from(c)));
    codes.collect::<Vec<_>>().join("_")
}

/// A variant's name out of a word. Words that would vanish are spelled out.
pub(crate) fn variant(word: &str) -> String {
    if word.is_empty() {
        return "Empty".to_owned();
    }
    let plain = plain(word);
    let word = if plain.is_empty() { word } else { &plain };
    let signs = word.chars().any(|c| c.is_ascii_alphanumeric());
    let leads = word.starts_with(['+', '-', '<', '>', '=', '!', '*']);
    let spelled = match signs && !leads {
        true => word.to_owned(),
        false => word.chars().map(spelled).collect::<Vec<_>>().concat(),
    };
    let name = pascal(&spelled);
    match name.as_str() {
        "Self" => "SelfWord".to_owned(),
        _ => name,
    }
}

fn spelled(c: char) -> String {
    let word = match c {
        '+' => "Plus",
        '-' => "Minus",
        '*' => "Star",
        '.' => "Dot",
        '/' => "Slash",
        '<' => "Less",
        '>' => "Greater",
        '=' => "Equals",
        '!' => "Not",
        '#' => "Hash",
        '%' => "Percent",
        '&' => "And",
        '?' => "Question",
        ' ' | '_' => " ",
        c if c.is_ascii_alphanumeric() => return c.to_string(),
        c => return format!(" U{:04X} ", u32::from(c)),
    };
    format!(" {word} ")
}

/// A field's name, without `r#`.
pub(super) fn field(name: &str) -> String {
    let name = &*plain(name);
    let odd = name.starts_with(['+', '-']) || !name.chars().any(|c| c.is_ascii_alphanumeric());
    let text = match odd {
        true => name.chars().map(spelled).collect::<String>().to_lowercase(),
        false => name.to_owned(),
    };
    let snake = snake(&text);
    let snake = abbreviations(&text, snake);
    match snake.chars().next() {
        None => "unnamed".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{snake}"),
        Some(_) if NEVER_RAW.contains(&snake.as_str()) => format!("{snake}_"),
        Some(_) => snake,
    }
}

/// The fields' names of the members of an object, which are in this order. A name that another member has but for signs in front, as
/// `_birthDate` beside `birthDate`, has these in words, wherever the two stand.
pub(super) fn fields(scope: &mut Scope, members: &[&str]) -> Vec<String> {
    let plain: Vec<String> = members.iter().map(|name| field(name)).collect();
    let bare = members.iter().zip(&plain);
    let bare = bare.filter(|(name, _)| signs(name).is_empty());
    let bare: HashSet<&str> = bare.map(|(_, plain)| plain.as_str()).collect();
    let mut claim = |name: &str, plain: &String| {
        let signs = signs(name);
        let is_told_by_signs = bare.contains(plain.as_str()) || scope.is_given(plain);
        match is_told_by_signs && !signs.is_empty() {
            true => scope.claim(&format!("{}{plain}", signs.concat())),
            false => scope.claim(plain),
        }
    };
    in_turns(
        members.len(),
        |i| members[i] == plain[i],
        |i| claim(members[i], &plain[i]),
    )
}

/// Names for some places: first for those that are spelled as they will be, then for all others. So `foo_bar` stays what it is,
/// wherever `fooBar` stands.
pub(super) fn in_turns(
    count: usize,
    is_own: impl Fn(usize) -> bool,
    mut claim: impl FnMut(usize) -> String,
) -> Vec<String> {
    let mut names = vec![String::new(); count];
    for own in [true, false] {
        for (i, name) in names.iter_mut().enumerate() {
            if is_own(i) == own {
                *name = claim(i);
            }
        }
    }
    names
}

/// The signs in front of a name, each as the beginning of a field's name; those that every field's name has are not among them.
fn signs(name: &str) -> Vec<String> {
    let is_sign = |c: &char| !c.is_alphanumeric() && !matches!(c, '+' | '-');
    let spelled = |c| match c {
        '_' => "underscore_".to_owned(),
        '$' => "dollar_".to_owned(),
        '@' => "at_".to_owned(),
        c => format!("{}_", snake(&spelled(c))),
    };
    match has_letters(name) {
        true => name.chars().take_while(is_sign).map(spelled).collect(),
        false => Vec::new(),
    }
}

/// Words in small letters with `_` between, which is also what the derive takes a variant for.
pub(crate) fn snake(text: &str) -> String {
    let mut parts = vec![String::new()];
    let chars: Vec<char> = plain(text).chars().collect();
    for (i, c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| chars[i]);
        let follows = chars
            .get(i + 1)
            .is_some_and(|after| after.is_ascii_lowercase());
        let begins = c.is_ascii_uppercase()
            && before.is_some_and(|before| !before.is_ascii_uppercase() || follows);
        if !c.is_ascii_alphanumeric() || begins {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut()
            && c.is_ascii_alphanumeric()
        {
            part.push(c.to_ascii_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("_")
}

/// The word itself, where it is an identifier in snake case.
pub(crate) fn snake_ident(word: &str) -> Option<&str> {
    let starts = word.starts_with(|c: char| c.is_ascii_lowercase());
    let rest = word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    (starts && rest && !is_keyword(word) && !NEVER_RAW.contains(&word)).then_some(word)
}

/// Whether an identifier is written with `r#`.
pub(crate) fn is_keyword(ident: &str) -> bool {
    KEYWORDS.contains(&ident)
}

/// One of what a name says many of.
pub(crate) fn singular(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    match name.strip_suffix('s') {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) && stem.len() > 1 => stem.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_get_names() {
        let cases = [
            ("File--Full", "FileFull"),
            ("Error-2", "Error2"),
            ("tempPassword", "TempPassword"),
            ("OpenAIFile", "OpenAIFile"),
            ("list", "ListObject"),
            ("3d_secure", "N3dSecure"),
            ("", "Unnamed"),
            ("a.b/c", "ABC"),
            ("ACH", "ACH"),
            ("VOID", "Void"),
            ("\u{202e}Ünï", "Ueni"),
            ("日本", "U65e5U672c"),
            ("Straße", "Strasse"),
        ];
        for (text, name) in cases {
            assert_eq!(type_name(text), name, "{text}");
        }
    }

    #[test]
    fn words_get_variants() {
        let cases = [
            ("in_progress", "InProgress"),
            ("1024x1024", "N1024x1024"),
            ("+1", "Plus1"),
            ("-1", "Minus1"),
            ("won't fix", "WontFix"),
            ("", "Empty"),
            ("*", "Star"),
            (">=", "GreaterEquals"),
            ("self", "SelfWord"),
            ("gpt-4.1", "Gpt4_1"),
            ("1-10", "N1_10"),
            ("1-1-0", "N1_1_0"),
            ("é", "E"),
            ("日", "U65E5"),
        ];
        for (word, name) in cases {
            assert_eq!(variant(word), name, "{word}");
        }
    }

    #[test]
    fn members_get_fields() {
        let cases = [
            ("createdAt", "created_at"),
            ("type", "type"),
            ("self", "self_"),
            ("+1", "plus_1"),
            ("-1", "minus_1"),
            ("2fa", "n2fa"),
            ("api_key.created", "api_key_created"),
            ("userIDs", "user_ids"),
            ("URLsOfIDs", "urls_of_ids"),
            ("IPAddress", "ip_address"),
            ("aIs", "a_is"),
            ("driver's name", "drivers_name"),
            ("", "unnamed"),
            ("$", "u0024"),
        ];
        for (name, ident) in cases {
            assert_eq!(field(name), ident, "{name}");
        }
    }

    #[test]
    fn names_are_given_once() {
        let mut scope = Scope::of_types();
        assert_eq!(scope.claim("TempPassword"), "TempPassword");
        assert_eq!(scope.claim("TempPassword"), "TempPassword2");
        assert_eq!(singular("categories"), "category");
        assert_eq!(singular("status"), "status");
        assert_eq!(singular("tools"), "tool");
    }
}
