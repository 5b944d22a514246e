//! All documents that cases read; the large ones are made where they are asked for.

use std::cell::OnceCell;

use crate::data::{Corpus, Large};
use crate::unions;

/// All documents.
#[derive(Default)]
pub struct Corpora {
    /// Pages and single jobs.
    pub jobs: Corpus,
    /// Unions of all styles.
    pub unions: unions::Corpus,
    large: OnceCell<Large>,
}

impl Corpora {
    /// Makes the small documents.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with documents of 20 kB for those of 20 MB.
    #[cfg(test)]
    pub(crate) fn without_large() -> Self {
        let large = Large::of_at_least(20_000);
        Corpora {
            large: OnceCell::from(large),
            ..Self::default()
        }
    }

    /// The documents of 20 MB.
    pub fn large(&self) -> &Large {
        self.large.get_or_init(Large::new)
    }
}
