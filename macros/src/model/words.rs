//! Enums of words.

use proc_macro2::Ident;
use syn::{Path, Visibility};

/// An enum of words: derived from the user's enum, or generated from a status table.
pub(crate) struct OpenEnum {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) docs: String,
    pub(crate) krate: Path,
    pub(crate) words: Vec<Word>,
    /// The variant that keeps unknown words, and whether such are expected; `None` for `closed`, which refuses them.
    pub(crate) unknown: Option<Ident>,
    pub(crate) expects_more: bool,
    pub(crate) has_arrows: bool,
    /// `status` on the user's enum: objects may name its words in their rules, each under this name.
    pub(crate) status_names: Option<Vec<Ident>>,
    /// Whether the enum itself is still to be written (a status table), or stands in the user's code.
    pub(crate) generated: bool,
}

pub(crate) struct Word {
    pub(crate) ident: Ident,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    /// Places of the words that may follow, in the order written.
    pub(crate) next: Vec<u16>,
    pub(crate) terminal: bool,
}
