//! The payloads of a text: one JSON value, one on each line, or the data of server-sent events.

use api_object::{RawJson, Reader, StreamFailure};

/// How a text holds its payloads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The text is one JSON value.
    Json,
    /// Each line is one.
    Lines,
    /// The data of each event is one.
    Events,
}

/// A payload, and where in its text it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// The line in which it begins, or its event; the first is 1.
    pub line: usize,
    /// The name of the event that it is the data of.
    pub event: Option<String>,
    /// Its JSON text, or why there is none.
    pub json: Result<String, String>,
}

/// What ends a stream of events, and is no payload.
const LAST_WORD: &str = "[DONE]";

impl Form {
    /// The form of a text: as the ending of its file's name says, or else as the text looks.
    pub fn of(name: &str, text: &str) -> Form {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        match ending {
            Some("jsonl" | "ndjson") => Form::Lines,
            Some("sse") => Form::Events,
            _ => Form::of_text(text),
        }
    }

    fn of_text(text: &str) -> Form {
        let text = text.trim_start_matches('\u{feff}').trim();
        let first = text.lines().next().unwrap_or_default();
        let fields = ["data:", "event:", "id:", "retry:", ":"];
        if fields.iter().any(|field| first.starts_with(field)) {
            return Form::Events;
        }
        let is_json = |text: &str| text.parse::<RawJson>().is_ok();
        match first.len() < text.len() && is_json(first) && !is_json(text) {
            true => Form::Lines,
            false => Form::Json,
        }
    }

    /// The payloads of a text.
    pub fn payloads(self, text: &str) -> Vec<Payload> {
        match self {
            Form::Json => vec![Payload::plain(1, text.trim_start_matches('\u{feff}'))],
            Form::Lines => lines(text),
            Form::Events => events(text),
        }
    }
}

impl Payload {
    fn plain(line: usize, json: &str) -> Payload {
        Payload {
            line,
            event: None,
            json: Ok(json.to_owned()),
        }
    }
}

fn lines(text: &str) -> Vec<Payload> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(i, line)| Payload::plain(i + 1, line))
        .collect()
}

fn events(text: &str) -> Vec<Payload> {
    let reader = Reader::new();
    let events = reader.events::<RawJson, _>(text.as_bytes());
    let payloads = events.until(LAST_WORD).map(|event| match event {
        Ok(event) => Payload {
            line: event.line,
            event: Some(event.name),
            json: Ok(event.data.as_str().to_owned()),
        },
        Err(error) => Payload {
            line: error.line,
            json: Err(match &error.failure {
                StreamFailure::Decode(error) => error.to_string(),
                _ => error.to_string(),
            }),
            event: error.name,
        },
    });
    payloads.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_tells_its_form() {
        assert_eq!(Form::of("a.jsonl", "{}"), Form::Lines);
        assert_eq!(Form::of("a.sse", "{}"), Form::Events);
        for (text, form) in [
            ("{}", Form::Json),
            ("{\n}\n", Form::Json),
            ("7\n", Form::Json),
            ("{}\n\n{}", Form::Lines),
            ("{}\n{", Form::Lines),
            ("{\n{}", Form::Json),
            ("\n: hello\n\n", Form::Events),
            ("\u{feff}data: {}\n\n", Form::Events),
            ("", Form::Json),
        ] {
            assert_eq!(Form::of("-", text), form, "{text:?}");
            assert_eq!(Form::of("a.json", text), form, "{text:?}");
        }
    }

    #[test]
    fn payloads_know_their_lines() {
        let told = |form: Form, text: &str| -> Vec<(usize, Result<String, String>)> {
            let payloads = form.payloads(text).into_iter();
            payloads.map(|one| (one.line, one.json)).collect()
        };
        let ok = |line, json: &str| (line, Ok(json.to_owned()));
        assert_eq!(
            told(Form::Lines, "\u{feff}{}\r\n\n 7\n"),
            [ok(1, "{}"), ok(3, " 7")]
        );
        let stream = "event: a\ndata: {\"n\":\ndata: 1}\n\ndata: oh\n\ndata: [DONE]\n\ndata: 3\n\n";
        let events = Form::Events.payloads(stream);
        assert_eq!(events.len(), 2);
        assert_eq!(events[0].event.as_deref(), Some("a"));
        assert_eq!(events[0].json.as_deref(), Ok("{\"n\":\n1}"));
        assert_eq!(events[1].line, 5);
        assert!(events[1].json.as_ref().unwrap_err().contains("line 1"));
    }
}
