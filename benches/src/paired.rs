//! Two ways of doing the same, timed in turns: A, B, B, A, … in one process.
//!
//! A single time says little on a machine that does other work too. What disturbs one round disturbs both of
//! its halves alike, so each round gives one ratio, and the median of the ratios is what counts.

use std::time::{Duration, Instant};

use serde::Serialize;

/// What a series of rounds found.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Paired {
    /// Median time of one run of the baseline, in nanoseconds.
    pub baseline_ns: f64,
    /// Median time of one run of the other way, in nanoseconds.
    pub way_ns: f64,
    /// The baseline's time divided by the way's, round by round: above one, the way is faster.
    pub ratio: Quartiles,
    /// How many rounds there were.
    pub rounds: usize,
}

/// Where the middle half of a series lies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Quartiles {
    /// A quarter of the series is less.
    pub lower: f64,
    /// Half of the series is less.
    pub median: f64,
    /// A quarter of the series is more.
    pub upper: f64,
}

/// How long to measure.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// The time that all rounds take together.
    pub total: Duration,
    /// The least time that half a round takes.
    pub half_round: Duration,
}

impl Effort {
    /// One and a half seconds: enough for quartiles a few per cent apart on a quiet machine.
    pub const FULL: Effort = Effort {
        total: Duration::from_millis(1_500),
        half_round: Duration::from_millis(5),
    };

    /// For a look while working.
    pub const QUICK: Effort = Effort {
        total: Duration::from_millis(250),
        half_round: Duration::from_millis(2),
    };
}

/// The fewest rounds that quartiles are taken from.
const MIN_ROUNDS: usize = 9;

/// Times `way` against `baseline`.
pub fn paired(effort: Effort, baseline: &mut dyn FnMut(), way: &mut dyn FnMut()) -> Paired {
    let start = Instant::now();
    paired_by(&|| start.elapsed(), effort, baseline, way)
}

/// What a clock shows, since it was started.
type Clock<'a> = &'a dyn Fn() -> Duration;

fn paired_by(
    clock: Clock<'_>,
    effort: Effort,
    baseline: &mut dyn FnMut(),
    way: &mut dyn FnMut(),
) -> Paired {
    let baseline_runs = calibrate(clock, effort, baseline);
    let way_runs = calibrate(clock, effort, way);
    let mut times = Vec::new();
    let start = clock();
    while times.len() < MIN_ROUNDS || clock() - start < effort.total {
        // Whoever comes second finds the clock speed that the first one left; so they take turns.
        if times.len() % 2 == 0 {
            let a = time(clock, baseline_runs, baseline);
            times.push((a, time(clock, way_runs, way)));
        } else {
            let b = time(clock, way_runs, way);
            times.push((time(clock, baseline_runs, baseline), b));
        }
    }
    Paired {
        baseline_ns: Quartiles::of(times.iter().map(|(a, _)| *a)).median,
        way_ns: Quartiles::of(times.iter().map(|(_, b)| *b)).median,
        ratio: Quartiles::of(times.iter().map(|(a, b)| a / b)),
        rounds: times.len(),
    }
}

impl Quartiles {
    /// The quartiles of a series that is not empty, interpolated between neighbours.
    pub fn of(series: impl IntoIterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = series.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        Quartiles {
            lower: quantile(&sorted, 0.25),
            median: quantile(&sorted, 0.5),
            upper: quantile(&sorted, 0.75),
        }
    }
}

fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    below + (above - below) * at.fract()
}

/// How many runs half a round needs to last long enough. Warms up on the way.
fn calibrate(clock: Clock<'_>, effort: Effort, work: &mut dyn FnMut()) -> u32 {
    let mut runs = 1;
    loop {
        let spent = time(clock, runs, work) * f64::from(runs);
        if spent >= effort.half_round.as_nanos() as f64 {
            return runs;
        }
        runs *= 2;
    }
}

/// Nanoseconds for one run, over `runs` runs.
fn time(clock: Clock<'_>, runs: u32, work: &mut dyn FnMut()) -> f64 {
    let start = clock();
    for _ in 0..runs {
        work();
    }
    (clock() - start).as_nanos() as f64 / f64::from(runs)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn quartiles_lie_between_neighbours() {
        let quartiles = Quartiles::of([4.0, 1.0, 3.0, 2.0]);
        let expected = Quartiles {
            lower: 1.75,
            median: 2.5,
            upper: 3.25,
        };
        assert_eq!(quartiles, expected);
        assert_eq!(Quartiles::of([7.0]).upper, 7.0);
    }

    /// Works of known lengths, by a clock that nothing else moves.
    fn found(baseline_ns: u64, way_ns: u64, effort: Effort) -> Paired {
        let now = Cell::new(Duration::ZERO);
        let works = |nanoseconds| {
            let now = &now;
            move || now.set(now.get() + Duration::from_nanos(nanoseconds))
        };
        paired_by(
            &|| now.get(),
            effort,
            &mut works(baseline_ns),
            &mut works(way_ns),
        )
    }

    #[test]
    fn a_way_that_takes_a_tenth_is_ten_times_as_fast() {
        let found = found(20_000, 2_000, Effort::QUICK);
        assert_eq!((found.baseline_ns, found.way_ns), (20_000.0, 2_000.0));
        assert_eq!(found.ratio, Quartiles::of([10.0]));
        assert!(found.rounds >= MIN_ROUNDS, "{found:?}");
    }

    #[test]
    fn rounds_are_as_many_as_there_is_time_for() {
        let long = found(1_000_000_000, 1_000_000_000, Effort::QUICK);
        assert_eq!(long.rounds, MIN_ROUNDS);
        let short = found(1_000_000, 1_000_000, Effort::QUICK);
        // Two runs are two milliseconds, and two of those a round.
        assert_eq!(short.rounds, 63);
    }
}
