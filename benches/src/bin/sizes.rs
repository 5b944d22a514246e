//! How large a job is in memory, field by field, beside serde derive's.
//!
//! ```text
//! cargo run -p benches --bin sizes
//! ```

use benches::{sizes, table};

fn main() {
    let fields = sizes::job();
    let rows: Vec<Vec<String>> = fields
        .iter()
        .map(|(name, of, size)| vec![(*name).to_owned(), (*of).to_owned(), size.to_string()])
        .collect();
    table::print(2, &["field", "type", "bytes"], &rows);
    let sum: usize = fields.iter().map(|(_, _, size)| size).sum();
    println!("all fields together: {sum}\n");
    let rows: Vec<Vec<String>> = sizes::types()
        .iter()
        .map(|(name, size)| vec![(*name).to_owned(), size.to_string()])
        .collect();
    table::print(1, &["type", "bytes"], &rows);
}
