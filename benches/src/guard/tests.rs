use super::*;

const TEXT: &str =
    "# For people.\n\ntokens a 1_000 2%\nallocations b 7 0%\ninstructions c 200 4.5%\n";

fn tokens(figure: u64) -> Measured {
    Measured::new(Group::Tokens, "a", figure)
}

fn verdicts(text: &str, measured: &[Measured], left_out: &[Group]) -> Vec<Verdict> {
    let judged = Table::read(text).unwrap().judge(measured, left_out);
    judged.iter().map(|judged| judged.verdict).collect()
}

#[test]
fn a_figure_may_differ_by_its_tolerance_in_both_directions() {
    let judge = |figure| verdicts("tokens a 1000 2%", &[tokens(figure)], &[]);
    assert_eq!(judge(1_020), [Verdict::Kept]);
    assert_eq!(judge(1_021), [Verdict::Exceeded]);
    assert_eq!(judge(980), [Verdict::Kept]);
    assert_eq!(judge(979), [Verdict::Better]);
}

#[test]
fn without_a_tolerance_a_figure_is_what_it_was() {
    let judge = |figure| verdicts("tokens a 0 0%", &[tokens(figure)], &[]);
    assert_eq!(judge(0), [Verdict::Kept]);
    assert_eq!(judge(1), [Verdict::Exceeded]);
}

#[test]
fn what_is_new_or_gone_is_told_unless_nobody_measured() {
    let measured = [tokens(1_000), Measured::new(Group::Ir, "d", 5)];
    let instructions = [Group::Instructions];
    assert_eq!(
        verdicts(TEXT, &measured, &instructions),
        [Verdict::Kept, Verdict::New, Verdict::Gone]
    );
}

#[test]
fn the_table_is_read_as_it_is_written() {
    let table = Table::read(TEXT).unwrap();
    let text = table.to_string();
    assert!(text.lines().any(|line| {
        line.split_whitespace()
            .eq(["instructions", "c", "200", "4.5%"])
    }));
    assert_eq!(Table::read(&text).unwrap(), table);
}

#[test]
fn a_line_that_is_none_is_named() {
    for line in [
        "tokens a 5",
        "tokens a 5 2",
        "tokens a 5 -2%",
        "tokens a five 2%",
        "words a 5 2%",
        "tokens a b 5 2%",
    ] {
        let error = Table::read(&format!("# head\n{line}\n")).unwrap_err();
        assert!(
            error.starts_with("line 2 ") && error.contains(line),
            "{error}"
        );
    }
}

#[test]
fn blessing_keeps_tolerances_and_what_was_not_measured() {
    let table = Table::read("tokens a 1000 7%\ntokens gone 1 1%\ninstructions c 200 4%").unwrap();
    let measured = [tokens(2_000), Measured::new(Group::Sizes, "d", 8)];
    let blessed = table.bless(&measured, &[Group::Instructions]);
    let expected = "tokens a 2000 7%\nsizes d 8 0%\ninstructions c 200 4%";
    assert_eq!(blessed, Table::read(expected).unwrap());
    let judged = blessed.judge(&measured, &[Group::Instructions]);
    assert!(judged.iter().all(|judged| judged.verdict == Verdict::Kept));
}

#[test]
fn blessing_leaves_what_hardly_changed() {
    let table = Table::read(TEXT).unwrap();
    let left_out = [Group::Allocations, Group::Instructions];
    assert_eq!(table.bless(&[tokens(1_001)], &left_out), table);
}

#[test]
fn a_name_is_one_word() {
    assert_eq!(Measured::new(Group::Ir, "a b", 1).name, "a-b");
}

#[test]
fn thousands_stand_apart() {
    let shown = [0, 999, 1_000, 1_234_567].map(grouped);
    assert_eq!(shown, ["0", "999", "1_000", "1_234_567"]);
}
