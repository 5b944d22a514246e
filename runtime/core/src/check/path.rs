//! Where the walk stands: a chain of stack frames, made a pointer only where an issue is made.

use crate::issue::named;
use crate::json::{Pointer, push_index, push_key};

/// A place in a value.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> Path<'a> {
        Path::Key(self, key)
    }

    pub(crate) fn index(&'a self, index: usize) -> Path<'a> {
        Path::Index(self, index)
    }

    /// Appends the pointer's text.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Path::Root => {}
            Path::Key(parent, key) => {
                parent.write(out);
                push_key(out, key);
            }
            Path::Index(parent, index) => {
                parent.write(out);
                push_index(out, *index);
            }
        }
    }

    #[cold]
    pub(crate) fn pointer(&self) -> Pointer {
        let mut text = String::new();
        self.write(&mut text);
        Pointer::from_text(&text)
    }

    /// How many of the last steps are indices.
    pub(crate) fn indices(&self) -> u16 {
        match self {
            Path::Index(parent, _) => parent.indices().saturating_add(1),
            _ => 0,
        }
    }

    /// What a message calls the value: `n_epochs`, `result_files[2]`, `the value`.
    #[cold]
    pub(crate) fn subject(&self) -> String {
        match self {
            Path::Root => "the value".to_owned(),
            Path::Key(_, key) => named(key),
            Path::Index(Path::Root, index) => format!("element {index}"),
            Path::Index(parent, index) => format!("{}[{index}]", parent.subject()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_pointer_and_a_name() {
        let root = Path::Root;
        let list = root.key("a/b");
        let element = list.index(2);
        let member = element.key("n_epochs");
        assert_eq!(member.pointer().as_str(), "/a~1b/2/n_epochs");
        assert_eq!(member.subject(), "n_epochs");
        assert_eq!(element.subject(), "\"a/b\"[2]");
        assert_eq!(root.index(0).subject(), "element 0");
        assert_eq!(root.pointer().as_str(), "");
    }
}
