//! `closed`: an enum of words that refuses all others.

use api_object::describe::Others;
use api_object::{ApiObject, Auto, Descriptor, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, round_trips};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(closed)]
enum Window {
    /// A day.
    #[api(rename = "24h")]
    Day,
    #[api(rename = "1024x1024")]
    Square,
    #[api(rename = "")]
    Nothing,
    #[api(rename = "+1", alias("thumbs_up", "1+"))]
    PlusOne,
    #[api(rename = "ASC")]
    Ascending,
    Asc,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ApiObject)]
#[api(closed)]
enum Only {
    One,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ApiObject)]
#[api(closed, status)]
enum Light {
    #[api(next = green)]
    Red,
    Green,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Holder {
    one: Window,
    maybe: Option<Window>,
    #[api(optional)]
    auto: Option<Auto<Window>>,
    #[api(default = Window::Asc)]
    usual: Window,
    list: Vec<Only>,
    #[api(status, optional)]
    light: Option<Light>,
    #[api(set_in(ended), optional)]
    since: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn words_are_values_that_are_copied() {
    for json in [
        r#"{"one":"24h","maybe":"","list":[]}"#,
        r#"{"one":"+1","maybe":null,"auto":"auto","usual":"ASC","list":["one","one"],"light":"red"}"#,
        r#"{"one":"thumbs_up","maybe":"1024x1024","auto":"1+","list":[],"light":"green","since":1}"#,
    ] {
        let holder = round_trips::<Holder>(json);
        assert!(holder.report().is_empty(), "{}", holder.report());
    }
    let holder = round_trips::<Holder>(r#"{"one":"asc","maybe":"ASC","list":["one"]}"#);
    let copy: Window = *holder.one();
    assert_eq!(
        (copy, holder.maybe()),
        (Window::Asc, Some(&Window::Ascending))
    );
    assert_eq!(holder.list(), [Only::One]);
    assert_eq!(Window::ALL.len(), 6);
    assert_eq!(
        (Window::PlusOne.as_str(), Window::Day.docs()),
        ("+1", "A day.")
    );
    assert!(Light::Green.is_terminal());
    assert!(Light::Red.successors().eq([Light::Green]));
}

#[test]
fn other_words_are_refused_with_the_list() {
    assert_snapshot!(refusal::<Window>(r#""25h""#), @r#"
    line 1, column 1: expected "24h", "1024x1024", "", "+1", "ASC" or "asc" (Window), found "25h"
    "#);
    assert_snapshot!(refusal::<Holder>(r#"{"one":7,"maybe":null,"list":["two"]}"#), @r#"
    line 1, column 8, at /one: expected "24h", "1024x1024", "", "+1", "ASC" or "asc" (Window), found 7
    line 1, column 31, at /list/0: expected "one" (Only), found "two"
    "#);
    let serde = serde_json::from_str::<Window>(r#""25h""#)
        .unwrap_err()
        .to_string();
    assert_snapshot!(serde, @r#"
    expected "24h", "1024x1024", "", "+1", "ASC" or "asc" (Window), found "25h" at line 1 column 5
    "#);
    assert_snapshot!("Asc".parse::<Window>().unwrap_err(), @r#"
    "Asc" is no word of Window; expected "24h", "1024x1024", "", "+1", "ASC" or "asc"
    "#);
    assert_eq!(Window::try_from("asc"), Ok(Window::Asc));
}

#[test]
fn where_it_may_be_missing_a_word_is_set_aside() {
    let json = r#"{"one":"asc","maybe":"up","usual":"down","list":[]}"#;
    let holder = comes_back::<Holder>(json);
    assert_eq!((holder.maybe(), holder.usual()), (None, &Window::Asc));
    assert_snapshot!(holder.report(), @r#"
    violation[misfit] /maybe: expected "24h", "1024x1024", "", "+1", "ASC" or "asc" (Window) or null, found "up"
    violation[misfit] /usual: expected "24h", "1024x1024", "", "+1", "ASC" or "asc" (Window), found "down"
    2 violations
    "#);
}

#[test]
fn the_descriptor_knows() {
    assert!(
        matches!(Window::DESCRIPTOR, Descriptor::OpenEnum(words) if words.others == Others::Refused)
    );
    assert!(matches!(Light::DESCRIPTOR, Descriptor::OpenEnum(words) if words.has_arrows()));
}
