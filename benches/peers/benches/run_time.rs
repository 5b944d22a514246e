//! The cases of `peers`, by criterion: with its statistics, and held against what it kept of the last run.
//!
//! ```text
//! cargo bench --manifest-path benches/peers/Cargo.toml
//! cargo bench --manifest-path benches/peers/Cargo.toml -- "decode page/"
//! ```
//!
//! Each way is held to its document before it is timed. Ratios are for `peers` and `ratios`, which run two ways in turns.

use std::time::Duration;

use benches::cases::{Case, Corpora};
use criterion::{Criterion, Throughput};

fn main() {
    let corpora = Corpora::new();
    let brief = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    let mut criterion = brief.configure_from_args();
    for case in peers::cases(&corpora, &|_| true) {
        time(&mut criterion, case);
    }
    criterion.final_summary();
}

/// Times all ways to do what a case asks, in objects per second.
fn time(criterion: &mut Criterion, case: Case<'_>) {
    let mut group = criterion.benchmark_group(case.name);
    group.throughput(Throughput::Elements(case.objects as u64));
    for mut way in std::iter::once(case.baseline).chain(case.ways) {
        let name = way.name;
        // What it cannot do, and why, is in the tables of `peers`.
        if let Ok(run) = way.held() {
            group.bench_function(name, |bencher| bencher.iter(&mut *run));
        }
    }
    group.finish();
}
