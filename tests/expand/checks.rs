//! Rules of the user's own: on members, on the object, as violations and as notes.

use api_object::ApiObject;

/// A window of time.
#[derive(Debug, PartialEq, ApiObject)]
#[api(check = is_open, note(check = Window::is_short))]
pub struct Window {
    /// The first minute.
    #[api(check = number)]
    from: u16,
    /// The minute after the last.
    #[api(check = number, note(check = value))]
    to: Option<u16>,
}

// Named as the expansion would name things.
fn number(minute: &u16) -> Result<(), String> {
    match minute {
        0..=1440 => Ok(()),
        other => Err(format!("{other} is no minute of a day")),
    }
}

fn value(minute: &u16) -> Result<(), &'static str> {
    match minute % 2 {
        0 => Ok(()),
        _ => Err("is odd"),
    }
}

fn is_open(window: &Window) -> Result<(), &'static str> {
    match window.to {
        Some(to) if to <= window.from => Err("closes before it opens"),
        _ => Ok(()),
    }
}

impl Window {
    fn is_short(&self) -> Result<(), &'static str> {
        match self.to {
            Some(to) if to.saturating_sub(self.from) > 60 => Err("is longer than an hour"),
            _ => Ok(()),
        }
    }
}
