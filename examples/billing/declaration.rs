//! What the API's document promises.

use api_object::{
    ApiObject, DecodeError, Deleted, Expandable, Extra, Nullable, OrderedMap, Str, UnixSeconds,
    UnknownObject, UnknownValue,
};

/// Whoever pays.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "customer")]
pub struct Customer {
    #[api(id = "cus_", immutable)]
    id: CustomerId,
    #[api(immutable)]
    created: UnixSeconds,
    livemode: bool,
    email: Option<String>,
    /// In the currency's smallest unit: what is owed, or below zero what is to be credited.
    balance: i64,
    currency: Option<Currency>,
    default_source: Option<Expandable<Source, SourceId>>,
    #[api(len(..=50), each(len(..=500)))]
    metadata: OrderedMap<String, String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Currency {
    Eur,
    Usd,
    #[api(unknown)]
    Other(UnknownValue),
}

/// The id of a source of any kind: two fields have it, so it is declared by itself.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(id("card_", "acct_"))]
pub struct SourceId(Str);

/// Where money comes from: an object, whose own tag says which.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
pub enum Source {
    Card(Card),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "card")]
pub struct Card {
    id: SourceId,
    #[api(len(4))]
    last4: String,
    #[api(extra)]
    extra: Extra,
}

/// A customer, or the receipt that stands in its place.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
pub enum CustomerOrReceipt {
    Customer(Customer),
    #[api(when(deleted = true))]
    Receipt(Deleted<Customer, CustomerId>),
}

/// What is absent stays as it is; null takes away, in the map, too.
#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
pub struct UpdateCustomer {
    #[api(len(..=254))]
    pub email: Nullable<String>,
    pub default_source: Nullable<SourceId>,
    pub metadata: Nullable<OrderedMap<String, Nullable<String>>>,
}

/// Which part of a list is asked for.
#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
pub struct PageQuery {
    #[api(range(1..=100))]
    pub limit: u8,
    #[api(optional)]
    pub starting_after: Option<String>,
}

/// The body of a response that is no success.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Refused {
    pub error: Refusal,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Refusal {
    r#type: RefusalType,
    #[api(optional)]
    code: Option<String>,
    #[api(optional)]
    param: Option<String>,
    message: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum RefusalType {
    InvalidRequestError,
    ApiError,
    #[api(unknown)]
    Other(UnknownValue),
}

/// What happened to a customer.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum CustomerEvent {
    #[api(rename = "customer.updated")]
    Updated(Box<Event<Customer, CustomerBefore>>),
    #[api(unknown)]
    Other(UnknownObject),
}

/// What all events have in common.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "event")]
pub struct Event<T, B> {
    #[api(id = "evt_")]
    id: EventId,
    /// The day of the API's version, by which the object is written.
    api_version: Option<String>,
    created: UnixSeconds,
    data: Data<T, B>,
    #[api(extra)]
    extra: Extra,
}

/// An object, and what of it was otherwise before.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Data<T, B> {
    object: T,
    #[api(optional)]
    previous_attributes: Option<B>,
    #[api(extra)]
    extra: Extra,
}

/// Part of a customer: absent is what did not change, null what was null.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CustomerBefore {
    email: Nullable<String>,
    balance: Nullable<i64>,
    #[api(extra)]
    extra: Extra,
}

impl CustomerEvent {
    /// Reads the body of a webhook, whose signature was verified over these very bytes.
    pub fn read(body: &[u8]) -> Result<Self, DecodeError> {
        api_object::from_slice(body).map(api_object::Decoded::lenient)
    }

    /// What changed, in lines.
    pub fn story(&self) -> Vec<String> {
        match self {
            CustomerEvent::Updated(event) => event.story(),
            CustomerEvent::Other(event) => {
                let tag = event.tag().unwrap_or("an event");
                vec![format!(
                    "{tag}, which these types do not know and keep as it came"
                )]
            }
        }
    }
}

impl Event<Customer, CustomerBefore> {
    fn story(&self) -> Vec<String> {
        let version = self.api_version().unwrap_or("the account");
        let head = format!(
            "{} of {}, as version {version} has it",
            self.id(),
            self.created()
        );
        let mut lines = vec![head];
        let now = self.data().object();
        let Some(before) = self.data().previous_attributes() else {
            return lines;
        };
        if !before.email().is_absent() {
            let email = now.email().unwrap_or("none");
            let formerly = before.email().as_option().map_or("none", String::as_str);
            lines.push(format!("email: {email}, formerly {formerly}"));
        }
        if let Some(formerly) = before.balance().as_option() {
            lines.push(format!("balance: {}, formerly {formerly}", now.balance()));
        }
        // What these types do not know changed, too, and is not lost.
        let unknown = before.extra.iter();
        lines.extend(unknown.map(|(name, json)| format!("{name}: formerly {json}")));
        lines
    }
}
