//! Objects in objects: one table for the members of both.

use super::{Lifecycle, Member, ObjectType, Shape};

/// The number of members of an object that has this many of its own and flattens these objects.
#[doc(hidden)]
pub const fn flattened_len(own: usize, parts: &[&ObjectType]) -> usize {
    let mut len = own;
    let mut part = 0;
    while part < parts.len() {
        len += parts[part].members.len();
        part += 1;
    }
    len
}

/// An object's own members, and behind them those of the objects that it flattens.
///
/// This and what it calls are the only loops that a compiler interprets, and only for objects that flatten.
#[doc(hidden)]
#[track_caller]
pub const fn flattened<const N: usize>(own: &[Member], parts: &[&ObjectType]) -> [Member; N] {
    let mut all = [Member::new("", "", Shape::Any); N];
    let mut end = append(&mut all, 0, own);
    let mut part = 0;
    while part < parts.len() {
        distinct(all.split_at(end).0, parts[part]);
        end = append(&mut all, end, parts[part].members);
        part += 1;
    }
    all
}

const fn append(all: &mut [Member], start: usize, members: &[Member]) -> usize {
    let mut place = 0;
    while place < members.len() {
        all[start + place] = members[place];
        place += 1;
    }
    start + place
}

#[track_caller]
const fn distinct(before: &[Member], part: &ObjectType) {
    let members = part.members;
    let mut place = 0;
    while place < members.len() {
        let mut other = 0;
        while other < before.len() {
            if is_clash(&before[other], &members[place]) {
                let how = "` has a name that is there already; rename one of the two";
                refuse(part, "its member `", members[place].name, how);
            }
            other += 1;
        }
        place += 1;
    }
}

#[track_caller]
const fn distinct_from_tag(part: &ObjectType, key: &str) {
    let mut place = 0;
    while place < part.members.len() {
        let member = &part.members[place];
        if is_same(member.name, key) || is_among(key, member.aliases()) {
            let how = "` has the name of the tag; rename it";
            refuse(part, "its member `", member.name, how);
        }
        place += 1;
    }
}

/// Tells the compiler which object cannot be flattened, and why.
#[track_caller]
const fn refuse(part: &ObjectType, what: &str, name: &str, how: &str) -> ! {
    let mut text = [0; 256];
    let mut end = write(&mut text, 0, "`");
    end = write(&mut text, end, part.name);
    end = write(&mut text, end, "` cannot be flattened, since ");
    end = write(&mut text, end, what);
    end = write(&mut text, end, name);
    end = write(&mut text, end, how);
    match std::str::from_utf8(text.split_at(end).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!(
            "this object cannot be flattened, since it has the name of a member or a tag twice"
        ),
    }
}

/// Appends a text, as far as there is room.
pub(crate) const fn write(text: &mut [u8; 256], start: usize, what: &str) -> usize {
    let what = what.as_bytes();
    let mut at = 0;
    while at < what.len() && start + at < text.len() {
        text[start + at] = what[at];
        at += 1;
    }
    start + at
}

const fn is_clash(one: &Member, other: &Member) -> bool {
    is_same(one.name, other.name)
        || is_among(one.name, other.aliases())
        || is_among(other.name, one.aliases())
}

pub(crate) const fn is_among(name: &str, names: &[&str]) -> bool {
    let mut place = 0;
    while place < names.len() {
        if is_same(name, names[place]) {
            return true;
        }
        place += 1;
    }
    false
}

pub(crate) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

impl ObjectType {
    /// Says whose members stand behind the object's own.
    #[doc(hidden)]
    #[track_caller]
    pub const fn flattens(mut self, parts: &'static [&'static ObjectType]) -> Self {
        self.parts = parts;
        // Their members stand behind the object's own, whose number is what is left.
        let mut start = self.members.len().saturating_sub(flattened_len(0, parts));
        let mut place = 0;
        while place < parts.len() {
            self.take(parts[place], start);
            start += parts[place].members.len();
            place += 1;
        }
        self
    }

    /// Refuses members of these objects that have the name of the tag that stands before them, which is a union's.
    #[doc(hidden)]
    #[track_caller]
    pub const fn beside_tag(self, key: &str, parts: &[&ObjectType]) -> Self {
        let mut place = 0;
        while place < parts.len() {
            distinct_from_tag(parts[place], key);
            place += 1;
        }
        self
    }

    #[track_caller]
    const fn take(&mut self, part: &'static ObjectType, start: usize) {
        if part.tag.is_some() {
            refuse(
                part,
                "it has a tag",
                "",
                "; give the tag to the object around it",
            );
        }
        match (&self.lifecycle, &part.lifecycle) {
            (Some(_), Some(_)) => refuse(
                part,
                "it has a status",
                "",
                ", and there is one already; keep one of the two",
            ),
            (None, Some(lifecycle)) => {
                self.lifecycle = Some(Lifecycle {
                    member: start + lifecycle.member,
                    statuses: lifecycle.statuses,
                });
            }
            (_, None) => {}
        }
        if let Some(tag) = &self.tag {
            distinct_from_tag(part, tag.key);
        }
    }

    /// Whose member stands at this place, and where in that: `None` of an own one.
    #[doc(hidden)]
    pub fn part_at(&self, place: usize) -> Option<(usize, usize)> {
        let mut start = self.part_start(0);
        for (number, part) in self.parts.iter().enumerate() {
            let within = place.checked_sub(start)?;
            if within < part.members.len() {
                return Some((number, within));
            }
            start += part.members.len();
        }
        None
    }

    /// The place of the first member of a flattened object.
    pub(crate) fn part_start(&self, number: usize) -> usize {
        let len = |parts: &[&ObjectType]| parts.iter().map(|part| part.members.len()).sum();
        let behind: usize = self.parts.get(number..).map_or(0, len);
        self.members.len().saturating_sub(behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::{FullTerms, Terms};

    const fn member(name: &'static str) -> Member {
        Member::new(name, "", Shape::Any)
    }

    static INNER: ObjectType = ObjectType::new("Inner", "", &[const { member("b") }, member("c")]);
    static EMPTY: ObjectType = ObjectType::new("Empty", "", &[]);
    static PARTS: &[&ObjectType] = &[&INNER, &EMPTY, &LAST];
    static LAST: ObjectType = ObjectType::new("Last", "", &[member("d")]);
    static MEMBERS: [Member; flattened_len(1, PARTS)] = flattened(&[member("a")], PARTS);
    static OUTER: ObjectType = ObjectType::new("Outer", "", &MEMBERS).flattens(PARTS);

    #[test]
    fn each_place_belongs_to_an_object() {
        let names: Vec<_> = OUTER.members.iter().map(|member| member.name).collect();
        assert_eq!(names, ["a", "b", "c", "d"]);
        let parts: Vec<_> = (0..5).map(|place| OUTER.part_at(place)).collect();
        assert_eq!(
            parts,
            [None, Some((0, 0)), Some((0, 1)), Some((2, 0)), None]
        );
        assert_eq!([0, 1, 2].map(|part| OUTER.part_start(part)), [1, 3, 3]);
        assert_eq!(INNER.part_at(0), None);
    }

    #[test]
    fn names_clash_by_name_and_by_alias() {
        static TERMS: FullTerms = FullTerms {
            aliases: &["y", "zz"],
            ..FullTerms::NONE
        };
        let aliased = member("x").terms(Terms::Full(&TERMS));
        assert!(is_clash(&member("x"), &aliased));
        assert!(is_clash(&member("zz"), &aliased) && is_clash(&aliased, &member("y")));
        assert!(!is_clash(&member("z"), &aliased) && !is_clash(&aliased, &member("w")));
    }

    #[test]
    #[should_panic(
        expected = "`Inner` cannot be flattened, since its member `c` has a name that is there already"
    )]
    fn a_name_that_is_there_twice_is_refused() {
        let _ = flattened::<3>(&[member("c")], &[&INNER]);
    }

    #[test]
    #[should_panic(expected = "`c` has the name of the tag")]
    fn a_member_with_the_name_of_the_tag_is_refused() {
        let outer = ObjectType::new("Outer", "", &[]).tag("c", "word", &[]);
        let _ = outer.flattens(const { &[&INNER] });
    }
}
