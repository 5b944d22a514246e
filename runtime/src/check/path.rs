//! Where the walk stands: a chain of stack frames, made a pointer only where an issue is made.

use crate::issue::quoted;
use crate::json::Pointer;

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

    #[cold]
    pub(crate) fn pointer(&self) -> Pointer {
        let mut frames = Vec::new();
        let mut frame = self;
        while let Path::Key(parent, _) | Path::Index(parent, _) = frame {
            frames.push(frame);
            frame = parent;
        }
        let mut pointer = Pointer::default();
        for frame in frames.iter().rev() {
            match frame {
                Path::Root => {}
                Path::Key(_, key) => pointer.push_key(key),
                Path::Index(_, index) => pointer.push_index(*index),
            }
        }
        pointer
    }

    /// What a message calls the value: `n_epochs`, `result_files[2]`, `the value`.
    #[cold]
    pub(crate) fn subject(&self) -> String {
        match self {
            Path::Root => "the value".to_owned(),
            Path::Key(_, key) if is_plain(key) => (*key).to_owned(),
            Path::Key(_, key) => quoted(key),
            Path::Index(Path::Root, index) => format!("element {index}"),
            Path::Index(parent, index) => format!("{}[{index}]", parent.subject()),
        }
    }
}

/// Whether a name can stand in a sentence without quotes.
fn is_plain(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'$');
    !name.is_empty() && name.len() <= 64 && name.bytes().all(plain)
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
