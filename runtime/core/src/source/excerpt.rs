//! One line of a text, cut around a place, with a mark under it.

use std::ops::Range;

use super::width;

/// How many columns of a line are shown.
const WIDTH: usize = 76;
/// How many of them stand before the place, at least, where there is so much.
const BEFORE: usize = 30;
/// The columns of a tab.
const TAB: &str = "    ";
/// What stands where a line was cut.
const CUT: char = '…';

/// A line, and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) line: String,
    pub(super) marks: String,
}

/// The line in which `marked` begins, as much of it as is shown.
///
/// However long the line is, no more than that is looked at.
pub(super) fn excerpt(text: &str, marked: Range<usize>) -> Excerpt {
    let at = floor(text, marked.start.min(text.len()));
    let (head, tail) = text.split_at(at);
    let (behind, is_all) = columns(tail.chars(), WIDTH);
    let room = match is_all {
        true => WIDTH.saturating_sub(width_of(&behind)).max(BEFORE),
        false => BEFORE,
    };
    let (mut before, is_begin) = columns(head.chars().rev(), room);
    before.reverse();
    let (behind, is_all) = columns(tail.chars(), WIDTH.saturating_sub(width_of(&before)));
    let (mut line, mut marks) = (String::new(), String::new());
    if !is_begin {
        line.push(CUT);
        marks.push(' ');
    }
    for (c, width) in before {
        push(&mut line, c);
        marks.push_str(&" ".repeat(width));
    }
    let mut place = at;
    for (c, width) in behind {
        push(&mut line, c);
        if place < marked.end.max(at + 1) {
            marks.push_str(&"^".repeat(width));
        }
        place += c.len_utf8();
    }
    if !is_all {
        line.push(CUT);
    }
    if !marks.ends_with('^') {
        marks.push('^');
    }
    line.truncate(line.trim_end().len());
    Excerpt { line, marks }
}

/// The characters of a line up to its end, or to this many columns; and whether that is all of them.
fn columns(chars: impl Iterator<Item = char>, most: usize) -> (Vec<(char, usize)>, bool) {
    let mut taken = Vec::new();
    let mut used = 0;
    for c in chars {
        if c == '\n' || c == '\r' {
            return (taken, true);
        }
        let width = match c {
            '\t' => TAB.len(),
            _ => width::shown(c).1,
        };
        used += width;
        // Marks without a width may stand on each other without an end.
        if used > most || taken.len() > 4 * WIDTH {
            return (taken, false);
        }
        taken.push((c, width));
    }
    (taken, true)
}

fn width_of(taken: &[(char, usize)]) -> usize {
    taken.iter().map(|(_, width)| width).sum()
}

fn push(line: &mut String, c: char) {
    match c {
        '\t' => line.push_str(TAB),
        _ => line.push(width::shown(c).0),
    }
}

/// The character in which an offset lies.
fn floor(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
