//! What rustc hands to LLVM, in lines: the cost of code generation, without a clock.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The functions of a crate as LLVM's text has them (`--emit=llvm-ir`).
#[derive(Debug, Default, PartialEq)]
pub struct Ir {
    /// Lines of all functions that are defined.
    pub lines: usize,
    /// How many there are.
    pub functions: usize,
    /// The same by name, where those that differ in their types alone have one name.
    by_name: BTreeMap<String, Share>,
}

/// What functions of one name amount to.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Share {
    /// Their lines.
    pub lines: usize,
    /// Their number.
    pub functions: usize,
}

impl Ir {
    /// Reads a file of LLVM's text. `one_name` may make one name of several.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or defines nothing.
    pub fn read(file: &Path, one_name: impl Fn(&str) -> String) -> io::Result<Self> {
        let ir = Ir::parse(&fs::read_to_string(file)?, one_name);
        match ir.functions {
            0 => Err(io::Error::other(format!(
                "`{}` defines no function",
                file.display()
            ))),
            _ => Ok(ir),
        }
    }

    /// Functions begin with `define` and end with a bracket at the start of a line. Their names stand above them.
    fn parse(text: &str, one_name: impl Fn(&str) -> String) -> Self {
        let mut ir = Ir::default();
        let mut name = String::new();
        let mut open = None;
        for line in text.lines() {
            if let Some(comment) = line.strip_prefix("; ") {
                // A second comment tells attributes.
                if open.is_none() && !comment.starts_with("Function Attrs") {
                    name = one_name(without_hash(comment));
                }
            } else if line.starts_with("define ") {
                open = Some(0);
            }
            if let Some(lines) = &mut open {
                *lines += 1;
                if line == "}" {
                    ir.add(std::mem::take(&mut name), *lines);
                    open = None;
                }
            }
        }
        ir
    }

    fn add(&mut self, name: String, lines: usize) {
        self.lines += lines;
        self.functions += 1;
        let share = self.by_name.entry(name).or_default();
        share.lines += lines;
        share.functions += 1;
    }

    /// The names with the most lines, the most first.
    pub fn most(&self, names: usize) -> Vec<(&str, Share)> {
        let mut all: Vec<(&str, Share)> = self
            .by_name
            .iter()
            .map(|(name, share)| (name.as_str(), *share))
            .collect();
        all.sort_by_key(|(_, share)| std::cmp::Reverse(share.lines));
        all.truncate(names);
        all
    }
}

/// Names end with `::h` and sixteen digits, which differ from type to type.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once("::h") {
        Some((before, hash)) if hash.len() == 16 => before,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
; ModuleID = 'types'
source_filename = \"types\"

; <Thing1 as Node>::view
; Function Attrs: nonlazybind uwtable
define void @a(ptr %x) #0 {
start:
; call Thing1::view
  ret void
}

; <Thing2 as Node>::view::h0123456789abcdef
define void @b() {
  ret void
}

; main
define i32 @main() {
  ret i32 0
}

; Function Attrs: nounwind
declare void @c()
";

    #[test]
    fn lines_of_functions_are_counted_and_no_others() {
        let ir = Ir::parse(TEXT, str::to_owned);
        assert_eq!((ir.lines, ir.functions), (5 + 3 + 3, 3));
        let one = Share {
            lines: 3,
            functions: 1,
        };
        assert_eq!(ir.by_name["<Thing2 as Node>::view"], one);
        assert_eq!(ir.by_name.len(), 3);
    }

    #[test]
    fn several_names_may_be_one() {
        let ir = Ir::parse(TEXT, |name| name.replace(|c: char| c.is_ascii_digit(), "N"));
        let both = Share {
            lines: 8,
            functions: 2,
        };
        assert_eq!(ir.most(1), [("<ThingN as Node>::view", both)]);
    }
}
