//! Rules about other members.

use api_object::ApiObject;

/// An invoice.
#[derive(Debug, PartialEq, ApiObject)]
#[api(
    ensure(2 * tax + 1 <= total),
    note(exactly_one(due, paid_at)),
    at_most_one(due, copy)
)]
pub struct Invoice {
    /// Where it stands.
    #[api(status { draft => open | void, open => paid | void, paid, void })]
    status: InvoiceStatus,
    /// How it is to be paid.
    method: String,
    /// Until when.
    #[api(set_if(method = send | "by-hand"), null_if(method != send))]
    due: Option<u64>,
    /// When it was opened.
    #[api(once(open))]
    opened_at: Option<u64>,
    /// When it was paid.
    #[api(note(only_if(total = 0)))]
    paid_at: Option<u64>,
    /// What it says it is.
    #[api(same_as = status)]
    copy: Option<String>,
    /// Of that, tax.
    tax: u64,
    /// In cents.
    total: u64,
}
