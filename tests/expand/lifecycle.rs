//! A status table with back edges, end states that are not final, aliases and words in quotes.

use api_object::{ApiObject, UnixSeconds};

/// A subscription.
#[derive(Debug, PartialEq, ApiObject)]
#[api(object = "subscription", view = Standing)]
pub struct Subscription {
    /// Where the subscription stands.
    #[api(status {
        /// The first invoice is not yet paid.
        #[api(alias("created", "pending"))]
        incomplete => active | "incomplete-expired",
        /// Paid for.
        active => past_due | canceled,
        /// The last invoice is not paid.
        past_due => active | canceled,
        /// The customer may come back, and mostly does not.
        canceled => end | active,
        /// Given up.
        "incomplete-expired" as Expired,
    })]
    status: SubscriptionStatus,
    /// When it was called off.
    #[api(only_in(canceled))]
    canceled_at: Option<UnixSeconds>,
    /// When it ended.
    #[api(set_in(ended), null_in(active))]
    ended_at: Option<UnixSeconds>,
    /// The invoice that is due.
    #[api(set_in(past_due), note(null_in(ended)))]
    invoice: Option<Box<Invoice>>,
}

/// What is to be paid.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Invoice {
    /// In cents.
    amount: i64,
}
