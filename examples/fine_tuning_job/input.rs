//! Where a job comes from.

use std::io::Read;
use std::path::PathBuf;

use crate::failure::Failure;

/// A job of our own: it succeeded, and its server is a little ahead of the declaration.
const BUILT_IN: &str = include_str!("jobs/succeeded.json");

pub(crate) enum Input {
    BuiltIn,
    Standard,
    File(PathBuf),
}

/// What was read, and what messages call it.
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Input {
    pub(crate) fn read(self) -> Result<Text, Failure> {
        let name = self.name();
        let read = match self {
            Input::BuiltIn => Ok(BUILT_IN.into()),
            Input::Standard => standard_input(),
            Input::File(path) => std::fs::read(path),
        };
        match read {
            Err(error) => Err(Failure::Unreadable(name, error)),
            Ok(bytes) if bytes.trim_ascii().is_empty() => Err(Failure::Empty(name)),
            Ok(bytes) => Ok(Text { name, bytes }),
        }
    }

    fn name(&self) -> String {
        match self {
            Input::BuiltIn => "<built-in job>".to_owned(),
            Input::Standard => "<standard input>".to_owned(),
            Input::File(path) => path.display().to_string(),
        }
    }
}

fn standard_input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
