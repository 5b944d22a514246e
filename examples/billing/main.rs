//! A client of an API for payments: pages, a change, a refusal, and an event that says what was otherwise before.
//!
//! `cargo run --example billing` tells a story against a server that is part of this program; what a real client has besides is a `Transport`
//! that speaks HTTP.

// A client is a library, in which this would be reachable.
#![allow(unreachable_pub)]

mod client;
mod declaration;
mod server;

use api_object::{ApiObject, Nullable, OrderedMap};

use crate::client::{Client, Error};
use crate::declaration::{CustomerEvent, CustomerId, CustomerOrReceipt, UpdateCustomer};
use crate::server::Server;

fn main() -> Result<(), Error> {
    let client = Client::new(Server);

    println!("Customers, two on a page:");
    for customer in client.customers(2) {
        let customer = customer?;
        // The report is of this customer alone, and costs nothing until it is asked for.
        for issue in customer.check() {
            println!("  ! {issue}");
        }
        match customer {
            CustomerOrReceipt::Customer(customer) => {
                let email = customer.email().unwrap_or("no address");
                println!(
                    "  {} {email}, balance {}",
                    customer.id(),
                    customer.balance()
                );
            }
            CustomerOrReceipt::Receipt(receipt) => println!("  {} is deleted", receipt.id),
        }
    }

    println!("A change takes the address away, and one entry of the metadata:");
    let change = UpdateCustomer {
        email: Nullable::Null,
        metadata: OrderedMap::from([("tier".to_owned(), Nullable::Null)]).into(),
        ..UpdateCustomer::default()
    };
    println!("  {}", api_object::to_string(&change));
    let id = CustomerId::from("cus_1");
    let customer = client.update(&id, &change, "key-1")?;
    println!("  {}", api_object::to_string(&customer));

    println!("A change that cannot be is not sent, and one that the server refuses says why:");
    let too_long = UpdateCustomer {
        email: "x".repeat(300).into(),
        ..UpdateCustomer::default()
    };
    for (id, change) in [(id, too_long), (CustomerId::from("cus_9"), change)] {
        if let Err(error) = client.update(&id, &change, "key-2") {
            println!("  {error}");
        }
    }

    println!("An event comes:");
    for line in CustomerEvent::read(server::EVENT.as_bytes())?.story() {
        println!("  {line}");
    }
    Ok(())
}
