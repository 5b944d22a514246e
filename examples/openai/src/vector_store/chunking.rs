//! How files are cut into pieces that can be found.

use api_object::{ApiObject, Extra, UnknownObject};

/// How files are cut into pieces.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum ChunkingStrategy {
    /// Into pieces of one size.
    Static(StaticChunking, Extra),
    /// In a way that nobody wrote down.
    Other(Extra),
    /// In a way that these types do not know.
    #[api(unknown)]
    Unknown(UnknownObject),
}

/// How files shall be cut into pieces.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum ChunkingChoice {
    /// As the server likes.
    Auto(Extra),
    /// Into pieces of one size.
    Static(StaticChunking, Extra),
    /// In a way that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// The size of pieces.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(ensure(2 * chunk_overlap_tokens <= max_chunk_size_tokens))]
pub struct StaticChunking {
    /// Tokens of a piece.
    #[api(range(100..=4096))]
    pub max_chunk_size_tokens: u32,
    /// Tokens that a piece shares with the next one.
    pub chunk_overlap_tokens: u32,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
