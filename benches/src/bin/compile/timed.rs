//! Time and memory of builds, in turns.

use std::io;
use std::path::Path;

use benches::builds::{Step, Workspace};
use benches::generate::{Schema, Side};
use benches::paired::Quartiles;
use benches::usage::Usage;

use super::Args;
use super::rows::{Found, Must, Row};

/// Builds every side as often as asked for, and takes the ratios round by round.
pub(super) fn measure(args: &Args, root: &Path) -> io::Result<Found> {
    let copy = if args.noise { "-again" } else { "" };
    let mut rows = Vec::new();
    for &types in &args.sizes {
        let schema = Schema::new(types);
        let write = |side, copy| Workspace::write(root, &schema, types, side, copy);
        let baseline = write(Side::Serde, "")?;
        let others = args
            .others()
            .iter()
            .map(|&side| Ok((side, write(side, copy)?)));
        let others: Vec<(Side, Workspace)> = others.collect::<io::Result<_>>()?;
        for &step in &args.steps {
            rows.extend(measure_step(&baseline, &others, types, step, args)?);
        }
        if args.steps.contains(&Step::ReleaseApp) {
            let samples = schema.samples();
            baseline.prove(&samples)?;
            for (side, workspace) in &others {
                rows.push(binary(&baseline, *side, workspace, types, args)?);
                workspace.prove(&samples)?;
            }
        }
    }
    Ok(Found::new(rows))
}

fn measure_step(
    baseline: &Workspace,
    others: &[(Side, Workspace)],
    types: usize,
    step: Step,
    args: &Args,
) -> io::Result<Vec<Row>> {
    let mut all = vec![baseline];
    all.extend(others.iter().map(|(_, workspace)| workspace));
    let mut costs: Vec<Vec<Usage>> = Vec::new();
    // The first round builds the dependencies, and finds out whether the crates compile at all.
    for round in 0..=args.rounds {
        eprintln!(
            "{types} types, {}, round {round} of {}",
            step.name(),
            args.rounds
        );
        let mut turn = all.iter().map(|workspace| workspace.build(step));
        // Whoever comes second finds the caches that the first one left; so they take turns.
        let mut turn: Vec<Usage> = match round % 2 {
            0 => turn.collect::<io::Result<_>>()?,
            _ => turn.by_ref().rev().collect::<io::Result<_>>()?,
        };
        if round % 2 == 1 {
            turn.reverse();
        }
        if round > 0 {
            costs.push(turn);
        }
    }
    let rows = others.iter().enumerate().flat_map(|(place, (side, _))| {
        let pairs: Vec<(Usage, Usage)> = costs
            .iter()
            .map(|turn| (turn[0], turn[place + 1]))
            .collect();
        let budget = (*side == Side::Ours).then(|| must(step)).flatten();
        rows(&pairs, types, *side, step, budget)
    });
    Ok(rows.collect())
}

fn rows(
    pairs: &[(Usage, Usage)],
    types: usize,
    side: Side,
    step: Step,
    budget: Option<f64>,
) -> [Row; 3] {
    let row = |what: &str, unit, of: fn(&Usage) -> f64, budget: Option<f64>| Row {
        what: format!("{}, {what}", step.name()),
        types: Some(types),
        way: side.name().to_owned(),
        unit,
        baseline: Some(Quartiles::of(pairs.iter().map(|(baseline, _)| of(baseline))).median),
        is: Quartiles::of(pairs.iter().map(|(_, other)| of(other))).median,
        ratio: Some(Quartiles::of(
            pairs
                .iter()
                .map(|(baseline, other)| of(other) / of(baseline)),
        )),
        must: budget.map(Must::Ratio),
    };
    [
        row("wall", "s", |cost| cost.wall.as_secs_f64(), budget),
        row("cpu", "s", |cost| cost.cpu.as_secs_f64(), budget),
        row(
            "peak memory",
            "MB",
            |cost| cost.peak_memory as f64 / 1e6,
            None,
        ),
    ]
}

fn binary(
    baseline: &Workspace,
    side: Side,
    workspace: &Workspace,
    types: usize,
    args: &Args,
) -> io::Result<Row> {
    let sizes = [
        baseline.binary_size()? as f64,
        workspace.binary_size()? as f64,
    ];
    let row = Row::counted("release app, size", types, side.name(), "bytes", sizes);
    Ok(match side == Side::Ours && !args.noise {
        true => row.must(Must::Ratio(0.5)),
        false => row,
    })
}

/// The budget; there is none for the library alone.
fn must(step: Step) -> Option<f64> {
    match step {
        Step::Check | Step::DevApp => Some(0.45),
        Step::DevLib => None,
        Step::ReleaseApp => Some(0.30),
    }
}
