//! Lines of a stream, one at a time, none of which takes more memory than is allowed.

use std::io::{self, BufRead, ErrorKind};

/// The mark that some put before a text in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// A line feed.
    Newline,
    /// A line feed, a carriage return, or both in this order.
    Any,
}

/// A stream that is read line by line.
#[derive(Debug)]
pub(super) struct Lines<R> {
    source: R,
    breaks: Breaks,
    most: usize,
    line: Vec<u8>,
    /// How many lines were begun.
    number: usize,
    /// A carriage return ended the last line, so a line feed belongs to that.
    after_return: bool,
    /// The first line has not come.
    may_be_marked: bool,
    /// A part of a line has come, and the rest was not there yet.
    is_begun: bool,
    /// The line that is begun is too long.
    is_too_long: bool,
}

/// A line that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Without what ends it; only the beginning of one that is too long.
    pub(super) text: &'a [u8],
    /// The first is 1.
    pub(super) number: usize,
    pub(super) is_too_long: bool,
    /// Whether a break ended it, and not the stream.
    pub(super) is_ended: bool,
}

/// What there is of a line in the stream's buffer.
struct Piece {
    /// How much is taken of the buffer.
    used: usize,
    /// The byte that ends the line, if it is there.
    end: Option<u8>,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(source: R, breaks: Breaks, most: usize) -> Self {
        Lines {
            source,
            breaks,
            most,
            line: Vec::new(),
            number: 0,
            after_return: false,
            may_be_marked: true,
            is_begun: false,
            is_too_long: false,
        }
    }

    pub(super) fn source_mut(&mut self) -> &mut R {
        &mut self.source
    }

    /// The number of the line that was begun last.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// The next line, if there is one.
    ///
    /// # Errors
    ///
    /// What the stream says. Where that is to wait, the line goes on the next time.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        if !self.is_begun {
            self.line.clear();
        }
        let is_ended = loop {
            let Some(piece) = self.piece()? else {
                break false;
            };
            self.source.consume(piece.used);
            if !self.is_begun {
                self.is_begun = true;
                self.number += 1;
            }
            if let Some(end) = piece.end {
                self.after_return = end == b'\r';
                break true;
            }
        };
        let is_begun = std::mem::take(&mut self.is_begun);
        let is_too_long = std::mem::take(&mut self.is_too_long);
        let is_marked = std::mem::take(&mut self.may_be_marked);
        let text = match self.line.strip_prefix(BYTE_ORDER_MARK) {
            Some(text) if is_marked => text,
            _ => &self.line,
        };
        let line = Line {
            text: &text[..text.len().min(self.most)],
            number: self.number,
            is_too_long: is_too_long || text.len() > self.most,
            is_ended,
        };
        Ok((is_begun || is_ended).then_some(line))
    }

    /// Takes what the buffer holds of the line; nothing where the stream is over.
    fn piece(&mut self) -> io::Result<Option<Piece>> {
        loop {
            let buffer = match self.source.fill_buf() {
                Ok([]) => return Ok(None),
                Ok(buffer) => buffer,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if std::mem::take(&mut self.after_return) && buffer[0] == b'\n' {
                self.source.consume(1);
                continue;
            }
            let breaks = self.breaks;
            let is_end = |byte: &u8| *byte == b'\n' || breaks == Breaks::Any && *byte == b'\r';
            let end = buffer.iter().position(is_end);
            let text = &buffer[..end.unwrap_or(buffer.len())];
            // The mark is no part of the line, and has room of its own.
            let mark = if self.may_be_marked {
                BYTE_ORDER_MARK.len()
            } else {
                0
            };
            let room = self
                .most
                .saturating_add(mark)
                .saturating_sub(self.line.len());
            self.is_too_long |= text.len() > room;
            self.line.extend_from_slice(&text[..text.len().min(room)]);
            return Ok(Some(Piece {
                used: text.len() + usize::from(end.is_some()),
                end: end.map(|at| buffer[at]),
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    /// The lines of a text, which comes so many bytes at a time.
    fn lines(text: &[u8], breaks: Breaks, at_a_time: usize) -> Vec<(String, bool, bool)> {
        let mut lines = Lines::new(BufReader::with_capacity(at_a_time, text), breaks, 4);
        let mut found = Vec::new();
        while let Some(line) = lines.next().expect("bytes in memory") {
            assert_eq!(line.number, found.len() + 1);
            let text = String::from_utf8_lossy(line.text).into_owned();
            found.push((text, line.is_too_long, line.is_ended));
        }
        assert_eq!(lines.number(), found.len());
        found
    }

    #[test]
    fn a_line_is_the_same_however_it_comes() {
        let text = b"ab\n\nabcd\r\nabcde\rx\r\r\ny";
        for at_a_time in 1..30 {
            let line = |text: &str| (text.to_owned(), false, true);
            let long = |text: &str| (text.to_owned(), true, true);
            let last = ("y".to_owned(), false, false);
            assert_eq!(
                lines(text, Breaks::Any, at_a_time),
                [
                    line("ab"),
                    line(""),
                    line("abcd"),
                    long("abcd"),
                    line("x"),
                    line(""),
                    last.clone()
                ]
            );
            assert_eq!(
                lines(text, Breaks::Newline, at_a_time),
                [line("ab"), line(""), long("abcd"), long("abcd"), last]
            );
        }
    }

    #[test]
    fn a_mark_is_taken_off_the_first_line_alone() {
        let marked = b"\xef\xbb\xbfa\n\xef\xbb\xbf\n";
        let found = lines(marked, Breaks::Newline, 2);
        assert_eq!(
            found
                .iter()
                .map(|(text, ..)| text.as_str())
                .collect::<Vec<_>>(),
            ["a", "\u{feff}"]
        );
        assert_eq!(lines(b"", Breaks::Any, 1), []);
    }

    #[test]
    fn a_mark_does_not_count() {
        for (text, is_too_long) in [("abcd", false), ("abcde", true)] {
            for at_a_time in 1..9 {
                let line = |text: &str| (text.to_owned(), is_too_long, true);
                let marked = format!("\u{feff}{text}\n{text}\n");
                let found = lines(marked.as_bytes(), Breaks::Newline, at_a_time);
                assert_eq!(found, [line("abcd"), line("abcd")]);
            }
        }
    }

    #[test]
    fn a_long_line_takes_no_more_memory_than_is_allowed() {
        let mut text = vec![b'x'; 100_000];
        text.extend_from_slice(b"\nend");
        let mut lines = Lines::new(&text[..], Breaks::Newline, 100);
        assert!(
            lines
                .next()
                .unwrap()
                .is_some_and(|line| line.is_too_long && line.text.len() == 100)
        );
        assert!(
            lines
                .next()
                .unwrap()
                .is_some_and(|line| line.text == b"end")
        );
        assert!(lines.line.capacity() <= 200);
    }
}
