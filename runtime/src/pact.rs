//! Derive and runtime are of one version, since what expansions name in `__private` may change with any of them.

/// Names the runtime `__rt` where an expansion stands, if both are of one version; else says so, and which to update.
///
/// An import that is not there silences what would be said of each name that the expansion takes from it.
#[doc(hidden)]
#[macro_export]
macro_rules! __pact {
    ("0.1.0") => {
        use $crate::__private as __rt;
    };
    ($derive:literal) => {
        compile_error!(concat!(
            "this derive is of `api-object-macros` ",
            $derive,
            ", and the runtime that it names is `api-object` 0.1.0; update the older of the two, as by `cargo update -p \
             api-object -p api-object-macros`, or name the crate that the derive comes from by `#[api(crate = path)]`"
        ));
        use $crate::__private::of_another_version as __rt;
    };
}

#[cfg(test)]
mod tests {
    /// What a derive of this version writes.
    #[test]
    fn the_version_is_that_of_the_package() {
        let text = include_str!("pact.rs");
        let version = env!("CARGO_PKG_VERSION");
        assert!(text.contains(&format!("(\"{version}\") =>")));
        assert!(text.contains(&format!("`api-object` {version};")));
    }
}
