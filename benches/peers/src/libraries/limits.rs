//! How fast a text can be walked by anybody.

use std::hint::black_box;

use benches::cases::Task;
use benches::ways::Way;
use sonic_rs::LazyValue;

/// What sonic-rs skips where nobody asks for what is in it.
pub(super) fn way(task: Task<'_>) -> Option<Way<'_>> {
    let name = "limit: sonic-rs lazy skip";
    Some(match task {
        Task::DecodePage(document, _) | Task::DecodeList(document) => {
            Way::unheld(name, || skip(&document.bytes))
        }
        Task::DecodeJobs(documents) => Way::unheld(name, || {
            documents.iter().for_each(|document| skip(&document.bytes));
        }),
        Task::DecodeLines(lines) => Way::unheld(name, || lines.each().for_each(skip)),
        _ => return None,
    })
}

fn skip(text: &[u8]) {
    let value: LazyValue<'_> = sonic_rs::from_slice(black_box(text)).expect("it is JSON");
    black_box(value);
}
