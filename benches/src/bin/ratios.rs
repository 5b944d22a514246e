//! Run time beside serde derive, as ratios: its time divided by the way's, round by round. `peers` has other libraries, too.
//!
//! ```text
//! cargo run --release -p benches --bin ratios
//! cargo run --release -p benches --bin ratios -- --quick --json --only "encode page"
//! cargo run --release -p benches --bin ratios -- --help
//! ```

use std::process::ExitCode;

use benches::cases::{self, Corpora};
use benches::command_line;
use benches::rows::{self, Args, Row, measure};
use benches::table;

const USAGE: &str = "\
usage: ratios [--only PART]… [--list] [--quick] [--json] [--deny missed]

Run time beside serde derive and serde_json, on the same fields: three minutes. A ratio is the baseline's time divided by
the way's, so above one is faster. The baseline is serde derive; where a case ends with \"/ bare\" or \"/ its decode\", it is our
own decode of that. benches/README.md says how to read the rest; other libraries stand in benches/peers/.

";

fn main() -> ExitCode {
    let usage = format!("{USAGE}{}", Args::OPTIONS);
    let args = match command_line::read(&usage, Args::read) {
        Ok(args) => args,
        Err(code) => return code,
    };
    let corpora = Corpora::new();
    let names = rows::names(|is_asked| drop(cases::all(&corpora, is_asked)));
    if let Err(code) = args.answer_by(&names) {
        return code;
    }
    rows::warn_of_debug_build();
    let mut cases = cases::all(&corpora, &|name| args.is_asked(name));
    let rows: Result<Vec<Vec<Row>>, String> = cases
        .iter_mut()
        .map(|case| measure(case, args.effort))
        .collect();
    match rows {
        Ok(rows) => show(&rows.into_iter().flatten().collect::<Vec<_>>(), &args),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn show(rows: &[Row], args: &Args) -> ExitCode {
    match args.json {
        true => table::line(&serde_json::to_string_pretty(rows).expect("rows have a JSON form")),
        false => print(rows),
    }
    let missed = args.deny_missed && rows.iter().any(Row::misses);
    ExitCode::from(if missed { 3 } else { 0 })
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
