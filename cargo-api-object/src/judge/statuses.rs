//! Tables of statuses, and what rules of presence name in them. A set of statuses is a bit each.

use api_object::__private::{FullWordTerms, Word, WordTerms};
use api_object::describe::{EnumType, Others};

use super::tables::{leak, leak_all, text};
use crate::plan::{Field, Status};

/// The statuses of an object; none where it has no table.
pub(super) struct Table<'p> {
    statuses: &'p [Status],
}

impl<'p> Table<'p> {
    pub(super) fn of(fields: &'p [Field]) -> Self {
        let mut tables = fields.iter().map(|field| field.hints.status.as_slice());
        let statuses = tables.find(|table| !table.is_empty()).unwrap_or_default();
        Table { statuses }
    }

    /// The enum that the table makes.
    pub(super) fn words(&self, name: &'static str) -> EnumType {
        let has_arrows = self.has_arrows();
        let words = self.statuses.iter().enumerate().map(|(place, status)| {
            let terms = FullWordTerms {
                aliases: &[],
                next: leak_all(self.next(place).map(|to| to as u16).collect()),
                terminal: self.is_end(place),
            };
            Word {
                name: text(&status.word),
                docs: "",
                terms: match has_arrows {
                    true => WordTerms::Full(leak(terms)),
                    false => WordTerms::None,
                },
            }
        });
        EnumType {
            name,
            docs: "",
            words: leak_all(words.collect()),
            others: Others::Kept,
        }
    }

    /// Where a rule wants its member set, and where null.
    pub(super) fn presence(&self, key: &str, named: &[String]) -> (u64, u64) {
        let all = self.bits(|_| true);
        let named_bits = named
            .iter()
            .fold(0, |bits, name| bits | self.named(name, all));
        match key {
            "set_in" => (named_bits, 0),
            "null_in" => (0, named_bits),
            "only_in" => (named_bits, all & !named_bits),
            _ => self.once(named_bits, all),
        }
    }

    fn named(&self, name: &str, all: u64) -> u64 {
        if let Some(name) = name.strip_prefix('!') {
            return all & !self.named(name, all);
        }
        match (self.place(name), name) {
            (Some(place), _) => 1 << place,
            (None, "ended") => self.bits(|place| self.is_end(place)),
            (None, "active") => self.bits(|place| !self.is_end(place)),
            (None, _) => 0,
        }
    }

    /// Set in each status that is reached by this one alone, and null in each that is not reached by it.
    fn once(&self, through: u64, all: u64) -> (u64, u64) {
        let entered = (0..self.statuses.len()).fold(0, |bits, from| {
            let next = self.next(from).filter(|to| *to != from);
            next.fold(bits, |bits, to| bits | 1 << to)
        });
        let after = self.reached(through, 0);
        let otherwise = self.reached(all & (!entered | 1), through);
        (after & !otherwise, all & !after)
    }

    /// The statuses that arrows lead to from these, and these; not by way of those to avoid.
    fn reached(&self, from: u64, avoided: u64) -> u64 {
        let mut reached = from & !avoided;
        loop {
            let places = (0..self.statuses.len()).filter(|place| reached >> place & 1 == 1);
            let next = places.flat_map(|place| self.next(place));
            let more = next.fold(reached, |bits, to| bits | 1 << to) & !avoided;
            if more == reached {
                return reached;
            }
            reached = more;
        }
    }

    fn bits(&self, is_meant: impl Fn(usize) -> bool) -> u64 {
        let places = (0..self.statuses.len()).filter(|place| is_meant(*place));
        places.fold(0, |bits, place| bits | 1 << place)
    }

    fn next(&self, place: usize) -> impl Iterator<Item = usize> {
        let next = self.statuses[place].next.iter();
        next.filter_map(|to| self.place(to))
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.statuses.iter().position(|status| status.word == name)
    }

    fn has_arrows(&self) -> bool {
        self.statuses.iter().any(|status| !status.next.is_empty())
    }

    /// Whether a status has no arrow, or is marked as an end state.
    fn is_end(&self, place: usize) -> bool {
        let next = &self.statuses[place].next;
        let is_marked = next.iter().any(|to| to == "end") && self.place("end").is_none();
        self.has_arrows() && (next.is_empty() || is_marked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(word: &str, next: &[&str]) -> Status {
        Status {
            word: word.to_owned(),
            variant: None,
            next: next.iter().map(|to| (*to).to_owned()).collect(),
        }
    }

    #[test]
    fn rules_of_presence_name_statuses() {
        let statuses = [
            status("queued", &["running", "failed"]),
            status("running", &["done", "failed", "queued"]),
            status("done", &["end"]),
            status("failed", &[]),
        ];
        let table = Table {
            statuses: &statuses,
        };
        let asked = |key: &str, names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            table.presence(key, &names)
        };
        assert_eq!(asked("set_in", &["ended"]), (0b1100, 0));
        assert_eq!(asked("null_in", &["active"]), (0, 0b0011));
        assert_eq!(asked("only_in", &["!done"]), (0b1011, 0b0100));
        // Who is done was running; who failed may not have been, and who is queued may be again.
        assert_eq!(asked("once", &["running"]), (0b0110, 0));
        assert_eq!(asked("once", &["done"]), (0b0100, 0b1011));
        let words = table.words("Status");
        let ends: Vec<bool> = words.words.iter().map(Word::is_terminal).collect();
        assert_eq!(ends, [false, false, true, true]);
        assert_eq!(words.words[1].next().collect::<Vec<_>>(), [2, 3, 0]);
    }
}
