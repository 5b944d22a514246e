//! Unions whose branches have several words each for one member, no two of them the same.

use std::collections::{HashMap, HashSet};

use super::super::objects::USUAL_TAGS;
use super::super::planner::Planner;
use super::told::Told;
use crate::document::Value;
use crate::schema::{Kind, Object, SchemaId, Union, Words};

/// A member whose words tell the branches of a union apart.
pub(super) struct Telling<'s> {
    member: &'s str,
    branches: Vec<(SchemaId, &'s Words)>,
    /// The branch that may lack it, where the document does not say that it tells.
    lacking: Option<SchemaId>,
}

impl<'s> Planner<'s> {
    /// The member whose words tell branches apart of which at least one has several: the one that the document names, one of the
    /// usual names, or one that all of them require.
    pub(super) fn told_by_words(&self, union: &'s Union) -> Option<Telling<'s>> {
        let mut objects = Vec::new();
        for branch in &union.branches {
            let Kind::Object(object) = self.schemas.kind(*branch) else {
                return None;
            };
            if self.is_page(object) || self.deleted(object).is_some() {
                return None;
            }
            objects.push((*branch, object));
        }
        let (_, first) = objects.first()?;
        let named = union.discriminator.iter();
        let named = named.map(|found| found.member.as_str());
        let own = || first.members.iter().map(|member| member.name.as_str());
        let mut names = named.chain(USUAL_TAGS.iter().copied()).chain(own());
        names.find_map(|name| self.telling(union, &objects, name))
    }

    fn telling(
        &self,
        union: &Union,
        objects: &[(SchemaId, &'s Object)],
        name: &str,
    ) -> Option<Telling<'s>> {
        let is_required = union.required.iter().any(|required| required == name);
        let discriminator = union.discriminator.as_ref();
        let is_named = is_required || discriminator.is_some_and(|found| found.member == name);
        let mut taken: HashSet<&str> = HashSet::new();
        let mut lacking = None;
        let mut branches = Vec::new();
        let mut member = None;
        for (branch, object) in objects {
            let found = object.member(name)?;
            let Kind::Words(words) = self.schemas.kind(found.schema) else {
                return None;
            };
            let all = words.words.iter().chain(&words.former).map(String::as_str);
            let all: Vec<&str> = all.collect();
            if words.open
                || self.schemas.nullable(found.schema)
                || all.iter().any(|word| taken.contains(word))
            {
                return None;
            }
            taken.extend(all);
            if !found.required && !is_named {
                lacking = lacking.or(Some(*branch));
            }
            member = Some(found.name.as_str());
            branches.push((*branch, words));
        }
        let is_usual = is_named || USUAL_TAGS.contains(&name);
        let has_several = branches.iter().any(|(_, words)| words.words.len() > 1);
        let is_telling = has_several && (is_usual || lacking.is_none());
        is_telling.then_some(Telling {
            member: member?,
            branches,
            lacking,
        })
    }

    /// What each branch asks of the member, where its own tag does not say that.
    pub(super) fn conditions_of(&self, telling: &Telling<'_>) -> HashMap<SchemaId, Told> {
        let branches = telling.branches.iter();
        let told = branches.filter_map(|(branch, words)| {
            let tag = self.tag(*branch);
            let says_so = tag.is_some_and(|tag| tag.key == telling.member);
            let words = words.words.iter().map(|word| Value::from(word.as_str()));
            let told = (telling.member.to_owned(), words.collect());
            (!says_so).then_some((*branch, told))
        });
        told.collect()
    }

    /// Notes that a member tells the branches of a union apart that may be absent.
    pub(super) fn note_lacking(&mut self, telling: &Telling<'_>) {
        if let Some(branch) = telling.lacking {
            let what = format!(
                "`{}` tells this branch of a union from the others, and need not be there; what lacks it is none of them",
                telling.member
            );
            self.note(branch, what, false);
        }
    }
}
