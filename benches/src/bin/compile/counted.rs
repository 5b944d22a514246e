//! Lines for LLVM, functions and sizes: what a build amounts to, without a clock.

use std::io;
use std::path::Path;

use benches::builds::{Part, Step, Workspace};
use benches::generate::{Schema, Side};
use benches::ir::Ir;

use super::Args;
use super::rows::{Found, Must, Row};

/// What the crates of one side amount to.
struct Counts {
    /// The library's, the program's, and those of both with optimization asked for.
    ir: [(&'static str, Ir); 4],
    library: u64,
    binary: u64,
}

/// Counts for every side.
pub(super) fn measure(args: &Args, root: &Path) -> io::Result<Found> {
    let mut rows = Vec::new();
    for &types in &args.sizes {
        let schema = Schema::new(types);
        let baseline = count(root, &schema, types, Side::Serde)?;
        for &side in args.others() {
            let counts = count(root, &schema, types, side)?;
            rows.extend(compare(&baseline, &counts, types, side));
        }
    }
    Ok(Found::new(rows))
}

fn count(root: &Path, schema: &Schema, types: usize, side: Side) -> io::Result<Counts> {
    let workspace = Workspace::write(root, schema, types, side, "")?;
    let ir = |what, part, release| {
        eprintln!("{types} types, {}, {what}", side.name());
        Ok::<_, io::Error>((what, workspace.ir(part, release)?))
    };
    let ir = [
        ir("dev lib", Part::Types, false)?,
        ir("dev app", Part::App, false)?,
        ir("release lib", Part::Types, true)?,
        ir("release app", Part::App, true)?,
    ];
    workspace.build(Step::DevLib)?;
    let library = workspace.library_size()?;
    workspace.build(Step::ReleaseApp)?;
    workspace.prove(&schema.samples())?;
    let binary = workspace.binary_size()?;
    Ok(Counts {
        ir,
        library,
        binary,
    })
}

fn compare(baseline: &Counts, counts: &Counts, types: usize, side: Side) -> Vec<Row> {
    let row = |what: String, unit, figures: [f64; 2]| {
        Row::counted(what, types, side.name(), unit, figures)
    };
    let mut rows = Vec::new();
    let mut add = |what: &str, pairs: &[(&Ir, &Ir)]| {
        let sum = |of: fn(&Ir) -> usize| {
            let sums = [
                pairs.iter().map(|(than, _)| of(than)).sum::<usize>(),
                pairs.iter().map(|(_, ir)| of(ir)).sum(),
            ];
            sums.map(|sum| sum as f64)
        };
        let what = format!("{what}, for LLVM");
        rows.push(row(what.clone(), "lines", sum(|ir| ir.lines)));
        rows.push(row(what, "functions", sum(|ir| ir.functions)));
    };
    for ((what, than), (_, ir)) in baseline.ir.iter().zip(&counts.ir) {
        add(what, &[(than, ir)]);
    }
    // What serde leaves for the program to instantiate, ours has in the library.
    let both = |first: usize| {
        let pair = |place: usize| (&baseline.ir[place].1, &counts.ir[place].1);
        [pair(first), pair(first + 1)]
    };
    add("dev lib and app", &both(0));
    add("release lib and app", &both(2));
    let library = [baseline.library, counts.library].map(|bytes| bytes as f64);
    let binary = [baseline.binary, counts.binary].map(|bytes| bytes as f64);
    rows.push(row("dev lib, size".to_owned(), "bytes", library));
    let binary = row("release app, size".to_owned(), "bytes", binary);
    rows.push(match side {
        Side::Ours => binary.must(Must::Ratio(0.5)),
        _ => binary,
    });
    rows
}

/// How many names are shown.
const NAMES: usize = 40;

/// The functions of our crates with the most lines for LLVM, by name.
pub(super) fn most(args: &Args, root: &Path) -> io::Result<Found> {
    let mut rows = Vec::new();
    for &types in &args.sizes {
        let schema = Schema::new(types);
        let workspace = Workspace::write(root, &schema, types, Side::Ours, "")?;
        for (part, what) in [(Part::Types, "dev lib"), (Part::App, "dev app")] {
            eprintln!("{types} types, {what}");
            let ir = workspace.ir(part, false)?;
            let all = ir.lines as f64;
            rows.push(Row::alone(what, "all functions", "lines", all));
            for (name, share) in ir.most(NAMES) {
                let way = format!("{} × {name}", share.functions);
                rows.push(Row::alone(what, &way, "lines", share.lines as f64));
            }
        }
    }
    Ok(Found {
        rows,
        growth: Vec::new(),
    })
}
