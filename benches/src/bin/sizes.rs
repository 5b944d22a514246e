//! How large a job is in memory, field by field, beside serde derive's.
//!
//! ```text
//! cargo run -p benches --bin sizes
//! cargo run -p benches --bin sizes -- --json
//! ```

use std::process::ExitCode;

use benches::{command_line, sizes, table};
use serde_json::{Value, json};

const USAGE: &str = "\
usage: sizes [--json]

How large the model case's job is in memory, in bytes, field by field, and other types beside it. docs/costs.md says why each
is as large as it is.";

fn main() -> ExitCode {
    match command_line::read(USAGE, command_line::json_alone) {
        Ok(true) => table::line(&format!("{:#}", for_programs())),
        Ok(false) => for_people(),
        Err(code) => return code,
    }
    ExitCode::SUCCESS
}

fn for_programs() -> Value {
    let fields: Vec<Value> = sizes::job()
        .iter()
        .map(|(name, of, size)| json!({ "field": name, "type": of, "bytes": size }))
        .collect();
    let types: Vec<Value> = sizes::types()
        .iter()
        .map(|(name, size)| json!({ "type": name, "bytes": size }))
        .collect();
    json!({ "fields": fields, "types": types })
}

fn for_people() {
    let fields = sizes::job();
    let rows: Vec<Vec<String>> = fields
        .iter()
        .map(|(name, of, size)| vec![(*name).to_owned(), (*of).to_owned(), size.to_string()])
        .collect();
    table::print(2, &["field", "type", "bytes"], &rows);
    let sum: usize = fields.iter().map(|(_, _, size)| size).sum();
    table::line(&format!("all fields together: {sum}\n"));
    let rows: Vec<Vec<String>> = sizes::types()
        .iter()
        .map(|(name, size)| vec![(*name).to_owned(), size.to_string()])
        .collect();
    table::print(1, &["type", "bytes"], &rows);
}
