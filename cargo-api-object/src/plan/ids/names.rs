//! What ids are called: after the members that hold them, or the objects that they name.

use super::super::names::{pascal, snake, type_name};
use super::Group;
use crate::schema::Schemas;

/// The name of an id: that of the shortest member that has it, or of the object that it names.
pub(super) fn name(schemas: &Schemas, groups: &[Group]) -> Option<String> {
    let members = groups.iter().filter_map(|group| match group {
        Group::Member(member) => Some(pascal(member)),
        Group::Object(_, member) if member != "id" => {
            let name = pascal(member);
            Some(if name.ends_with("Id") {
                name
            } else {
                format!("{name}Id")
            })
        }
        Group::Object(..) => None,
    });
    let objects = groups.iter().filter_map(|group| match group {
        Group::Object(object, _) => {
            let root = schemas
                .own_roots()
                .find(|(_, root)| root.schema == *object)?
                .1;
            Some(format!("{}Id", plain(&type_name(&root.name))))
        }
        Group::Member(_) => None,
    });
    let shortest = |names: &mut dyn Iterator<Item = String>| {
        names.min_by_key(|name| (name.len(), name.clone()))
    };
    let of_objects = || {
        let objects: Vec<String> = objects.collect();
        common_end(&objects).or_else(|| shortest(&mut objects.into_iter()))
    };
    shortest(&mut members.into_iter()).or_else(of_objects)
}

/// The words that all of several names end with: `CardSourceId` and `BankSourceId` are both a `SourceId`.
fn common_end(names: &[String]) -> Option<String> {
    let words =
        |name: &String| -> Vec<String> { snake(name).split('_').map(str::to_owned).collect() };
    let (first, others) = names
        .split_first()
        .filter(|(_, others)| !others.is_empty())?;
    let (first, others) = (words(first), others.iter().map(words).collect::<Vec<_>>());
    let is_common = |count: &usize| {
        let end = &first[first.len() - count..];
        others.iter().all(|other| other.ends_with(end))
    };
    let count = (1..=first.len()).take_while(is_common).last()?;
    // `Id` is what all of them end with.
    (count > 1).then(|| pascal(&first[first.len() - count..].join("_")))
}

/// A type's name without what says only how the object is sent: `CreateReportResponse` is about a `Report`.
pub(super) fn plain(name: &str) -> &str {
    const ENDS: &[&str] = &["Object", "Response", "Resource", "Request", "Param", "Body"];
    const BEGINNINGS: &[&str] = &["Create", "Update", "Modify", "Get"];
    let whole = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_uppercase());
    let mut plain = name;
    for end in ENDS {
        plain = plain.strip_suffix(end).filter(whole).unwrap_or(plain);
    }
    let begun = BEGINNINGS
        .iter()
        .find_map(|begin| plain.strip_prefix(begin));
    begun.filter(whole).unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_called_after_what_they_name() {
        for (name, of) in [
            ("CreateReportResponse", "Report"),
            ("RunObject", "Run"),
            ("Created", "Created"),
            ("ItemParam", "Item"),
            ("Response", "Response"),
            ("Getter", "Getter"),
        ] {
            assert_eq!(plain(name), of, "{name}");
        }
    }

    #[test]
    fn ids_of_several_objects_are_called_as_what_these_have_in_common() {
        let of = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            common_end(&names)
        };
        assert_eq!(
            of(&["CardSourceId", "BankSourceId"]),
            Some("SourceId".to_owned())
        );
        assert_eq!(of(&["JobId", "BatchJobId"]), Some("JobId".to_owned()));
        assert_eq!(of(&["CardId", "BankId"]), None);
        assert_eq!(of(&["CardId"]), None);
    }
}
