//! No text makes reading panic, and what is told of it lies within it.

#![no_main]

use api_object::{ApiObject, Issue, Registry, Source};
use fuzz::{All, Bare, Choice, Either, Keyed, Said, Tried, readers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    for reader in readers() {
        match reader.from_slice::<All>(text) {
            Ok(all) => {
                let report = all.report();
                report.issues().iter().for_each(holds);
                if let Some(Keyed::Beside(_, beside, _)) = &all.keyed {
                    let _ = beside.state().map(|state| format!("{state:?}"));
                }
                let _ = (
                    all.state().is_ok(),
                    all.check_successor(&all),
                    report.to_string(),
                );
                let _ = Source::of::<All>(text).show_report(&report);
            }
            Err(error) => {
                for at in error.issues() {
                    assert!(at.offset <= text.len() && at.line > 0 && at.column > 0);
                    holds(&at.issue);
                    assert!(is_tame(&at.to_string()), "{at:?}");
                }
                let _ = Source::of::<All>(text).show_error(&error);
            }
        }
        let _ = reader
            .from_slice::<Vec<Either>>(text)
            .map(|read| read.report());
        let _ = reader
            .from_slice::<Vec<Tried>>(text)
            .map(|read| read.report());
        let _ = reader.from_slice::<Choice>(text).map(|read| read.report());
        let _ = reader.from_slice::<Said>(text).map(|read| read.report());
        let _ = reader.from_slice::<Bare>(text).map(|read| read.report());
    }
    let registry = Registry::new().with::<All>().with_word::<Bare>("bare");
    if let Ok(page) = registry.page_from_slice(text) {
        let _ = (page.report().to_string(), page.next_cursor());
    }
    let is_json = serde_json::from_slice::<serde_json::Value>(text).is_ok();
    assert!(registry.from_slice(text).is_ok() || !is_json);
    if serde_json::from_slice::<All>(text).is_ok() {
        assert!(api_object::from_slice::<All>(text).is_ok());
    }
});

/// No message is long, and none breaks its line or steers a terminal.
fn holds(issue: &Issue) {
    assert!(issue.message().chars().count() < 10_000, "{issue}");
    assert!(is_tame(&issue.to_string()), "{issue:?}");
}

fn is_tame(shown: &str) -> bool {
    let steers = |c: char| matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !shown.contains(|c: char| c.is_control() || steers(c))
}
