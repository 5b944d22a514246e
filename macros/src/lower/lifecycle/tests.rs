use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::testing::{complaints, object};
use crate::model::OpenEnum;

fn job(table: TokenStream) -> TokenStream {
    quote! { pub struct Job { #[api(status { #table })] at: JobStatus } }
}

fn statuses(table: TokenStream) -> OpenEnum {
    object(job(table))
        .lifecycle
        .expect("a status field")
        .statuses
}

#[test]
fn arrows_point_forward_and_back() {
    let table = statuses(quote! {
        /// Waits for
        /// a worker.
        queued => running | failed,
        running => failed | queued,
        failed,
    });
    let next: Vec<_> = table
        .words
        .iter()
        .map(|word| word.next.as_slice())
        .collect();
    assert_eq!(next, [&[1, 2][..], &[2, 0], &[]]);
    let terminal: Vec<_> = table.words.iter().map(|word| word.terminal).collect();
    assert_eq!(terminal, [false, false, true]);
    assert_eq!(table.words[0].docs, "Waits for\na worker.");
    assert!(table.has_arrows && table.generated);
}

#[test]
fn end_states_may_move_on() {
    let table = statuses(quote! { running => done, done => end | running });
    assert!(table.words[1].terminal && !table.words[0].terminal);
    assert_eq!(table.words[1].next, [0]);
}

#[test]
fn without_arrows_nothing_is_an_end() {
    let table = statuses(quote! { on, off });
    assert!(!table.has_arrows);
    assert!(table.words.iter().all(|word| !word.terminal));
}

#[test]
fn words_name_variants() {
    let table = statuses(quote! {
        validating_files,
        "in-progress" as InProgress,
        #[api(rename = "cancelling", alias("canceling"))] stopping,
        r#type,
        "unknown" as UnknownStatus,
    });
    let idents: Vec<_> = table
        .words
        .iter()
        .map(|word| word.ident.to_string())
        .collect();
    let variants = [
        "ValidatingFiles",
        "InProgress",
        "Stopping",
        "Type",
        "UnknownStatus",
    ];
    assert_eq!(idents, variants);
    let wires: Vec<_> = table.words.iter().map(|word| word.wire.as_str()).collect();
    assert_eq!(
        wires,
        [
            "validating_files",
            "in-progress",
            "cancelling",
            "type",
            "unknown"
        ]
    );
    assert_eq!(table.words[2].aliases, ["canceling"]);
}

#[test]
fn the_enum_is_documented() {
    assert_eq!(statuses(quote! { on }).docs, "Where a `Job` stands.");
    let written = quote! { struct Job { /** Says it. */ #[api(status { on })] at: S } };
    let lifecycle = object(written).lifecycle.expect("a status field");
    assert_eq!(lifecycle.statuses.docs, "Says it.");
}

#[test]
fn unknown_targets_are_near_to_something() {
    assert_eq!(
        complaints(job(quote! { queued => runing, running => queued | queued })),
        [
            "there is no status `runing` in this table; did you mean `running`?",
            "`queued` follows already; remove it here",
            "first given here",
        ]
    );
}

#[test]
fn impossible_variants_are_refused_with_a_way_out() {
    assert_eq!(
        complaints(job(quote! { unknown, self, "a-b", aB, c_d, cD, c_d })),
        [
            "the variant `Unknown` keeps statuses that nobody knows; \
             write `\"unknown\" as UnknownStatus`",
            "`Self` cannot name a variant; write `\"self\" as SelfStatus`",
            "a status in quotes needs a variant's name; write `\"a-b\" as AB`",
            "the variant `AB` is taken; write `\"aB\" as ABStatus`",
            "first given here",
            "the variant `CD` is taken; write `\"cD\" as CDStatus`",
            "first given here",
            "the status `c_d` is taken; choose another, or remove one",
            "first given here",
        ]
    );
}

#[test]
fn a_mistake_in_an_entry_costs_no_other() {
    assert_eq!(
        complaints(job(
            quote! { queued => , running -> queued, done => queued | running }
        )),
        [
            "expected a status; write an entry as `queued`, or as `queued => running | failed`",
            "expected `,`; write an entry as `queued`, or as `queued => running | failed`",
        ]
    );
}

#[test]
fn the_type_of_a_status_is_a_new_name() {
    let declared = quote! { struct Job { #[api(status { on })] state: String } };
    assert_eq!(
        complaints(declared),
        [
            "`status` makes the enum that the field's type names; name a new one, such as `JobStatus`"
        ]
    );
}
