//! How files are cut into pieces that can be found.

use api_object::{ApiObject, Extra, UnknownObject};

/// How files are cut into pieces.
// later: a self-keyed union.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum ChunkingStrategy {
    /// Into pieces of one size.
    Static(StaticChunking),
    /// In a way that nobody wrote down.
    Other(OtherChunking),
    /// In a way that these types do not know.
    #[api(unknown)]
    Unknown(UnknownObject),
}

/// Into pieces of one size.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct StaticChunking {
    /// Which size.
    r#static: StaticChunkingSettings,
    #[api(extra)]
    extra: Extra,
}

/// The size of pieces.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(check = overlaps_by_half_at_most)]
pub struct StaticChunkingSettings {
    /// Tokens of a piece.
    #[api(range(100..=4096))]
    pub max_chunk_size_tokens: u32,
    /// Tokens that a piece shares with the next one.
    pub chunk_overlap_tokens: u32,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

fn overlaps_by_half_at_most(settings: &StaticChunkingSettings) -> Result<(), &'static str> {
    match settings.chunk_overlap_tokens <= settings.max_chunk_size_tokens / 2 {
        true => Ok(()),
        false => Err("chunk_overlap_tokens is more than half of max_chunk_size_tokens"),
    }
}

/// In a way that nobody wrote down.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct OtherChunking {
    #[api(extra)]
    extra: Extra,
}
