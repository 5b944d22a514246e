//! JSON text for eyes: a line for each member and each element.

/// What a level is set in by.
const STEP: &str = "  ";

/// JSON text on lines, as `serde_json::to_string_pretty` sets it, with numbers and strings spelled as they are.
pub(crate) fn indented(json: &str) -> String {
    let mut lines = Lines::default();
    let mut rest = json;
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '"' => string_end(rest),
            _ => c.len_utf8(),
        };
        let (token, behind) = rest.split_at(end);
        lines.put(token);
        rest = behind;
    }
    lines.text
}

/// Where the string ends that a text begins with.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let inside = text.bytes().skip(1).take_while(|&byte| {
        let goes_on = escaped || byte != b'"';
        escaped = byte == b'\\' && !escaped;
        goes_on
    });
    (inside.count() + 2).min(text.len())
}

#[derive(Default)]
struct Lines {
    text: String,
    depth: usize,
    /// Whether a bracket was opened and nothing stands in it yet.
    opened: bool,
}

impl Lines {
    /// A string, or one character of anything else.
    fn put(&mut self, token: &str) {
        match token {
            " " | "\t" | "\n" | "\r" => {}
            "}" | "]" => {
                self.depth = self.depth.saturating_sub(1);
                if !std::mem::take(&mut self.opened) {
                    self.line();
                }
                self.text.push_str(token);
            }
            _ => {
                if std::mem::take(&mut self.opened) {
                    self.line();
                }
                self.text.push_str(token);
                match token {
                    "{" | "[" => (self.depth, self.opened) = (self.depth + 1, true),
                    "," => self.line(),
                    ":" => self.text.push(' '),
                    _ => {}
                }
            }
        }
    }

    fn line(&mut self) {
        self.text.push('\n');
        (0..self.depth).for_each(|_| self.text.push_str(STEP));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_serde_json() {
        for json in [
            "null",
            "-1.50e+3",
            r#""a,b:{[\"\\""#,
            "{}",
            "[]",
            "[[],{},[[]]]",
            r#"{"a":[1,2.0,true,null,"é\u00e9"],"":{"}":"]"},"b":{"c":[{}]}}"#,
        ] {
            let value: serde_json::Value = serde_json::from_str(json).unwrap();
            let pretty = serde_json::to_string_pretty(&value).unwrap();
            let again: serde_json::Value = serde_json::from_str(&indented(json)).unwrap();
            assert_eq!(again, value);
            assert_eq!(indented(&value.to_string()), pretty);
        }
    }

    #[test]
    fn spellings_stay_and_white_space_goes() {
        assert_eq!(indented(" [ 1E+2 ,\n\t1.0 ] "), "[\n  1E+2,\n  1.0\n]");
        assert_eq!(
            indented(r#"{"a" : "\u0061 b" }"#),
            "{\n  \"a\": \"\\u0061 b\"\n}"
        );
    }

    /// What is none is not asked of it, and does not panic.
    #[test]
    fn text_that_is_no_json_is_taken_as_it_comes() {
        for text in ["", "\"", "\"\\", "]]", "{", "é\"é"] {
            assert!(indented(text).len() >= text.len());
        }
    }
}
