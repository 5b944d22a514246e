//! Columns for people, and whatever else is printed.

use std::io::{self, Write};

/// Prints rows under a head, every column as wide as its widest cell; the first `texts` columns are text, and so is one
/// with the head `remark`; the others are numbers.
pub fn print(texts: usize, head: &[&str], rows: &[Vec<String>]) {
    write(&lay_out(texts, head, rows));
}

/// Prints a line, or several.
pub fn line(text: &str) {
    write(&format!("{text}\n"));
}

/// Whoever reads may have seen enough, as `head` has; that is no failure.
fn write(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

fn lay_out(texts: usize, head: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
    let width = |column: usize| {
        let cells = std::iter::once(&head)
            .chain(rows)
            .filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut out = String::new();
    for row in std::iter::once(&head).chain(rows) {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(i, (cell, &width))| match i {
                _ if i < texts || head.get(i).is_some_and(|head| head == "remark") => {
                    format!("{cell:width$}")
                }
                _ => format!("{cell:>width$}"),
            });
        out.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::lay_out;

    #[test]
    fn cells_stand_under_their_heads() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let out = lay_out(
            2,
            &["case", "way", "ns"],
            &[row(["page", "é", "9"]), row(["p", "long", "1000"])],
        );
        assert_eq!(
            out,
            "case  way     ns\npage  é        9\np     long  1000\n"
        );
    }
}
