//! Formats of strings that the declarations have a rule for; all others are told of.

/// What a string is the text of, where a rule can ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A URI with its scheme.
    Uri,
    /// An email address.
    Email,
}

impl Format {
    /// The format of a name that documents have for it.
    pub(crate) fn named(name: &str) -> Option<Format> {
        match name {
            "uri" | "url" => Some(Format::Uri),
            "email" => Some(Format::Email),
            _ => None,
        }
    }

    /// Its name in a rule.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Format::Uri => "uri",
            Format::Email => "email",
        }
    }

    /// What it is called in a sentence.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Format::Uri => "a URI",
            Format::Email => "an email address",
        }
    }
}
