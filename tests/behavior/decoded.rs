//! What was read may be changed: what is remembered of a field holds for as long as the field has the value it was read with.

use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Decoded, Extra, UnknownValue};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "order", former("purchase"))]
struct Order {
    id: String,
    due: Option<u64>,
    #[api(optional)]
    note: Option<String>,
    #[api(default = 3)]
    size: u8,
    word: Word,
    total: f64,
    lines: Vec<Line>,
    #[api(optional)]
    labels: Option<BTreeMap<String, Line>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Line {
    n: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Word {
    #[api(alias = "eins")]
    One,
    #[api(unknown)]
    Other(UnknownValue),
}

/// Whatever is read may go to other threads, and through what catches a panic; so may what is told of it.
#[test]
fn what_is_read_may_go_anywhere() {
    use std::panic::{RefUnwindSafe, UnwindSafe};
    fn goes<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>() {}
    goes::<Decoded<Order>>();
    goes::<api_object::Report>();
    goes::<api_object::DecodeError>();
    goes::<api_object::Items<Order>>();
    goes::<api_object::Reader>();
}

const SENT: &str = concat!(
    r#"{"object":"purchase","id":"o-1","due":"soon","note":null,"size":"big","word":"eins","total":10.0,"#,
    r#""lines":[{"n":"x"},{"n":1}],"labels":{"a":{"m":1}},"more":[1, 2]}"#,
);

fn read() -> Decoded<Order> {
    api_object::from_str(SENT).expect("an order")
}

/// What is written after a change, which is what was sent with the one part replaced.
#[track_caller]
fn changes(change: impl FnOnce(&mut Order), from: &str, to: &str) {
    let mut order = read();
    change(&mut order);
    let expected = SENT.replace(from, to);
    assert!(from == to || expected != SENT, "{from} was sent");
    assert_eq!(api_object::to_string(&order), expected);
    let by_serde = serde_json::to_string(&order).expect("serde_json writes it");
    crate::json_value::JsonValue::read(&by_serde);
    assert_eq!(
        crate::json_value::JsonValue::read(&by_serde),
        crate::json_value::JsonValue::read(&expected)
    );
    // The same by the value itself, given away.
    assert_eq!(api_object::to_string(&order.lenient()), expected);
}

#[test]
fn a_changed_field_is_written_as_its_value_and_the_others_as_they_came() {
    changes(|_| {}, "", "");
    changes(|order| order.id = "o-2".into(), "o-1", "o-2");
    changes(|order| order.due = Some(7), r#""soon""#, "7");
    changes(
        |order| order.note = Some("n".into()),
        r#""note":null"#,
        r#""note":"n""#,
    );
    changes(|order| order.size = 4, r#""big""#, "4");
    changes(|order| order.word = "zwei".parse().unwrap(), "eins", "zwei");
    changes(|order| order.total = 11.5, "10.0", "11.5");
    changes(|order| order.lines[0].n = Some(2), r#""x""#, "2");
    changes(|order| drop(order.lines.remove(0)), r#"{"n":"x"},"#, "");
    changes(
        |order| order.labels.as_mut().unwrap().get_mut("a").unwrap().n = Some(1),
        r#"{"m":1}"#,
        r#"{"n":1,"m":1}"#,
    );
    changes(
        |order| order.labels = None,
        r#""labels":{"a":{"m":1}},"#,
        "",
    );
    changes(
        |order| assert!(order.extra.remove("more")),
        r#","more":[1, 2]"#,
        "",
    );
}

#[test]
fn what_is_changed_back_is_written_as_it_came() {
    changes(
        |order| {
            order.due = Some(7);
            order.due = None;
            order.total = 1.0;
            order.total = 10.0;
        },
        "",
        "",
    );
}

#[test]
fn a_report_is_of_the_value_as_it_is() {
    let codes = |order: &Decoded<Order>| -> Vec<Code> {
        let report = order.report();
        report.issues().iter().map(|issue| issue.code).collect()
    };
    let mut order = read();
    let before = codes(&order);
    assert_eq!(before.iter().filter(|c| **c == Code::Misfit).count(), 3);
    order.due = Some(7);
    order.size = 4;
    order.lines[0].n = None;
    // A null that is set is the blank of what did not fit, and cannot be told from it.
    assert_eq!(
        codes(&order).iter().filter(|c| **c == Code::Misfit).count(),
        1
    );
    order.lines[0].n = Some(1);
    assert!(!codes(&order).contains(&Code::Misfit));
    assert!(order.strict().is_ok());
}

#[test]
fn a_part_is_read_as_that_part() {
    let lines = Decoded::map(read(), |order| order.lines);
    assert_eq!(api_object::to_string(&lines), r#"[{"n":"x"},{"n":1}]"#);
    assert_eq!(lines.report().issues()[0].pointer.as_str(), "/0/n");
    let first = Decoded::map(lines, |lines| lines.into_iter().next());
    assert_eq!(first.report().issues()[0].pointer.as_str(), "/n");
    assert!(first.strict().is_err());
}
