//! The members of an object, found once for all who ask for some of them before the object is read.

use super::error::SyntaxError;
use super::input::Input;
use super::key::Token;
use super::names::Heads;
use super::string::{Text, plain_end, string_end};

/// How many members cost no allocation.
const FEW: usize = 16;

/// Names and values of an object's members, in the order in which they stand.
pub(crate) struct Outline<'t> {
    few: [Option<Entry<'t>>; FEW],
    count: usize,
    rest: Vec<Entry<'t>>,
    /// Whether a name is written with escapes. All names are compared as what they mean then.
    has_escapes: bool,
    heads: Heads,
}

/// A member as it stands in the text.
#[derive(Clone, Copy)]
struct Entry<'t> {
    /// The name without its quotes; where it has escapes, the text from its opening quote on.
    name: &'t str,
    value: &'t str,
}

impl<'t> Outline<'t> {
    /// Of an object without members.
    pub(crate) const fn new() -> Self {
        Outline {
            few: [None; FEW],
            count: 0,
            rest: Vec::new(),
            has_escapes: false,
            heads: Heads::NONE,
        }
    }

    /// The members of the object that is this text; those before a mistake, if it has one.
    pub(crate) fn of(object: &'t str) -> Self {
        let mut outline = Outline::new();
        let mut input = Input::from_text(object);
        if input.peek_or_end() == Some(b'{') {
            // What stands before a mistake is found.
            let start = input.at;
            let _ = outline.read(&mut input, start);
        }
        outline
    }

    /// Forgets all members.
    pub(crate) fn clear(&mut self) {
        self.count = 0;
        self.rest.clear();
        self.has_escapes = false;
        self.heads = Heads::NONE;
    }

    /// Adds the members of the object at an offset, and goes behind it.
    ///
    /// # Errors
    ///
    /// What is there is no object, or nested too deep.
    pub(crate) fn read(&mut self, input: &mut Input<'t>, start: usize) -> Result<(), SyntaxError> {
        input.at = start + 1;
        let mut first = true;
        while input.next_element(first, b'}')? {
            first = false;
            let name = self.name(input)?;
            let value = value(input)?;
            self.push(Entry { name, value });
        }
        Ok(())
    }

    /// Takes the key that comes next, with its colon, and lends its name, or its text where it has escapes.
    #[inline(always)]
    fn name(&mut self, input: &mut Input<'t>) -> Result<&'t str, SyntaxError> {
        let (bytes, start) = (input.bytes(), input.at);
        if bytes.get(start) == Some(&b'"') {
            let end = plain_end(bytes, start + 1);
            if bytes.get(end) == Some(&b'"') && bytes.get(end + 1) == Some(&b':') {
                let name = &input.text()[start + 1..end];
                self.heads.insert(name);
                input.at = end + 2;
                return Ok(name);
            }
        }
        self.odd_name(input)
    }

    /// The same of a key that has escapes, white space behind it, or a mistake.
    #[inline(never)]
    fn odd_name(&mut self, input: &mut Input<'t>) -> Result<&'t str, SyntaxError> {
        let start = input.at;
        if let Text::Borrowed(name) = input.key()? {
            self.heads.insert(name);
            return Ok(name);
        }
        self.has_escapes = true;
        self.heads = Heads::ANY;
        Ok(input.text().get(start..).unwrap_or_default())
    }

    #[inline]
    fn push(&mut self, entry: Entry<'t>) {
        match self.few.get_mut(self.count) {
            Some(place) => *place = Some(entry),
            None => self.rest.push(entry),
        }
        self.count += 1;
    }

    #[inline]
    fn entries(&self) -> impl Iterator<Item = &Entry<'t>> {
        self.few().chain(&self.rest)
    }

    #[inline]
    fn few(&self) -> impl Iterator<Item = &Entry<'t>> {
        let few = self.few.get(..self.count).unwrap_or(&self.few);
        few.iter().flatten()
    }

    /// Whether there may be a member of the name with this token. Mostly that tells where there is none, without a look at
    /// the names.
    #[inline(always)]
    pub(crate) fn may_have(&self, token: Token) -> bool {
        self.heads.may_hold(token)
    }

    /// Whether there is a member of this name.
    #[inline]
    pub(crate) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The value of the first member of this name.
    #[inline(never)]
    pub(crate) fn value(&self, name: &str) -> Option<&'t str> {
        #[cfg(test)]
        super::work::done(self.count);
        match self.has_escapes {
            false => {
                let named = |entry: &&Entry<'t>| entry.name == name;
                let entry = self.few().find(named);
                let entry = entry.or_else(|| self.rest.iter().find(named));
                entry.map(|entry| entry.value)
            }
            true => self.values(name).next(),
        }
    }

    /// The values of all members of this name.
    pub(crate) fn values(&self, name: &str) -> impl Iterator<Item = &'t str> {
        self.members()
            .filter(move |(found, _)| found.is(name))
            .map(|(_, value)| value)
    }

    /// All members: name, and value.
    pub(crate) fn members(&self) -> impl Iterator<Item = (Name<'t>, &'t str)> {
        let has_escapes = self.has_escapes;
        let name = move |text: &'t str| match has_escapes && text.starts_with('"') {
            true => Name::Escaped(text),
            false => Name::Plain(text),
        };
        self.entries()
            .map(move |entry| (name(entry.name), entry.value))
    }
}

/// Passes over the value that comes next, which mostly is a string, and returns its text.
#[inline]
fn value<'t>(input: &mut Input<'t>) -> Result<&'t str, SyntaxError> {
    let start = input.at;
    if input.bytes().get(start) != Some(&b'"') {
        return input.skip_value();
    }
    input.at = string_end(input.bytes(), start)?;
    #[cfg(test)]
    super::work::done(input.at - start);
    Ok(&input.text()[start..input.at])
}

/// The name of a member, as it stands in the text.
#[derive(Clone, Copy)]
pub(crate) enum Name<'t> {
    Plain(&'t str),
    /// The text from the quote on, behind which are escapes.
    Escaped(&'t str),
}

impl Name<'_> {
    /// Whether it means this.
    #[inline]
    pub(crate) fn is(self, name: &str) -> bool {
        match self {
            Name::Plain(text) => text == name,
            Name::Escaped(_) => self.with(|text| text == name),
        }
    }

    /// What `f` says of what it means.
    #[inline]
    pub(crate) fn with<R>(self, f: impl FnOnce(&str) -> R) -> R {
        match self {
            Name::Plain(text) => f(text),
            Name::Escaped(text) => {
                let mut input = Input::from_text(text);
                f(input.string().map_or("", |text| text.as_str()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values<'t>(outline: &Outline<'t>, name: &str) -> Vec<&'t str> {
        outline.values(name).collect()
    }

    #[test]
    fn members_are_found_by_what_their_names_mean() {
        for text in [
            r#"{"id":1,"a":[{"id":2}],"id":3,"é":{}}"#,
            "{ \"id\" : 1 ,\n\"a\":[{\"id\":2}] , \"id\":3,\t\"é\":{} }",
            r#"{"\u0069d":1,"a":[{"id":2}],"id":3,"\u00e9":{}}"#,
        ] {
            let outline = Outline::of(text);
            assert_eq!(outline.value("id"), Some("1"), "{text}");
            assert_eq!(values(&outline, "id"), ["1", "3"], "{text}");
            assert_eq!(outline.value("a"), Some(r#"[{"id":2}]"#), "{text}");
            assert_eq!(outline.value("é"), Some("{}"), "{text}");
            assert!(outline.has("a") && !outline.has("") && !outline.has("i"));
            let names = outline.members().map(|(name, _)| name.with(str::to_owned));
            assert_eq!(names.collect::<Vec<_>>(), ["id", "a", "id", "é"], "{text}");
        }
    }

    #[test]
    fn names_that_look_like_others_are_told_apart() {
        // The first is called `a"` and a colon, and the second `a\` and a `b`.
        let outline = Outline::of(r#"{"a\":":1,"a\\b":2,"":3}"#);
        assert_eq!(outline.value("a\":"), Some("1"));
        assert_eq!(outline.value(r"a\b"), Some("2"));
        assert_eq!(outline.value(""), Some("3"));
        assert!(!outline.has("a") && !outline.has(r"a\\b") && !outline.has(r#""a\":":1,"#));
    }

    #[test]
    fn any_number_of_members_is_found() {
        for count in [0, 1, FEW - 1, FEW, FEW + 1, 5 * FEW] {
            let members: Vec<String> = (0..count).map(|n| format!("\"m{n}\":{n}")).collect();
            let text = format!("{{{}}}", members.join(","));
            let outline = Outline::of(&text);
            for n in 0..count + 2 {
                let (name, value) = (format!("m{n}"), n.to_string());
                let value = (n < count).then_some(&*value);
                assert_eq!(outline.value(&name), value, "{count}");
                assert_eq!(values(&outline, &name), Vec::from_iter(value), "{count}");
            }
        }
    }

    #[test]
    fn a_mistake_ends_it() {
        let outline = Outline::of(r#"{"a":1,"b":nul,"c":3}"#);
        assert!(outline.has("a") && !outline.has("b") && !outline.has("c"));
        assert!(!Outline::of(r#"["a"]"#).has("a") && !Outline::of("").has(""));
        let refused = |text| Outline::new().read(&mut Input::from_text(text), 0).err();
        let theirs = |text| Input::from_text(text).skip_value().err();
        for text in [r#"{"a":1,}"#, r#"{"a" 1}"#, r#"{"a":1"#, r#"{a:1}"#, "{,"] {
            assert_eq!(refused(text), theirs(text), "{text}");
            assert!(refused(text).is_some());
        }
        let mut input = Input::from_text(r#" {"a":{}} "#);
        let mut outline = Outline::new();
        assert_eq!(outline.read(&mut input, 1), Ok(()));
        assert!(outline.has("a"));
        assert_eq!(input.at, 9);
    }
}
