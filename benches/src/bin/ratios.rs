//! Run time beside serde derive, as ratios: its time divided by the way's, round by round. `peers` has other libraries, too.
//!
//! ```text
//! cargo run --release -p benches --bin ratios
//! cargo run --release -p benches --bin ratios -- --quick --json --only "encode page"
//! ```

use std::process::ExitCode;

use benches::cases::{self, Corpora};
use benches::rows::{Args, Row, measure};
use benches::table;

fn main() -> ExitCode {
    let args = match Args::read(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            eprintln!("{message}\nusage: ratios {}", Args::USAGE);
            return ExitCode::from(2);
        }
    };
    if cfg!(debug_assertions) {
        eprintln!("warning: not a release build; these ratios mean nothing");
    }
    let corpora = Corpora::new();
    let mut cases = cases::all(&corpora, &|name| args.is_asked(name));
    let rows: Vec<Row> = cases
        .iter_mut()
        .flat_map(|case| measure(case, args.effort))
        .collect();
    match args.json {
        true => println!(
            "{}",
            serde_json::to_string_pretty(&rows).expect("rows have a JSON form")
        ),
        false => print(&rows),
    }
    ExitCode::SUCCESS
}

fn print(rows: &[Row]) {
    let cells = |row: &Row| {
        let mut cells = vec![row.case.to_owned(), row.way.to_owned()];
        cells.extend(row.cells());
        cells.push(row.remark());
        cells
    };
    let head = ["case", "way", "ns/object", "ratio", "quartiles", "remark"];
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    table::print(2, &head, &rows);
}
