//! What tests compare with, written anew.

use crate::run::{Outcome, cargo, run};

/// Expansions, what programs print, what is said of mistakes (of one folder, where it is named), and the list of these.
pub(crate) fn bless(arguments: &[String]) -> Outcome {
    let folder = arguments.get(1).map_or("*", String::as_str);
    for package in ["api-object-macros", "examples"] {
        let mut test = cargo(&["test", "--quiet", "-p", package]);
        test.env("INSTA_UPDATE", "always");
        run(test)?;
    }
    let mut messages = cargo(&["test", "--quiet", "-p", "tests", "--test", "ui"]);
    messages.env("TRYBUILD", "overwrite").env("UI", folder);
    run(messages)?;
    let mut list = cargo(&["test", "--quiet", "-p", "tests", "--test", "tidy"]);
    list.env("BLESS", "1");
    run(list)
}
