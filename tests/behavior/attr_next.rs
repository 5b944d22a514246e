//! `next = a | b`: which status may follow which, on an enum of statuses. What objects do with it is in
//! `shape_shared_status.rs`.

use api_object::{ApiObject, UnknownValue};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
enum Light {
    #[api(next = yellow)]
    Red,
    #[api(next = red | green)]
    Yellow,
    #[api(next = yellow)]
    Green,
    /// A status may be called as the word for an end state.
    #[api(next = "end")]
    Broken,
    End,
    #[api(unknown)]
    Other(UnknownValue),
}

#[test]
fn arrows_lead_from_each_to_the_next() {
    let next = |light: Light| light.successors().collect::<Vec<_>>();
    assert_eq!(next(Light::Red), [Light::Yellow]);
    assert_eq!(next(Light::Yellow), [Light::Red, Light::Green]);
    assert_eq!(next(Light::Green), [Light::Yellow]);
    assert_eq!(next(Light::Broken), [Light::End]);
    assert_eq!(next(Light::from("off")), []);
    let terminal: Vec<_> = Light::ALL
        .iter()
        .filter(|light| light.is_terminal())
        .collect();
    assert_eq!(terminal, [&Light::End]);
}
