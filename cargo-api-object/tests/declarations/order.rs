//! In which order the variants of a union stand that nothing tells apart but what fits.

use super::fixture::{declares, imported};

/// A reader takes an object without its tag, so that one which asks for nothing else would take those of others.
#[test]
fn what_asks_for_its_tag_alone_is_tried_behind_what_lacks_one() {
    declares(
        &imported("unions.yaml"),
        "Entry",
        &[
            "#[api(untagged, debug)]",
            "Remark(Remark),",
            "Pointer(Pointer),",
            "Trigger(Trigger),",
            // It may have that tag.
            "Anything(Anything),",
        ],
    );
}
