//! Instructions of rustc for a `check`, and how many of them are the macros'.

use std::io;
use std::path::Path;

use benches::builds::Workspace;
use benches::callgrind;
use benches::generate::{Schema, Side};

use super::Args;
use super::rows::{Found, Must, Row};

/// Counts for every side.
pub(super) fn measure(args: &Args, root: &Path) -> io::Result<Found> {
    if !callgrind::is_there() {
        return Err(io::Error::other("there is no valgrind here, which counts"));
    }
    let mut rows = Vec::new();
    for &types in &args.sizes {
        let schema = Schema::new(types);
        let count = |side: Side| {
            eprintln!("{types} types, {}", side.name());
            count(&Workspace::write(root, &schema, types, side, "")?)
        };
        let baseline = count(Side::Serde)?;
        for &side in args.others() {
            let counts = count(side)?;
            let row = |what: &str, figures| {
                Row::counted(what, types, side.name(), "million instructions", figures)
            };
            let all = row("check", [baseline[0], counts[0]]);
            rows.push(match side {
                Side::Ours => all.must(Must::Ratio(0.45)),
                _ => all,
            });
            rows.push(row("check, in the macros", [baseline[1], counts[1]]));
        }
    }
    Ok(Found::new(rows))
}

/// Millions of instructions: all of rustc's, and those in derives, with what these ask of rustc.
fn count(workspace: &Workspace) -> io::Result<[f64; 2]> {
    let profile = workspace.check_instructions()?;
    // What rustc calls to run one derive; closures inside of it have longer names.
    let derives = profile.inclusive(|name| {
        name.starts_with("proc_macro::bridge::client::Client<")
            && name.ends_with(">::expand1::{{closure}}")
    });
    Ok([profile.total, derives].map(|count| count as f64 / 1e6))
}
