use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::testing::{complaints, object};
use crate::model::{Ask, Level, Rule, StatusSet};

fn job(rules: TokenStream) -> TokenStream {
    quote! {
        struct Job {
            #[api(status { queued => running, running => done | failed, done, failed })]
            at: JobStatus,
            #[api(#rules)]
            error: Option<Error>,
        }
    }
}

/// The rules as a word and places.
fn presences(rules: TokenStream) -> Vec<(&'static str, Vec<u16>)> {
    let mut object = object(job(rules));
    let rules = object.members.remove(1).rules.into_iter();
    let told = |Rule { level, ask }| {
        let (is_set, statuses) = match ask {
            Ask::SetIn(statuses) => (true, statuses),
            Ask::NullIn(statuses) => (false, statuses),
            _ => panic!("another rule"),
        };
        let StatusSet::Places(places) = statuses else {
            panic!("statuses of another enum");
        };
        let word = match (level, is_set) {
            (Level::Violation, true) => "set",
            (Level::Violation, false) => "null",
            (Level::Note, true) => "rather set",
            (Level::Note, false) => "rather null",
        };
        (word, places)
    };
    rules.map(told).collect()
}

#[test]
fn groups_and_words_are_places() {
    assert_eq!(
        presences(quote!(set_in(failed, done))),
        [("set", vec![2, 3])]
    );
    assert_eq!(presences(quote!(null_in(active))), [("null", vec![0, 1])]);
    assert_eq!(presences(quote!(set_in(ended))), [("set", vec![2, 3])]);
    assert_eq!(
        presences(quote!(null_in(!running))),
        [("null", vec![0, 2, 3])]
    );
    assert_eq!(presences(quote!(null_in(!ended))), [("null", vec![0, 1])]);
    assert_eq!(
        presences(quote!(set_in("done", active))),
        [("set", vec![0, 1, 2])]
    );
}

#[test]
fn only_in_is_null_in_the_rest() {
    assert_eq!(
        presences(quote!(only_in(failed))),
        [("set", vec![3]), ("null", vec![0, 1, 2])]
    );
    assert_eq!(
        presences(quote!(only_in(active, ended))),
        [("set", vec![0, 1, 2, 3])]
    );
    assert_eq!(
        presences(quote!(note(only_in(!failed))))[1],
        ("rather null", vec![3])
    );
}

#[test]
fn a_status_of_that_name_hides_the_group() {
    let declared = quote! {
        struct Plan {
            #[api(status { active => gone, paused => gone, gone })] at: S,
            #[api(set_in(active))] since: Option<u64>,
        }
    };
    let asked = &object(declared).members[1].rules[0].ask;
    assert!(matches!(asked, Ask::SetIn(StatusSet::Places(places)) if *places == [0]));
}

#[test]
fn set_and_null_at_once_is_refused() {
    assert_eq!(
        complaints(job(quote!(set_in(ended), null_in(active, failed)))),
        [
            "`failed` must be set by one of `set_in` and `null_in` and null by the other; \
             take it out of one",
            "first given here",
        ]
    );
    assert_eq!(
        complaints(job(quote!(set_in(ended), note(null_in(failed))))),
        [""; 0]
    );
}

#[test]
fn sets_name_each_status_once_and_at_least_one() {
    assert_eq!(
        complaints(job(quote!(set_in(active, running), null_in(activ)))),
        [
            "this names `running` a second time; name each status once",
            "first given here",
            "there is no status `activ`; did you mean `active`?",
        ]
    );
    assert_eq!(
        complaints(job(quote!(set_in()))),
        ["unexpected end of input, expected a status; write `set_in(succeeded, failed)`"]
    );
    let endless = quote! {
        struct Job { #[api(status { on => off, off => on })] at: S, #[api(set_in(ended))] x: Option<u8> }
    };
    assert_eq!(complaints(endless), ["no status is `ended`; remove it"]);
}

#[test]
fn statuses_are_needed_and_so_are_arrows() {
    let bare = quote! { struct Job { #[api(set_in(done))] x: Option<u8> } };
    assert_eq!(
        complaints(bare),
        ["`set_in` needs the statuses of this object; \
          write `status { ... }` on its status field"]
    );
    let flat = quote! {
        struct Job { #[api(status { on, off })] at: S, #[api(null_in(ended))] x: u8 }
    };
    assert_eq!(
        complaints(flat),
        [
            "`null_in` is for a field that may be null; make its type an `Option`",
            "the table has no arrows, so nobody knows what is `ended`; \
             write arrows there, or name statuses here",
        ]
    );
}

#[test]
fn a_broken_table_is_one_mistake() {
    let broken = quote! {
        struct Job { #[api(status[on])] at: S, #[api(only_in(on))] x: Option<u8> }
    };
    assert_eq!(
        complaints(broken),
        [
            "expected curly braces; write `status { queued => running, running => done, done }`, \
             or `status` alone for an enum with `#[api(status)]`"
        ]
    );
}
