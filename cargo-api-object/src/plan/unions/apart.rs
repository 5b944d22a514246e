//! What branches are called that have neither a name nor a word: after what tells them apart.

use std::collections::HashMap;

use super::super::names::has_letters;
use super::super::planner::Planner;
use super::told::Told;
use crate::schema::{Kind, Object, SchemaId};

/// The longest title that is a name.
const LONGEST: usize = 30;

impl Planner<'_> {
    /// Names for objects among branches that no single value tells apart: their titles, or the member that only one of them has and
    /// always has.
    pub(super) fn told_apart(
        &self,
        branches: &[SchemaId],
        conditions: &HashMap<SchemaId, Told>,
    ) -> HashMap<SchemaId, String> {
        let objects: Vec<(SchemaId, &Object)> = branches
            .iter()
            .filter_map(|branch| match &self.schemas.node(*branch).kind {
                Kind::Object(object) => Some((*branch, object)),
                _ => None,
            })
            .collect();
        if objects.len() < 2 {
            return HashMap::new();
        }
        let name = |(branch, object): &(SchemaId, &Object)| {
            let title = self.title(*branch).filter(|title| {
                let same = |(other, _): &&(SchemaId, &Object)| self.title(*other) == Some(title);
                objects.iter().filter(same).count() == 1
            });
            let name = title.or_else(|| own_member(*branch, object, &objects))?;
            Some((*branch, name.to_owned()))
        };
        let is_told = |branch: &SchemaId| {
            let values = conditions.get(branch).map(|(_, values)| values.len());
            values == Some(1)
        };
        let untold = objects.iter().filter(|(branch, _)| !is_told(branch));
        untold.filter_map(name).collect()
    }

    /// A title that may be a name.
    fn title(&self, branch: SchemaId) -> Option<&str> {
        let title = self.schemas.node(branch).title.as_str();
        let is_name = title.chars().count() <= LONGEST && has_letters(title);
        is_name.then_some(title)
    }
}

/// The first member that an object requires, and no other one has.
fn own_member<'o>(
    branch: SchemaId,
    object: &'o Object,
    all: &[(SchemaId, &Object)],
) -> Option<&'o str> {
    let is_own = |name: &str| {
        let mut others = all.iter().filter(|(other, _)| *other != branch);
        others.all(|(_, other)| other.member(name).is_none())
    };
    let mut names = object.members.iter().filter(|member| member.required);
    names
        .find(|member| is_own(&member.name) && has_letters(&member.name))
        .map(|member| member.name.as_str())
}
