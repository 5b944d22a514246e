//! Declarations that bytes choose.

use proc_macro2::{TokenStream, TokenTree};

/// What may stand in `#[api(...)]`: keys of all places, those of other derives, and one that nobody knows.
const KEYS: &[&str] = &[
    "rename",
    "rename_all",
    "alias",
    "optional",
    "null_like",
    "default",
    "extra",
    "flatten",
    "accessor",
    "id",
    "status",
    "immutable",
    "set_once",
    "serde",
    "note",
    "range",
    "multiple_of",
    "one_of",
    "len",
    "pattern",
    "starts_with",
    "format",
    "unique",
    "each",
    "not_before",
    "not_after",
    "at_least",
    "at_most",
    "set_in",
    "null_in",
    "only_in",
    "once",
    "set_if",
    "null_if",
    "only_if",
    "same_as",
    "ensure",
    "exactly_one",
    "at_most_one",
    "at_least_one",
    "check",
    "object",
    "former",
    "tag",
    "content",
    "keyed",
    "untagged",
    "unknown",
    "closed",
    "next",
    "view",
    "when",
    "bound",
    "debug",
    "crate",
    "skip",
    "frobnicate",
];

/// What may stand in a value: literals, names of fields and statuses, marks, whole phrases.
const WORDS: &[&str] = &[
    "=",
    ",",
    "!",
    "|",
    "=>",
    "..",
    "..=",
    "<",
    "<=",
    "==",
    "!=",
    "+",
    ".",
    ":",
    "::",
    "-",
    "0",
    "1",
    "5",
    "64",
    "0.5",
    "-1",
    "99999999999999999999999999999999999999999",
    "\"\"",
    "\"a\"",
    "\"type\"",
    "\"camelCase\"",
    "\"a-\"",
    "\"^[a\"",
    "\"\u{1F980}\"",
    "'c'",
    "b\"a\"",
    "true",
    "false",
    "null",
    "a",
    "b",
    "c",
    "d",
    "r#type",
    "self",
    "Self",
    "active",
    "ended",
    "completed",
    "failed",
    "as",
    "Unknown",
    "None",
    "word",
    "key",
    "nullable",
    "blank",
    "end",
    "1u8",
    "{}",
    "[]",
    "#[api(alias = \"x\")]",
    "#[doc = \"Docs.\"]",
    "#[cfg(unix)]",
    "fn",
    "impl",
    "a => b | c",
    "b => c",
    "\"x y\" as Xy",
    "..=5",
    "1..",
    "a + b <= c",
    "a = \"x\"",
    "T: Clone",
    "crate::path",
];

const TYPES: &[&str] = &[
    "String",
    "u8",
    "f64",
    "bool",
    "Option<String>",
    "Option<u32>",
    "Option<JobStatus>",
    "Vec<String>",
    "Option<Vec<u8>>",
    "JobId",
    "JobStatus",
    "Extra",
    "UnixSeconds",
    "Option<UnixSeconds>",
    "BTreeMap<String, u8>",
    "Option<Box<Self>>",
    "Box<Job>",
    "&'a str",
    "Cow<'a, str>",
    "Str",
    "T",
    "Vec<T>",
    "[u8; 4]",
    "(u8, u8)",
    "fn(u8) -> u8",
    "dyn Trait",
    "!",
    "m!()",
    "UnknownValue",
    "UnknownObject",
    "RawJson",
    "Auto<u8>",
    "Nullable<String>",
    "Secret<Str>",
    "impl Trait",
    "_",
    "*const u8",
    "<T as Trait>::Out",
    "Option<Option<Option<Option<u8>>>>",
    "Expandable<Job, JobId>",
    "Items<Job>",
    "std::string::String",
];

const NAMES: &[&str] = &[
    "a", "b", "c", "d", "r#type", "extra", "state", "check", "self_", "object", "Other", "A",
    "r#fn",
];

/// Reads choices off some bytes; where these end, the first of all is chosen.
pub struct Chooser<'b> {
    bytes: &'b [u8],
}

impl<'b> Chooser<'b> {
    /// Choices that these bytes make.
    pub fn new(bytes: &'b [u8]) -> Self {
        Chooser { bytes }
    }

    /// A struct, an enum or a newtype with keys here and there.
    pub fn declaration(&mut self) -> TokenStream {
        let attributes = self.attributes();
        let generics = self.one(&[
            "",
            "",
            "<T>",
            "<'a>",
            "<'a, T: 'a, const N: usize>",
            "<T = u8>",
        ]);
        let clause = self.one(&["", "", "where T: Clone"]);
        let fields = self.fields();
        let types = self.types();
        let variants = self.variants();
        let text = match self.below(8) {
            0..=3 => format!("{attributes} pub struct Job{generics} {clause} {{ {fields} }}"),
            4 => format!("{attributes} struct Job{generics}({types}) {clause};"),
            5 => format!("{attributes} union Job{generics} {{ {fields} }}"),
            _ => format!("{attributes} pub(crate) enum Job{generics} {clause} {{ {variants} }}"),
        };
        text.parse().unwrap_or_default()
    }

    fn fields(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(7) {
            let (attributes, name) = (self.attributes(), self.one(NAMES));
            text += &format!("{attributes} {name}: {},\n", self.one(TYPES));
        }
        text
    }

    fn types(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(3) {
            text += &format!("{} {},", self.attributes(), self.one(TYPES));
        }
        text
    }

    fn variants(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(6) {
            let (attributes, name) = (self.attributes(), self.one(NAMES));
            let held = match self.below(4) {
                0 | 1 => String::new(),
                2 => format!("({})", self.types()),
                _ => format!("{{ {} }}", self.fields()),
            };
            text += &format!("{attributes} {name}{held},\n");
        }
        text
    }

    fn attributes(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(3) {
            text += &match self.below(8) {
                0 => "/// Docs.\n".to_owned(),
                1 => "#[deprecated]".to_owned(),
                2 => format!("#[api {}]", self.value(3)),
                _ => format!("#[api({})]", self.list(3)),
            };
        }
        text
    }

    /// Keys with values; mostly a comma stands between them.
    fn list(&mut self, depth: usize) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(4) {
            text += self.one(KEYS);
            text += " ";
            text += &self.value(depth);
            if self.below(8) > 0 {
                text += ", ";
            }
        }
        text
    }

    fn value(&mut self, depth: usize) -> String {
        match self.below(6) {
            0 => String::new(),
            1 => format!("= {}", self.one(WORDS)),
            2 if depth > 0 => format!("({})", self.list(depth - 1)),
            3 => format!("{{ {} }}", self.words()),
            4 => format!("[{}]", self.words()),
            _ => format!("({})", self.words()),
        }
    }

    fn words(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(8) {
            text += self.one(WORDS);
            text += " ";
        }
        text
    }

    fn one(&mut self, all: &[&'static str]) -> &'static str {
        let place = self.below(all.len());
        all.get(place).copied().unwrap_or_default()
    }

    /// A number below `end`, which is not zero.
    fn below(&mut self, end: usize) -> usize {
        let Some((first, rest)) = self.bytes.split_first() else {
            return 0;
        };
        self.bytes = rest;
        usize::from(*first) % end
    }
}

/// How deep groups stand in each other.
pub fn nesting(tokens: TokenStream) -> usize {
    // With a stack of its own, since what is too deep is what is asked about.
    let mut deepest = 0;
    let mut open = vec![(tokens, 0)];
    while let Some((tokens, depth)) = open.pop() {
        deepest = deepest.max(depth);
        open.extend(tokens.into_iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some((group.stream(), depth + 1)),
            _ => None,
        }));
    }
    deepest
}

/// A type as a derive sees it: without the attribute that calls it.
pub fn declared(mut item: syn::Item) -> Option<TokenStream> {
    let (syn::Item::Struct(syn::ItemStruct { attrs, .. })
    | syn::Item::Enum(syn::ItemEnum { attrs, .. })
    | syn::Item::Union(syn::ItemUnion { attrs, .. })) = &mut item
    else {
        return None;
    };
    attrs.retain(|attr| !attr.path().is_ident("derive"));
    Some(quote::ToTokens::into_token_stream(item))
}
