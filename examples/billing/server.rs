//! The other side: a server with three customers, two years ahead of the types here.

use crate::client::{Request, Response, Transport};

const FIRST: &str = r#"{"id":"cus_1","object":"customer","created":1741011129,"livemode":false,"email":"ada@example.com","balance":-250,"currency":"eur","default_source":"card_1","metadata":{"tier":"gold"}}"#;
const SECOND: &str = r#"{"id":"cus_2","object":"customer","deleted":true}"#;
const THIRD: &str = r#"{"id":"cus_3","object":"customer","created":1741014729,"livemode":false,"email":null,"balance":0,"currency":"chf","default_source":{"id":"card_3","object":"card","last4":"4242"},"metadata":{},"tax_exempt":"none"}"#;
const CHANGED: &str = r#"{"id":"cus_1","object":"customer","created":1741011129,"livemode":false,"email":null,"balance":-250,"currency":"eur","default_source":"card_1","metadata":{}}"#;
const REFUSAL: &str = r#"{"error":{"type":"invalid_request_error","code":"resource_missing","param":"id","message":"There is no such customer."}}"#;

/// What the server tells a webhook.
pub const EVENT: &str = r#"{"id":"evt_1","object":"event","api_version":"2027-11-01","created":1741018329,"type":"customer.updated","data":{"object":{"id":"cus_1","object":"customer","created":1741011129,"livemode":false,"email":null,"balance":0,"currency":"eur","default_source":"card_1","metadata":{}},"previous_attributes":{"email":"ada@example.com","balance":-250,"phone":null}}}"#;

#[derive(Debug)]
pub struct Server;

impl Transport for Server {
    fn send(&self, request: &Request) -> Response {
        let (status, body) = match (request.method, request.path.as_str()) {
            ("GET", "/customers?limit=2") => (200, page(&[FIRST, SECOND], true)),
            ("GET", "/customers?limit=2&starting_after=cus_2") => (200, page(&[THIRD], false)),
            ("POST", "/customers/cus_1") => (200, CHANGED.to_owned()),
            _ => (404, REFUSAL.to_owned()),
        };
        Response {
            status,
            body: body.into_bytes(),
        }
    }
}

/// The envelope of a list.
pub fn page(items: &[&str], has_more: bool) -> String {
    format!(
        r#"{{"object":"list","url":"/customers","has_more":{has_more},"data":[{}]}}"#,
        items.join(",")
    )
}
