//! Files that are too long are split: what belongs together stays together.

use super::super::model::{Plan, TypeNo};
use super::files::{LINES, lines};

/// Types of one file in as many files as they take: the resource first, and parts with what they hold.
pub(super) fn split(plan: &Plan, types: Vec<TypeNo>) -> Vec<Vec<TypeNo>> {
    let size = |types: &[TypeNo]| types.iter().map(|no| lines(plan, *no)).sum::<usize>();
    if size(&types) <= LINES {
        return vec![types];
    }
    let mut files: Vec<Vec<TypeNo>> = Vec::new();
    for unit in units(plan, &types) {
        match files.last_mut() {
            Some(file) if size(file) + size(&unit) <= LINES => file.extend(unit),
            _ => files.push(unit),
        }
    }
    files
}

/// Types with names by themselves, and each part of theirs with all that is in it, in their order.
fn units(plan: &Plan, types: &[TypeNo]) -> Vec<Vec<TypeNo>> {
    let mut units: Vec<(TypeNo, Vec<TypeNo>)> = Vec::new();
    for no in types {
        let head = head(plan, *no);
        match units.iter_mut().find(|(known, _)| *known == head) {
            Some((_, unit)) => unit.push(*no),
            None => units.push((head, vec![*no])),
        }
    }
    units.into_iter().map(|(_, unit)| unit).collect()
}

/// The type itself, or the part of one with a name in the document in which it stands.
fn head(plan: &Plan, no: TypeNo) -> TypeNo {
    let mut no = no;
    while let Some(parent) = plan.ty(no).parent {
        if plan.ty(parent).parent.is_none() {
            break;
        }
        no = parent;
    }
    no
}

#[cfg(test)]
mod tests {
    use crate::evidence::Facts;
    use crate::plan::plan;
    use crate::schema::tests::schemas;

    #[test]
    fn parts_of_a_large_type_take_several_files() {
        let member = |i: usize| {
            format!(
                "m{i}: {{type: object, properties: {{a: {{type: string}}, b: {{type: object, properties: {{c: {{type: string}}}}}}}}}}"
            )
        };
        let members: Vec<String> = (0..40).map(member).collect();
        let found = schemas(&format!(
            "Large: {{type: object, properties: {{{}}}}}",
            members.join(", ")
        ));
        let plan = plan(&found, &Facts::default());
        let files = &plan.modules[0].files;
        assert!(files.len() > 2, "{files:?}");
        let name = |no| plan.ty(no).name.as_str();
        assert_eq!(name(files[0].types[0]), "Large");
        for file in files {
            // A part stands beside what is in it.
            let first = name(file.types[0]);
            assert!(!first.ends_with("B"), "{first} begins a file");
        }
        let count: usize = files.iter().map(|file| file.types.len()).sum();
        assert_eq!(count, plan.types.len());
    }
}
