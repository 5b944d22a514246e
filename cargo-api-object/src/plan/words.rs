//! Open enums.

use super::casing;
use super::model::{Shape, Ty, TypeNo, Word, WordsShape};
use super::modules::VERBS;
use super::names::{Scope, has_letters, in_turns, snake, variant};
use super::planner::Planner;
use crate::schema::{SchemaId, Words};

impl Planner<'_> {
    /// The enum of words without a name in the document: one that another member of this name has is shared.
    pub(super) fn words_type(
        &mut self,
        schema: SchemaId,
        words: &Words,
        parent: TypeNo,
        member: &str,
    ) -> Ty {
        if let Some(known) = self.by_schema.get(&schema) {
            return Ty::Named(*known);
        }
        let mut sorted = words.words.clone();
        sorted.sort();
        let key = (sorted, words.open, member.to_owned());
        let known = self.words.get(&key).map(Vec::as_slice).unwrap_or_default();
        let known = known
            .iter()
            .find(|known| self.is_akin(**known, parent))
            .copied();
        if let Some(known) = known
            && words.words.len() > 1
        {
            self.plan.types[known.0].is_sent |= self.plan.types[parent.0].is_sent;
            return Ty::Named(known);
        }
        let ty = self.named_part(schema, parent, member);
        if let Ty::Named(no) = ty {
            self.words.entry(key).or_default().push(no);
        }
        ty
    }

    /// Whether a part of one type may stand in another without a name that surprises: both are of one tag, or are
    /// called alike.
    pub(super) fn is_akin(&self, part: TypeNo, other: TypeNo) -> bool {
        let (part, other) = (self.owner(part), self.owner(other));
        let tags = |no: TypeNo| {
            let root = self.plan.types[no.0].root;
            root.map_or(&[][..], |root| self.schemas.root(root).tags.as_slice())
        };
        let word = |no: TypeNo| {
            let name = snake(&self.plan.types[no.0].name);
            name.split('_').next().unwrap_or_default().to_owned()
        };
        let is_alike = word(part) == word(other) && !VERBS.contains(&word(part).as_str());
        is_alike || (!tags(part).is_empty() && tags(part) == tags(other))
    }

    /// The type with a name in the document that a type is a part of.
    fn owner(&self, no: TypeNo) -> TypeNo {
        let mut no = no;
        while let Some(parent) = self.plan.types[no.0].parent {
            no = parent;
        }
        no
    }

    pub(super) fn word_shape(&mut self, no: TypeNo, words: &Words) -> Shape {
        let mut scope = Scope::default();
        let repeated = repeated(&words.words, &self.plan.types[no.0].name);
        let all_loud = are_loud(&words.words);
        let name = |word: &String| {
            let told = words.told.get(word);
            let name = told.map(|told| told.name.as_str()).unwrap_or_default();
            let rest = &word[repeated..];
            let is_loud =
                all_loud || repeated > 0 && !rest.contains(|c: char| c.is_ascii_lowercase());
            let name = match (has_letters(name), is_loud) {
                (true, _) => name.to_owned(),
                (false, true) => rest.to_ascii_lowercase(),
                (false, false) => rest.to_owned(),
            };
            variant(&name)
        };
        let names: Vec<String> = words.words.iter().map(name).collect();
        let is_own = |i: usize| snake(&names[i]) == words.words[i];
        let idents = in_turns(names.len(), is_own, |i| scope.claim(&names[i]));
        let docs = |word: &String| words.told.get(word).map(|told| told.docs.clone());
        let found = words.words.iter().zip(idents).map(|(word, ident)| Word {
            ident,
            word: word.clone(),
            docs: docs(word).unwrap_or_default(),
        });
        let found: Vec<Word> = found.collect();
        let unknown = if scope.is_given("Other") {
            "Unknown"
        } else {
            "Other"
        };
        let names = found
            .iter()
            .map(|word| (word.ident.as_str(), word.word.as_str()));
        Shape::Words(WordsShape {
            casing: casing::common(names),
            words: found,
            unknown: scope.claim(unknown),
            expected: words.open,
        })
    }
}

/// Whether words are in capitals, and any of them is more than an abbreviation: then none is taken for one.
fn are_loud(words: &[String]) -> bool {
    let letters = |word: &String| word.chars().filter(char::is_ascii_alphabetic).count();
    let is_loud = |word: &String| !word.contains(|c: char| c.is_ascii_lowercase());
    words.iter().all(is_loud) && words.iter().any(|word| letters(word) > 3)
}

/// How much of each word only repeats what the enum is called, as in languages whose words stand in one scope: `STATE_` of
/// `STATE_ON` and `STATE_OFF`, in an enum `State` or `JobState`.
fn repeated(words: &[String], name: &str) -> usize {
    let Some((first, others)) = words.split_first().filter(|(_, others)| !others.is_empty()) else {
        return 0;
    };
    let name = format!("_{}", snake(name));
    // Which kind of type it is, is no word of its name.
    let name = name.strip_suffix("_enum").unwrap_or(&name);
    let ends = first.match_indices('_').map(|(at, _)| at + 1);
    let is_repeated = |end: &usize| {
        let begin = &first[..*end];
        let stays = |word: &String| {
            let rest = word.strip_prefix(begin);
            rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        };
        let is_loud = !begin.contains(|c: char| c.is_ascii_lowercase());
        let whole = begin.trim_end_matches('_').to_ascii_lowercase();
        is_loud && name.ends_with(&format!("_{whole}")) && stays(first) && others.iter().all(stays)
    };
    ends.filter(is_repeated).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::repeated;

    #[test]
    fn words_do_not_repeat_what_their_enum_is_called() {
        let of = |words: &[&str], name: &str| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            words[0][repeated(&words, name)..].to_owned()
        };
        assert_eq!(of(&["JOB_STATE_ON", "JOB_STATE_OFF"], "V1JobState"), "ON");
        assert_eq!(of(&["STATE_ON", "STATE_OFF"], "JobState"), "ON");
        assert_eq!(of(&["STATE_ON", "STATE_OFF"], "StateEnum"), "ON");
        for (words, name) in [
            (&["STATE_ON", "OFF"][..], "State"),
            (&["STATE_ON", "STATE_2"], "State"),
            (&["STATE_ON", "STATE_OFF"], "Mode"),
            (&["STATE_ON"], "State"),
            (&["state_on", "state_off"], "State"),
            (&["TE_ON", "TE_OFF"], "State"),
        ] {
            assert_eq!(of(words, name), words[0]);
        }
    }
}
