//! How large the optimized program is that reads, checks and writes each of many generated types.

use std::io;
use std::path::Path;

use super::{Group, Measured};
use crate::builds::{Step, Workspace};
use crate::generate::{Schema, Side};

/// How many types there are.
const TYPES: usize = 100;

/// Builds the crates of the workspace at `root` in the folder `target`, lets the program give its documents back, and says
/// how large it is.
///
/// # Errors
///
/// Where they cannot be built, or a document does not come back.
pub fn measure(root: &Path, target: &Path) -> io::Result<Vec<Measured>> {
    let schema = Schema::new(TYPES);
    let workspace = Workspace::write(root, &schema, TYPES, Side::Ours, "-guard")?;
    let workspace = workspace.with_target(target);
    workspace.build(Step::ReleaseApp)?;
    workspace.prove(&schema.samples())?;
    let name = format!("{TYPES}-types");
    let size = workspace.binary_size()?;
    Ok(vec![Measured::new(Group::Program, name, size)])
}
