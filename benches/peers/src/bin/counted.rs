//! What each way allocates, as JSON, for the cases whose names are given.

use std::process::ExitCode;

use allocation_counter::measure;
use benches::cases::{Case, Corpora};
use peers::measured::Allocated;

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let corpora = Corpora::new();
    let cases = peers::cases(&corpora, &|name| names.iter().any(|asked| asked == name));
    let found: Vec<Allocated> = cases.into_iter().flat_map(count).collect();
    match serde_json::to_string(&found) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn count(case: Case<'_>) -> Vec<Allocated> {
    let objects = case.objects as f64;
    let mut found = Vec::new();
    for mut way in std::iter::once(case.baseline).chain(case.ways) {
        let Ok(run) = way.held() else { continue };
        run();
        let used = measure(run);
        found.push(Allocated {
            case: case.name.to_owned(),
            way: way.name.to_owned(),
            allocations: used.count_total as f64 / objects,
            bytes: used.bytes_total as f64 / objects,
            peak: used.bytes_max as f64,
        });
    }
    found
}
