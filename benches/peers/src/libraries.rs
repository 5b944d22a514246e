//! How each library reads and writes its types.

mod limits;
mod serde_types;
mod vendor;
mod without_serde;

use benches::cases::Case;
use benches::ways::Way;

pub use vendor::{ASYNC_OPENAI, async_openai};

/// Adds what the libraries do to a case, in front of our ways.
pub fn join(case: &mut Case<'_>) {
    let mut theirs = serde_types::ways(case.task);
    theirs.extend(vendor::way(case.task));
    theirs.extend(without_serde::ways(case.task));
    let ours = |way: &Way<'_>| way.name.starts_with("api-object") || way.name.starts_with("limit");
    let place = case.ways.iter().position(ours).unwrap_or_default();
    case.ways.splice(place..place, theirs);
    case.ways.extend(limits::way(case.task));
}

/// The beginning of what an error says.
fn text(error: impl ToString) -> String {
    const MOST: usize = 80;
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The text that a library asks for where it does not take bytes. Looking whether it is one is part of reading.
fn utf8(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(text)
}
