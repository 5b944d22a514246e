//! How wide characters are in a terminal.

use crate::issue::is_unprintable;

/// What is shown for a character, and how many columns that takes.
pub(super) fn shown(c: char) -> (char, usize) {
    match c {
        _ if is_unprintable(c) || is_invisible(c) => ('\u{fffd}', 1),
        _ if is_combining(c) => (c, 0),
        _ if is_wide(c) => (c, 2),
        _ => (c, 1),
    }
}

/// Marks without a shape of their own that change how their neighbours look.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{feff}')
        || matches!(c, '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Marks that stand over or under the character before.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}')
        || matches!(c, '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// The blocks whose characters are wide in East Asian typography (Unicode Standard Annex 11), and pictographs.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}')
        || matches!(c, '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
        || matches!(c, '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}')
        || matches!(c, '\u{1f300}'..='\u{1f64f}' | '\u{1f680}'..='\u{1f6ff}' | '\u{1f900}'..='\u{1f9ff}')
        || matches!(c, '\u{1fa70}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}
