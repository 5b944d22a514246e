//! Text in columns, for a terminal that is 80 wide.

const WIDTH: usize = 80;
const VALUES: usize = 20;

/// A page that grows line by line.
#[derive(Default)]
pub(crate) struct Layout {
    text: String,
}

impl Layout {
    /// A line at the left margin, set apart from what is above it.
    pub(crate) fn heading(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.paragraph(0, text);
    }

    /// A label, and its value in the second column.
    pub(crate) fn row(&mut self, label: &str, value: &str) {
        let start = self.text.len();
        self.paragraph(VALUES, value);
        let label = format!("  {label:<width$}", width = VALUES - 2);
        self.text.replace_range(start..start + VALUES, &label);
    }

    /// More of the value above.
    pub(crate) fn more(&mut self, value: &str) {
        self.paragraph(VALUES, value);
    }

    /// Text that begins at this column in each of its lines.
    pub(crate) fn paragraph(&mut self, indent: usize, text: &str) {
        for line in wrapped(&printable(text), WIDTH - indent) {
            self.text.push_str(&" ".repeat(indent));
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// At least one line; a word that is wider than a line keeps a line to itself.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let line = match lines.pop() {
            Some(line) if line.is_empty() => word.to_owned(),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                format!("{line} {word}")
            }
            line => {
                lines.extend(line);
                word.to_owned()
            }
        };
        lines.push(line);
    }
    lines
}

/// What came from a server must not steer the terminal.
fn printable(text: &str) -> String {
    let escaped = |c: char| match c {
        c if c.is_control() => c.escape_default().to_string(),
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => c.escape_unicode().to_string(),
        c => c.to_string(),
    };
    text.chars().map(escaped).collect()
}
