//! JSON that was pasted into YAML: its lines may begin further left than YAML wants, which most programs that read YAML let pass.

/// How much further right the lines of a flow collection are put. Where a document is indented further, its error is told as it is.
const FURTHER: usize = 400;

/// The same text with the lines of flow collections further right; none where no line is.
pub(super) fn indented(text: &str) -> Option<String> {
    let mut flow = Flow::default();
    let mut block = None;
    let mut found = String::with_capacity(text.len());
    let mut is_other = false;
    for line in text.lines() {
        let rest = line.trim_start_matches(' ');
        let indent = line.len() - rest.len();
        let is_within = flow.depth > 0 || flow.quote.is_some();
        // The text of a block is whatever stands further right.
        let is_text = block.is_some_and(|of| rest.is_empty() || indent > of);
        if is_within && flow.quote.is_none() && !rest.is_empty() {
            found.push_str(&" ".repeat(FURTHER));
            is_other = true;
        }
        found.push_str(line);
        found.push('\n');
        if is_text {
            continue;
        }
        block = (!is_within && begins_text(rest)).then_some(indent);
        if block.is_none() {
            flow.read(rest, is_within);
        }
    }
    is_other.then_some(found)
}

/// Whether a line ends with the sign of a block of text: `|`, `>-` and their likes.
fn begins_text(line: &str) -> bool {
    let plain = line.split(" #").next().unwrap_or_default().trim_end();
    let last = plain.rsplit(' ').next().unwrap_or_default();
    let signs = last.strip_prefix(['|', '>']);
    signs.is_some_and(|signs| signs.bytes().all(|sign| b"+-0123456789".contains(&sign)))
}

/// What is open at a place of a text.
#[derive(Default)]
struct Flow {
    /// How many collections.
    depth: usize,
    /// The quote of a string.
    quote: Option<char>,
}

impl Flow {
    /// Reads a line. Outside of collections, one begins where a value does.
    fn read(&mut self, line: &str, is_within: bool) {
        let mut before = if is_within { 'x' } else { ' ' };
        let mut begins = !is_within;
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match (self.quote, letter) {
                (Some('"'), '\\') => drop(letters.next()),
                (Some('\''), '\'') if letters.peek() == Some(&'\'') => drop(letters.next()),
                (Some(quote), letter) if letter == quote => self.quote = None,
                (Some(_), _) => {}
                (None, '#') if before == ' ' => break,
                (None, '"' | '\'') if self.depth > 0 || begins => self.quote = Some(letter),
                (None, '{' | '[') if self.depth > 0 || begins => self.depth += 1,
                (None, '}' | ']') if self.depth > 0 => self.depth -= 1,
                _ => {}
            }
            let is_key = matches!(letter, ':' | '-' | '?') && letters.peek() == Some(&' ');
            begins = is_key || letter == ' ' && begins;
            before = letter;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    #[test]
    fn lines_of_json_may_begin_further_left() {
        let text = "a:\n  text: |\n    b: {\n  b: {\n \"c\": [1,\n2], \"d\": \"}\\\"\", 'e': 'it''s ]'\n  } # {\n  f: \"g {\n    h\"\n  i: j's {k\n'l': [\n]\n";
        assert_eq!(
            parse(text).unwrap().to_string(),
            r#"{"a":{"text":"b: {\n","b":{"c":[1,2],"d":"}\"","e":"it's ]"},"f":"g { h","i":"j's {k"},"l":[]}"#
        );
        assert_eq!(indented("a: 1\nb: [1, 2]\n"), None);
        // What is wrong in any other way is told as it is.
        assert!(parse("a: {\n  b: }}\nc\n").unwrap_err().contains("line"));
    }
}
