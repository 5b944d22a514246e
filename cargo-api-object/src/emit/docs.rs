//! Prose of the document as comments: wrapped, with links that lead somewhere, and nothing that rustdoc takes for
//! code to run or for a link to an item.

use super::html;
use super::links::link;

/// The most characters of a line of an item's comment, without the slashes.
pub(super) const WIDTH: usize = 96;
/// The same of a member, which is indented.
pub(super) const WIDTH_WITHIN: usize = WIDTH - 4;

/// The lines of a comment, without the slashes.
pub(super) fn lines(text: &str, links: Option<&str>, width: usize) -> Vec<String> {
    let mut out = Writer {
        width,
        links,
        ..Writer::default()
    };
    let clean = html::as_markdown(&clean(text));
    for line in clean.lines() {
        let trimmed = line.trim();
        let is_fence = trimmed.starts_with("```") || trimmed.starts_with("~~~");
        match (out.fence.is_some(), is_fence) {
            (_, true) => out.fence(trimmed),
            (true, false) => out.lines.push(line.trim_end().to_owned()),
            (false, false) => out.prose(line, trimmed),
        }
    }
    out.end()
}

/// Without what steers terminals or turns the direction of text, and with lines that end alike.
fn clean(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\t', "    ");
    let is_kept = |c: &char| {
        *c == '\n'
            || !(c.is_control()
                || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}'))
    };
    text.chars().filter(is_kept).collect()
}

/// As many spaces as an item of a list is ever indented by.
const SPACES: &str = "          ";

#[derive(Default)]
struct Writer<'l> {
    width: usize,
    links: Option<&'l str>,
    lines: Vec<String>,
    /// The paragraph that is being read, and what its first line and its further lines begin with.
    paragraph: String,
    first: &'static str,
    indent: &'static str,
    /// What closes the code that is being read.
    fence: Option<&'static str>,
}

impl Writer<'_> {
    /// The beginning or the end of code, which is never run.
    fn fence(&mut self, line: &str) {
        let mark = if line.starts_with('`') { "```" } else { "~~~" };
        match self.fence {
            None => {
                self.flush();
                let lang: String = line
                    .trim_start_matches(['`', '~'])
                    .chars()
                    .take_while(char::is_ascii_alphanumeric)
                    .collect();
                let known = [
                    "json",
                    "bash",
                    "sh",
                    "python",
                    "javascript",
                    "xml",
                    "html",
                    "yaml",
                    "curl",
                ];
                let lang = if known.contains(&lang.as_str()) {
                    lang
                } else {
                    "text".to_owned()
                };
                self.lines.push(format!("{mark}{lang}"));
                self.fence = Some(mark);
            }
            Some(open) if open == mark => {
                self.lines.push(mark.to_owned());
                self.fence = None;
            }
            Some(_) => self.lines.push(line.to_owned()),
        }
    }

    fn prose(&mut self, line: &str, trimmed: &str) {
        let is_item = is_item(trimmed);
        let stands_alone = trimmed.starts_with(['#', '|', '>']);
        if trimmed.is_empty() || is_item || stands_alone {
            self.flush();
        }
        if trimmed.is_empty() {
            if self.lines.last().is_some_and(|last| !last.is_empty()) {
                self.lines.push(String::new());
            }
            self.indent = "";
            return;
        }
        if stands_alone {
            self.lines.push(inline(trimmed, self.links));
            return;
        }
        if is_item {
            let nested = line.len() - line.trim_start().len() >= 2 && !self.lines.is_empty();
            // What belongs to an item stands below its text.
            let mark = trimmed.find(' ').map_or(2, |at| at + 1);
            let outer = if nested { 2 } else { 0 };
            self.indent = &SPACES[..(outer + mark).min(SPACES.len())];
            self.first = if nested { "  " } else { "" };
        }
        if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(trimmed);
    }

    /// Writes the paragraph, in lines of a width.
    fn flush(&mut self) {
        let text = inline(&std::mem::take(&mut self.paragraph), self.links);
        let mut line = std::mem::take(&mut self.first).to_owned();
        for word in unbroken(&text) {
            let fits = line.chars().count() + word.chars().count() < self.width;
            if line.trim().is_empty() {
                line.push_str(&word);
            } else if fits || begins_something(&word) {
                line.push(' ');
                line.push_str(&word);
            } else {
                self.lines.push(std::mem::replace(
                    &mut line,
                    format!("{}{word}", self.indent),
                ));
            }
        }
        if !line.trim().is_empty() {
            self.lines.push(line);
        }
    }

    fn end(mut self) -> Vec<String> {
        self.flush();
        if let Some(mark) = self.fence {
            self.lines.push(mark.to_owned());
        }
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines
    }
}

/// The words of a line; those of short code are one.
fn unbroken(text: &str) -> Vec<String> {
    const SHORT: usize = 60;
    let mut words: Vec<String> = Vec::new();
    let is_open = |word: &String| {
        !word.matches('`').count().is_multiple_of(2) && word.chars().count() < SHORT
    };
    let mut is_begun = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match words.last_mut().filter(|_| is_begun) {
            Some(last) => {
                last.push(' ');
                last.push_str(word);
            }
            None => words.push(word.to_owned()),
        }
        is_begun = words.last().is_some_and(is_open);
    }
    words
}

fn is_item(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered =
        digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") "));
    line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") || numbered
}

/// Whether a word would mean something else at the beginning of a line.
fn begins_something(word: &str) -> bool {
    is_item(&format!("{word} "))
        || word.starts_with(['#', '>', '|', '=', '~'])
        || word.starts_with("```")
        || word.chars().all(|c| c == '-')
}

/// The text of a line: code as it is, and all that rustdoc would take for links or tags escaped.
fn inline(line: &str, links: Option<&str>) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '`' => code(rest, &mut out),
            '[' => link(rest, links, &mut out),
            'h' if !out.ends_with(|c: char| c.is_alphanumeric()) => url(rest, &mut out),
            '<' => tag(rest, &mut out),
            ']' => {
                out.push_str("\\]");
                1
            }
            '\\' => escaped(rest, &mut out),
            c => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out
}

fn escaped(rest: &str, out: &mut String) -> usize {
    match rest.chars().nth(1) {
        Some(next) if next.is_ascii_punctuation() => {
            out.push('\\');
            out.push(next);
            1 + next.len_utf8()
        }
        _ => {
            out.push_str("\\\\");
            1
        }
    }
}

/// A code span; a backtick that none closes is escaped.
fn code(rest: &str, out: &mut String) -> usize {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let mark = &rest[..ticks];
    match rest[ticks..].find(mark) {
        Some(end) => {
            let whole = ticks + end + ticks;
            out.push_str(&rest[..whole]);
            whole
        }
        None => {
            out.push_str(&"\\`".repeat(ticks));
            ticks
        }
    }
}

/// A bare address becomes one that can be followed.
fn url(rest: &str, out: &mut String) -> usize {
    if !rest.starts_with("https://") && !rest.starts_with("http://") {
        out.push('h');
        return 1;
    }
    let end = rest.find(|c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '`' | '"' | ')' | ']' | '[' | '\\')
    });
    let whole = &rest[..end.unwrap_or(rest.len())];
    let address = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    match address.len() > "https://".len() {
        true => {
            out.push_str(&format!("<{address}>"));
            address.len()
        }
        false => {
            out.push('h');
            1
        }
    }
}

/// An address in angle brackets stays; a tag of HTML that has no mark is shown as it is written.
fn tag(rest: &str, out: &mut String) -> usize {
    if let Some(end) = rest.find('>') {
        let inner = &rest[1..end];
        if inner.starts_with("http") && !inner.contains(char::is_whitespace) && !inner.contains('<')
        {
            out.push_str(&rest[..=end]);
            return end + 1;
        }
    }
    out.push_str("\\<");
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        lines(text, Some("https://docs.example"), WIDTH).join("\n")
    }

    #[test]
    fn links_lead_somewhere() {
        assert_eq!(
            text("See [the guide](/docs/a)."),
            "See [the guide](https://docs.example/docs/a)."
        );
        assert_eq!(
            text("See [it](x.html), [id] and [a][b]."),
            "See it, \\[id\\] and \\[a\\]\\[b\\]."
        );
        assert_eq!(
            text("[what `a` is](/b)"),
            "[what `a` is](https://docs.example/b)"
        );
        assert_eq!(
            text("[a](https://a.example/b_(c)), [d](js:e(1)), [f](x(y)"),
            "[a](https://a.example/b_(c)), d, f"
        );
        assert_eq!(text("At https://a.example/b."), "At <https://a.example/b>.");
        assert_eq!(text("<b>x</b> `<c>` a<br/>b <x>"), "**x** `<c>` a b \\<x>");
    }

    #[test]
    fn short_code_stays_on_its_line() {
        let told = lines("What it takes is told by `POST /orders`.", None, 32);
        assert_eq!(told, ["What it takes is told by", "`POST /orders`."]);
        let long = format!("a `b {} c", "d ".repeat(60));
        assert!(lines(&long, None, 40).iter().all(|line| line.len() < 70));
    }

    #[test]
    fn code_is_never_run() {
        assert_eq!(text("```\nlet x = 1;\n```"), "```text\nlet x = 1;\n```");
        assert_eq!(text("```rust,no_run\nx"), "```text\nx\n```");
        assert_eq!(text("a\n\n        panic!()\n"), "a\n\npanic!()");
    }

    #[test]
    fn what_steers_is_left_out() {
        assert_eq!(text("a\u{202e}b\u{1b}[0m\rc\0 */ \"#"), "ab\\[0m c */ \"#");
        assert_eq!(text("an `open tick"), "an \\`open tick");
    }

    #[test]
    fn paragraphs_are_wrapped() {
        let long = "word ".repeat(40);
        assert!(
            lines(&long, None, WIDTH)
                .iter()
                .all(|line| line.len() <= WIDTH)
        );
        let numbered = lines(&format!("1. a\n12. {long}"), None, WIDTH);
        assert!(numbered[2].starts_with("    word"), "{numbered:?}");
        let items = format!("- {long}\n- b\n  - c");
        let found = lines(&items, None, WIDTH);
        assert!(found[1].starts_with("  word"));
        assert_eq!(found[found.len() - 2..], ["- b", "  - c"]);
    }
}
