//! Names that say in which package, namespace or assembly a type is declared: the least that tells it from others.

use std::collections::{BTreeMap, BTreeSet};

use super::names::pascal;

/// The names of types without what only says where they are declared, by the names in the document.
pub(super) fn shortened<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<String, String> {
    let names: Vec<(&str, String)> = names.map(|name| (name, without_assemblies(name))).collect();
    let mut paths: BTreeSet<&str> = BTreeSet::new();
    let mut others: BTreeSet<String> = BTreeSet::new();
    for (_, name) in &names {
        let found = parts(name).filter(|part| is_path(part));
        paths.extend(found);
        if !parts(name).any(is_path) {
            others.insert(pascal(name));
        }
    }
    let short: BTreeMap<&str, String> = paths
        .iter()
        .map(|path| (*path, least(path, &paths, &others)))
        .collect();
    let written = names.iter().map(|(whole, name)| {
        let written = parts(name).map(|part| match short.get(part) {
            Some(short) => short.as_str(),
            None => part,
        });
        ((*whole).to_owned(), written.collect())
    });
    written.collect()
}

/// The fewest last words of a path that no other path ends with, and no other name is.
fn least(path: &str, paths: &BTreeSet<&str>, others: &BTreeSet<String>) -> String {
    let tail = |path: &str, count: usize| {
        let words: Vec<&str> = path.split('.').collect();
        words[words.len().saturating_sub(count)..].join(".")
    };
    let count = path.split('.').count();
    let tails = (1..count).map(|count| (count, tail(path, count)));
    let mut free = tails.filter(|(count, found)| {
        let name = pascal(found);
        let is_other = |other: &&&str| **other != path && pascal(&tail(other, *count)) == name;
        !others.contains(&name) && !paths.iter().any(|other| is_other(&other))
    });
    free.next()
        .map_or_else(|| path.to_owned(), |(_, tail)| tail)
}

/// Whether a name is that of a type behind its package: `com.example.Order`, `models.Order`.
fn is_path(part: &str) -> bool {
    let Some((package, name)) = part.rsplit_once('.') else {
        return false;
    };
    let is_type = name.starts_with(|c: char| c.is_ascii_uppercase());
    let is_package = package.contains('.') || package.starts_with(|c: char| c.is_ascii_lowercase());
    is_type && is_package && !part.split('.').any(str::is_empty)
}

/// The names in a name, and what stands between them: `Page<a.B>` is made of `Page`, `<`, `a.B` and `>`.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    let mut rest = name;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let is_within = is_name(first);
        let end = rest.find(|c: char| is_name(c) != is_within);
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(part)
    })
}

/// A name of .NET without the assemblies of its arguments and without their number: of
/// `A`1[[B, Lib, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]` it is `A[[B]]`.
fn without_assemblies(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find(", Version=") {
        let before = &rest[..at];
        let assembly = before.rfind(", ").unwrap_or(at);
        kept.push_str(&rest[..assembly]);
        let after = &rest[at..];
        rest = &after[after.find(']').unwrap_or(after.len())..];
    }
    kept.push_str(rest);
    let mut parts = kept.split('`');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        name + part.trim_start_matches(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn names(cases: &[(&str, &str)]) {
        let short = shortened(cases.iter().map(|(name, _)| *name));
        for (name, written) in cases {
            assert_eq!(pascal(&short[*name]), *written, "{name}");
        }
    }

    #[test]
    fn packages_are_left_out_where_nothing_else_has_the_name() {
        names(&[
            ("org.example.core.v1.Pod", "CoreV1Pod"),
            ("org.example.apps.v1.Pod", "AppsV1Pod"),
            ("org.example.meta.v1.ListMeta", "ListMeta"),
            ("org.example.meta.v1.Order", "V1Order"),
            ("Order", "Order"),
            ("models.User", "User"),
        ]);
    }

    #[test]
    fn what_is_no_package_stays() {
        names(&[
            ("billing.meter_event", "BillingMeterEvent"),
            ("invoice.payment.failed", "InvoicePaymentFailed"),
            ("User.Create", "UserCreate"),
            ("Foo_Bar.Baz", "FooBarBaz"),
            ("..", "Unnamed"),
            ("a..B", "AB"),
        ]);
    }

    #[test]
    fn arguments_have_names_as_well() {
        names(&[
            ("Acme.Shop.Order", "Order"),
            ("Acme.Shop.Page<Acme.Shop.Order>", "PageOrder"),
            ("Page[Item]", "PageItem"),
            (
                "Acme.Result`1[[Acme.Shop.Order, Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]",
                "AcmeResultOrder",
            ),
            (
                "Acme.Core.Pair`2[[Acme.A.B, Lib, Version=1.0, Culture=x, PublicKeyToken=null],[System.Int32, Lib, Version=1.0, Culture=x, PublicKeyToken=null]]",
                "PairBSystemInt32",
            ),
        ]);
    }
}
