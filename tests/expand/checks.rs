//! Rules of the user's own: on members, on the object, as violations and as notes.

use api_object::ApiObject;

/// A window of time.
#[derive(Debug, PartialEq, ApiObject)]
#[api(check = is_open, note(check = Window::is_short))]
pub struct Window {
    /// The first minute.
    #[api(check = is_minute)]
    from: u16,
    /// The minute after the last.
    #[api(check = is_minute, note(check = is_even))]
    to: Option<u16>,
}

fn is_minute(minute: &u16) -> Result<(), String> {
    match minute {
        0..=1440 => Ok(()),
        other => Err(format!("{other} is no minute of a day")),
    }
}

fn is_even(minute: &u16) -> Result<(), &'static str> {
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
