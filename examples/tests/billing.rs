//! The client of the example `billing`, against servers that behave and others.

// What a program's modules lend each other is reachable there, and not here.
#![allow(unreachable_pub)]

#[path = "../billing/client.rs"]
mod client;
#[path = "../billing/declaration.rs"]
mod declaration;
#[path = "../billing/server.rs"]
mod server;

use std::cell::RefCell;

use api_object::Nullable;
use insta::assert_snapshot;

use client::{Client, Error, Request, Response, Transport};
use declaration::{CustomerEvent, CustomerId, CustomerOrReceipt, UpdateCustomer};
use server::{Server, page};

const RECEIPT: &str = r#"{"id":"cus_2","object":"customer","deleted":true}"#;

/// Answers whatever is asked with the same, and remembers what that was.
struct Always<'a>(u16, String, &'a RefCell<Vec<Request>>);

impl Transport for Always<'_> {
    fn send(&self, request: &Request) -> Response {
        self.2.borrow_mut().push(request.clone());
        Response {
            status: self.0,
            body: self.1.clone().into_bytes(),
        }
    }
}

fn change() -> UpdateCustomer {
    UpdateCustomer {
        email: Nullable::Null,
        ..UpdateCustomer::default()
    }
}

#[test]
fn pages_follow_each_other_to_the_last() {
    let client = Client::new(Server);
    let all: Result<Vec<_>, Error> = client.customers(2).collect();
    let ids: Vec<String> = all.expect("three").iter().map(id).collect();
    assert_eq!(ids, ["cus_1", "cus_2", "cus_3"]);
}

fn id(item: &CustomerOrReceipt) -> String {
    match item {
        CustomerOrReceipt::Customer(customer) => customer.id().to_string(),
        CustomerOrReceipt::Receipt(receipt) => receipt.id.to_string(),
    }
}

#[test]
fn a_page_of_which_the_next_is_not_known_is_no_last_page() {
    let asked = RefCell::default();
    let client = Client::new(Always(200, page(&[], true), &asked));
    let all: Vec<_> = client.customers(2).collect();
    assert!(matches!(all.as_slice(), [Err(Error::NoCursor)]));
}

#[test]
fn an_error_ends_the_pages() {
    let asked = RefCell::default();
    let client = Client::new(Always(502, "<html>Bad gateway</html>".to_owned(), &asked));
    let all: Vec<_> = client.customers(2).collect();
    let [Err(error)] = all.as_slice() else {
        panic!("one error: {all:?}")
    };
    assert!(
        error
            .to_string()
            .ends_with("found \"<\": the text is HTML or XML, and no JSON")
    );
    assert_eq!(asked.borrow().len(), 1);
}

#[test]
fn a_change_is_sent_with_its_key_and_nothing_that_is_absent() {
    let asked = RefCell::default();
    let client = Client::new(Always(200, RECEIPT.to_owned(), &asked));
    let answer = client.update(&CustomerId::from("cus_2"), &change(), "key-1");
    assert!(
        matches!(answer, Err(Error::Response(200, _))),
        "a receipt is no customer"
    );
    let sent = Request {
        method: "POST",
        path: "/customers/cus_2".to_owned(),
        body: r#"{"email":null}"#.to_owned(),
        idempotency_key: Some("key-1".to_owned()),
    };
    assert_eq!(*asked.borrow(), [sent]);
}

#[test]
fn what_breaks_a_rule_is_not_sent() {
    let asked = RefCell::default();
    let client = Client::new(Always(200, RECEIPT.to_owned(), &asked));
    let change = UpdateCustomer {
        email: "x".repeat(255).into(),
        ..change()
    };
    let answer = client.update(&CustomerId::from("cus_2"), &change, "key-1");
    assert!(matches!(answer, Err(Error::Request(_))));
    assert!(asked.borrow().is_empty());
}

#[test]
fn a_refusal_says_why() {
    let answer = Client::new(Server).update(&CustomerId::from("cus_9"), &change(), "key-1");
    let error = answer.expect_err("there is none");
    assert_snapshot!(error, @"404 invalid_request_error: There is no such customer. (at id)");
}

#[test]
fn an_event_tells_what_was_otherwise() {
    let event = CustomerEvent::read(server::EVENT.as_bytes()).expect("an event");
    assert_snapshot!(event.story().join("\n"), @"
        evt_1 of 2025-03-03T16:12:09Z, as version 2027-11-01 has it
        email: none, formerly ada@example.com
        balance: 0, formerly -250
        phone: formerly null
    ");
    let unknown = r#"{"id":"evt_2","object":"event","type":"customer.merged","data":{}}"#;
    let event = CustomerEvent::read(unknown.as_bytes()).expect("an event");
    assert_snapshot!(event.story().join("\n"), @"customer.merged, which these types do not know and keep as it came");
    assert_eq!(api_object::to_string(&event), unknown);
}
