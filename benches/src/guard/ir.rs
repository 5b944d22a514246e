//! Lines that rustc hands to LLVM for a generated crate of many types, and for the program that uses them all.

use std::io;
use std::path::Path;

use super::{Group, Measured};
use crate::builds::{Part, Workspace};
use crate::generate::{Schema, Side};

/// How many types the crate has.
const TYPES: usize = 100;

/// Builds the crates of the workspace at `root` in the folder `target`, without optimization, and counts.
///
/// # Errors
///
/// Where they cannot be built.
pub fn measure(root: &Path, target: &Path) -> io::Result<Vec<Measured>> {
    let schema = Schema::new(TYPES);
    let workspace = Workspace::write(root, &schema, TYPES, Side::Ours, "-guard")?;
    let workspace = workspace.with_target(target);
    let mut measured = Vec::new();
    for (part, name) in [(Part::Types, "types"), (Part::App, "app")] {
        let ir = workspace.ir(part, false)?;
        let mut add = |what: &str, figure: usize| {
            let name = format!("{TYPES}-{name}-{what}");
            measured.push(Measured::new(Group::Ir, name, figure as u64));
        };
        add("lines", ir.lines);
        add("functions", ir.functions);
    }
    Ok(measured)
}
