//! Texts that were made to be costly: four times as much text is four times as much work, by count and not by the clock.

mod texts;

use crate::json::work::during;
use crate::{Code, Reader};
use texts::{All, HOSTILE};

/// Everything that may be done with a text: reading it, telling why not, its report, writing it.
fn use_up(reader: Reader, text: &[u8]) -> bool {
    match reader.from_slice::<All>(text) {
        Ok(all) => {
            let report = all.report();
            let _ = (report.to_string(), crate::to_vec(&all));
            true
        }
        Err(error) => !error.to_string().is_empty() && error.issues().count() == 0,
    }
}

#[test]
fn work_grows_as_the_text_does() {
    let mut read = 0;
    for (name, text) in HOSTILE {
        for reader in [Reader::new(), Reader::new().fill_missing()] {
            let (few, many) = (text(1_000), text(4_000));
            let (less, _) = during(|| use_up(reader, &few));
            let (more, is_read) = during(|| use_up(reader, &many));
            read += usize::from(is_read);
            let grown = many.len() as f64 / few.len() as f64;
            assert!(
                more as f64 <= less as f64 * grown * 1.1 + 1_000.0,
                "{name}: {less} {more}"
            );
            // What is read in vain, and the 64 places that are told, are bounded by a multiple of the text.
            assert!(
                more <= many.len() as u64 * 150 + 1_000,
                "{name}: {more} of {}",
                many.len()
            );
        }
    }
    assert!(
        (20..HOSTILE.len() * 2 - 10).contains(&read),
        "{read} were read"
    );
}

#[test]
fn a_million_unknown_members_are_read_or_refused_as_is_wished() {
    let named = |(name, _): &&texts::Hostile| *name == "unknown members";
    let (_, make) = HOSTILE.iter().find(named).unwrap();
    let text = make(100_000);
    let all = Reader::new().from_slice::<All>(&text).unwrap();
    // The tag is missing, too.
    assert_eq!(all.report().len(), 100_001);
    let text = make((1 << 20) + 1);
    let error = Reader::new().from_slice::<All>(&text).unwrap_err();
    assert_eq!(error.first().issue.code, Code::Limit);
    assert_eq!(error.first().issue.pointer.as_str(), "/u1048576");
    let reader = Reader::new().max_unknown_members(usize::MAX);
    let all = reader.from_slice::<All>(&text).unwrap();
    assert_eq!(crate::to_vec(&all).len(), text.len());
}

#[test]
fn a_page_of_bad_items_costs_little_until_somebody_asks() {
    let (_, make) = HOSTILE
        .iter()
        .find(|(name, _)| *name == "items that do not fit")
        .unwrap();
    let text = make(2_000);
    let (work, page) = during(|| Reader::new().from_slice::<All>(&text).unwrap());
    assert!(work <= text.len() as u64, "{work} of {}", text.len());
    let (told, report) = during(|| page.report());
    assert_eq!(report.violations().count(), 4_000);
    assert!(told <= 2 * text.len() as u64, "{told} of {}", text.len());
    // What was told once is not made again.
    let (again, _) = during(|| page.report());
    assert_eq!(again, 0);
}
