//! How often a type's decoder is compiled: once, in however many ways it is read.
//!
//! ```text
//! cargo run -p benches --bin copies
//! ```
//!
//! The types of the benchmarks are compiled in programs that read them in more and more ways, and the compiler's IR, before
//! it is optimized, is counted: functions and lines, of all and of the types' own code. Such counts are the same in every
//! run. It fails where a function by which an object is filled is there twice.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use benches::{command_line, table};

const USAGE: &str = "\
usage: copies

How often the decoder of a type is compiled, in programs that read it in more and more ways: functions and lines of the
compiler's IR before it is optimized.

It ends with 1 where a decoder is there twice or a program does not compile, and with 2 where the arguments are wrong.";

/// Programs, each with the ways of those before it, and one more.
const WAYS: &[(&str, &str)] = &[
    (
        "`from_slice`",
        "sink(api_object::from_slice::<JobPage>(json).map(Decoded::lenient));",
    ),
    (
        "and `strict`",
        "sink(api_object::from_slice::<JobPage>(json).map(Decoded::strict));",
    ),
    (
        "and a `Reader` with placeholders and limits",
        "sink(Reader::new().fill_missing().max_bytes(9).from_slice::<JobPage>(json));",
    ),
    (
        "and `serde_json`",
        "sink(serde_json::from_slice::<JobPage>(json));",
    ),
    (
        "and `serde_json` from a tree",
        "sink(serde_json::from_value::<JobPage>(serde_json::Value::Null));",
    ),
];

/// The method by which code that is compiled once comes at the fields of an object that is filled.
const FILLING: &str = "8lend_mut17h";

/// What the path of each function of the types has in it.
const OF_TYPES: &str = "4ours";

/// Lines of IR of each function, by its symbol without the hash at the end.
type Functions = BTreeMap<String, Vec<usize>>;

fn main() -> ExitCode {
    if let Err(code) = command_line::read(USAGE, command_line::nothing) {
        return code;
    }
    match rows() {
        Ok((rows, most)) => {
            let head = [
                "ways to read",
                "functions of the types",
                "their lines",
                "copies of a decoder",
                "functions",
                "lines",
            ];
            table::print(1, &head, &rows);
            if most != 1 {
                eprintln!("a decoder is there {most} times");
                return ExitCode::FAILURE;
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn rows() -> io::Result<(Vec<Vec<String>>, usize)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()?;
    let dir = root.join("target/bench-copies");
    write(&root, &dir)?;
    let mut rows = Vec::new();
    let mut most = 0;
    for (number, (way, _)) in WAYS.iter().enumerate() {
        eprintln!("compiling a program with {way}");
        let functions = functions(&fs::read_to_string(ir(&dir, number)?)?);
        let copies = copies(&functions);
        most = most.max(copies);
        let (own, own_lines) = count(&functions, |name| name.contains(OF_TYPES));
        let (all, all_lines) = count(&functions, |_| true);
        let counts = [own, own_lines, copies, all, all_lines].map(|count| count.to_string());
        rows.push([vec![(*way).to_owned()], counts.to_vec()].concat());
    }
    Ok((rows, most))
}

/// Writes a crate with a program for each number of ways.
fn write(root: &Path, dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir.join("src/bin"))?;
    let runtime = root.join("runtime");
    fs::write(
        dir.join("Cargo.toml"),
        format!(
            "[package]\nname = \"copies\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             api-object = {{ path = \"{}\" }}\nserde_json = \"1\"\n",
            runtime.display()
        ),
    )?;
    fs::copy(root.join("Cargo.lock"), dir.join("Cargo.lock"))?;
    fs::write(dir.join("src/ours.rs"), include_str!("../ours.rs"))?;
    for number in 0..WAYS.len() {
        let ways: String = WAYS[..=number]
            .iter()
            .map(|(_, code)| format!("    {code}\n"))
            .collect();
        let program = format!(
            "#[path = \"../ours.rs\"]\nmod ours;\n\
             #[allow(unused_imports)]\nuse api_object::{{Decoded, Reader}};\nuse ours::JobPage;\n\n\
             fn main() {{\n    let json = std::env::args().next().unwrap_or_default().into_bytes();\n    \
             let json = json.as_slice();\n{ways}}}\n\n\
             fn sink<T>(made: T) {{\n    drop(std::hint::black_box(made));\n}}\n"
        );
        fs::write(dir.join(format!("src/bin/ways_{number}.rs")), program)?;
    }
    Ok(())
}

/// Compiles a program, and answers where its IR is.
fn ir(dir: &Path, number: usize) -> io::Result<PathBuf> {
    let path = dir.join(format!("ways_{number}.ll"));
    let name = format!("ways_{number}");
    let status = Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "--release", "--bin", &name, "--"])
        .args(["-Ccodegen-units=1", "-Cno-prepopulate-passes", "-Awarnings"])
        .arg(format!("--emit=llvm-ir={}", path.display()))
        .current_dir(dir)
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .status()?;
    match status.success() {
        true => Ok(path),
        false => Err(io::Error::other(format!("`{name}` does not compile"))),
    }
}

/// The functions that a module of IR defines.
fn functions(ir: &str) -> Functions {
    let mut functions = Functions::new();
    let mut open: Option<(String, usize)> = None;
    for line in ir.lines() {
        match &mut open {
            None if line.starts_with("define ") => open = Some((symbol(line), 1)),
            None => {}
            Some((_, lines)) => *lines += 1,
        }
        if line == "}"
            && let Some((name, lines)) = open.take()
        {
            functions.entry(name).or_default().push(lines);
        }
    }
    functions
}

/// What stands behind the `@`, without the hash that tells instances of one function apart.
fn symbol(define: &str) -> String {
    let (_, name) = define.split_once('@').unwrap_or_default();
    let name = name.trim_start_matches('"');
    let end = name.find(['(', '"']).unwrap_or(name.len());
    let name = &name[..end];
    match name.rfind("17h") {
        Some(hash) => name[..hash + 3].to_owned(),
        None => name.to_owned(),
    }
}

/// How often the function is there by which one type is filled, at most.
fn copies(functions: &Functions) -> usize {
    let filling = functions
        .iter()
        .filter(|(name, _)| name.ends_with(FILLING) && name.contains(OF_TYPES));
    filling.map(|(_, copies)| copies.len()).max().unwrap_or(0)
}

fn count(functions: &Functions, wanted: impl Fn(&str) -> bool) -> (usize, usize) {
    let wanted = functions.iter().filter(|(name, _)| wanted(name));
    wanted.fold((0, 0), |(count, lines), (_, copies)| {
        (count + copies.len(), lines + copies.iter().sum::<usize>())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_counted_by_symbols_without_hashes() {
        let ir = "define void @_ZN4ours1A8lend_mut17h0123456789abcdefE(ptr %0) {\n  ret void\n}\n\
                  define internal void @\"_ZN4ours1A8lend_mut17hfedcba9876543210E\"(ptr %0) {\n}\n\
                  declare void @other()\ndefine void @main() {\n}\n";
        let functions = functions(ir);
        assert_eq!(copies(&functions), 2);
        assert_eq!(count(&functions, |name| name.contains(OF_TYPES)), (2, 5));
        assert_eq!(count(&functions, |_| true), (3, 7));
    }
}
