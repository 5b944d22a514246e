//! The client: everything between a call and the bytes.

use std::collections::VecDeque;
use std::fmt;

use api_object::{ApiObject, DecodeError, Decoded, FillOwned, List, Report};

use crate::declaration::{
    Customer, CustomerId, CustomerOrReceipt, PageQuery, Refusal, Refused, UpdateCustomer,
};

/// Whatever speaks HTTP.
pub trait Transport {
    fn send(&self, request: &Request) -> Response;
}

/// A request; the key lets the server know it again when it is sent twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    pub method: &'static str,
    pub path: String,
    pub body: String,
    pub idempotency_key: Option<String>,
}

/// A response of any status.
#[derive(Debug, Clone)]
pub struct Response {
    pub status: u16,
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Error {
    /// The request breaks a rule of its declaration, and was not sent.
    Request(Report),
    /// The server refused it.
    Refused(u16, Box<Refusal>),
    /// The response is not what the document says; with its status, since what is no JSON comes mostly from a gateway.
    Response(u16, DecodeError),
    /// Another page follows, and nothing says by what to ask for it.
    NoCursor,
    /// What came by itself could not be read.
    Event(DecodeError),
}

pub struct Client<T> {
    transport: T,
}

impl<T: Transport> Client<T> {
    pub fn new(transport: T) -> Self {
        Client { transport }
    }

    /// All customers and receipts, of which one page is held at a time. An error is the last item.
    pub fn customers(&self, limit: u8) -> impl Iterator<Item = Result<CustomerOrReceipt, Error>> {
        let mut next = Some(PageQuery {
            limit,
            starting_after: None,
        });
        let mut items = VecDeque::new();
        std::iter::from_fn(move || {
            while items.is_empty() {
                let query = next.take()?;
                let page = match self.page(&query) {
                    Ok(page) => page,
                    Err(error) => return Some(Err(error)),
                };
                let cursor = page.next_cursor().map(std::borrow::Cow::into_owned);
                // Without this an API of another habit would look as if it had one page.
                let is_lost = page.has_more() && cursor.is_none();
                next = cursor.map(|cursor| PageQuery {
                    limit,
                    starting_after: Some(cursor),
                });
                items.extend(page.into_iter().map(Ok));
                if is_lost {
                    items.push_back(Err(Error::NoCursor));
                }
            }
            items.pop_front()
        })
    }

    fn page(&self, query: &PageQuery) -> Result<List<CustomerOrReceipt>, Error> {
        query.check().into_result().map_err(Error::Request)?;
        let after = query.starting_after.as_ref();
        let after = after.map_or(String::new(), |id| format!("&starting_after={id}"));
        let path = format!("/customers?limit={}{after}", query.limit);
        self.answer("GET", path, String::new(), None)
            .map(Decoded::lenient)
    }

    /// Changes a customer. Sent twice with one key, it is done once.
    pub fn update(
        &self,
        id: &CustomerId,
        change: &UpdateCustomer,
        key: &str,
    ) -> Result<Customer, Error> {
        change.check().into_result().map_err(Error::Request)?;
        let body = api_object::to_string(change);
        self.answer(
            "POST",
            format!("/customers/{id}"),
            body,
            Some(key.to_owned()),
        )
        .map(Decoded::lenient)
    }

    /// Sends a request, and reads the answer as what was asked for, or as a refusal.
    fn answer<A>(
        &self,
        method: &'static str,
        path: String,
        body: String,
        key: Option<String>,
    ) -> Result<Decoded<A>, Error>
    where
        A: ApiObject + FillOwned,
    {
        let request = Request {
            method,
            path,
            body,
            idempotency_key: key,
        };
        let Response { status, body } = self.transport.send(&request);
        if !(200..300).contains(&status) {
            let refused = api_object::from_slice::<Refused>(&body);
            let refused = refused
                .map_err(|error| Error::Response(status, error))?
                .lenient();
            return Err(Error::Refused(status, Box::new(refused.error)));
        }
        api_object::from_slice(&body).map_err(|error| Error::Response(status, error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Request(report) => write!(f, "not sent: {}", report.issues()[0]),
            Error::Refused(status, refusal) => {
                write!(
                    f,
                    "{status} {}: {}",
                    refusal.r#type(),
                    refusal.message().unwrap_or("no reason given")
                )?;
                match refusal.param() {
                    Some(param) => write!(f, " (at {param})"),
                    None => Ok(()),
                }
            }
            Error::Response(status, error) => write!(f, "status {status}, and no answer: {error}"),
            Error::NoCursor => {
                f.write_str("another page follows, and nothing says by what to ask for it")
            }
            Error::Event(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<DecodeError> for Error {
    fn from(error: DecodeError) -> Self {
        Error::Event(error)
    }
}
