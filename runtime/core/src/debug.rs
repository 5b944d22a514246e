//! What `Debug` shows of objects and unions: their names, and JSON without secrets.

use std::fmt;

use crate::json::indented;
use crate::node::View;
use crate::write;

/// Writes an object or a union for `Debug`, as `#[api(debug)]` does: this name, and the value as JSON, on lines of its own
/// where `{:#?}` asks for them.
///
/// Secrets are not shown, and of what nobody declared only the names, since it may be a secret.
///
/// # Errors
///
/// What the formatter says.
pub fn debug(name: &str, view: View<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{name} ")?;
    fmt::Debug::fmt(&Json(write::to_shown(view)), f)
}

/// JSON text, which `{:#?}` shows on lines of its own.
pub(crate) struct Json(pub(crate) String);

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match f.alternate() {
            true => f.write_str(&indented(&self.0)),
            false => f.write_str(&self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Job, job};
    use crate::node::Node;

    struct Shown<T>(T);

    impl<T: Node> fmt::Debug for Shown<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            debug("Job", self.0.view(), f)
        }
    }

    #[test]
    fn an_object_is_its_name_and_its_json() {
        let job = job(Job::SUCCEEDED).with_unknown("key", "\"sk-1\"");
        let text = format!("{:?}", Shown(job));
        assert!(text.starts_with("Job {\"object\":"), "{text}");
        assert!(text.ends_with(",\"key\":\"…\"}"), "{text}");
        let inner: serde_json::Value = serde_json::from_str(&text["Job ".len()..]).unwrap();
        assert_eq!(inner["status"], "succeeded");
    }

    #[test]
    fn lines_are_made_where_they_are_asked_for() {
        let text = format!("{:#?}", Shown(job(Job::SUCCEEDED)));
        assert!(text.starts_with("Job {\n  \"object\": "), "{text}");
        assert!(text.ends_with("\n}"), "{text}");
        assert_eq!(
            format!("{:#?}", Json("[{\"a\":1}]".to_owned())),
            "[\n  {\n    \"a\": 1\n  }\n]"
        );
        assert_eq!(
            format!("{:?}", Json("[{\"a\":1}]".to_owned())),
            "[{\"a\":1}]"
        );
    }
}
