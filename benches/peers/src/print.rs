//! Lines as columns for people.

use benches::table;

use crate::Line;

const HEAD: [&str; 11] = [
    "case",
    "way",
    "ns",
    "ratio",
    "quartiles",
    "instr.",
    "ratio",
    "alloc.",
    "bytes",
    "peak kB",
    "remark",
];

/// Prints lines; all numbers but ratios and peaks are for an object.
pub(crate) fn print(lines: &[Line]) {
    let rows: Vec<Vec<String>> = lines.iter().map(cells).collect();
    table::print(2, &HEAD, &rows);
}

fn cells(line: &Line) -> Vec<String> {
    let or_dash = |number: Option<f64>, digits: usize| {
        number.map_or("–".to_owned(), |number| format!("{number:.digits$}"))
    };
    let allocated =
        |number: fn(&peers::measured::Allocated) -> f64| line.allocated.as_ref().map(number);
    let mut cells = vec![line.row.case.to_owned(), line.row.way.to_owned()];
    cells.extend(line.row.cells());
    cells.extend([
        or_dash(line.instructions, 0),
        or_dash(line.instruction_ratio, 2),
        or_dash(allocated(|all| all.allocations), 2),
        or_dash(allocated(|all| all.bytes), 0),
        or_dash(allocated(|all| all.peak / 1000.0), 1),
        line.row.remark(),
    ]);
    cells
}
