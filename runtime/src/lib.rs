//! Typed objects for REST APIs as they are: nothing lost, every deviation reported.
//!
//! A server sends what its document promises, and now and then something else: a status nobody listed,
//! a member nobody declared, a null where none is allowed. A type with `#[derive(ApiObject)]` holds three
//! things apart: what the document promises, what the server sent, and where the two differ.
//!
//! ```
//! use api_object::{ApiObject, Extra, UnixSeconds};
//!
//! /// A job that trains a model.
//! #[derive(Debug, Clone, PartialEq, ApiObject)]
//! #[api(object = "training.job")]
//! pub struct Job {
//!     #[api(id = "job-", immutable)]
//!     id: JobId,
//!     #[api(status {
//!         queued => running,
//!         running => succeeded | failed,
//!         succeeded,
//!         failed,
//!     })]
//!     status: JobStatus,
//!     #[api(set_in(ended), null_in(active))]
//!     finished_at: Option<UnixSeconds>,
//!     #[api(only_in(succeeded))]
//!     model: Option<String>,
//!     #[api(extra)]
//!     extra: Extra,
//! }
//!
//! let json = concat!(
//!     r#"{"object":"training.job","id":"job-7","status":"succeeded","#,
//!     r#""finished_at":null,"model":"m-2","priority":"high"}"#,
//! );
//! let job = api_object::from_str::<Job>(json)?;
//! assert_eq!(job.model(), Some("m-2"));
//! assert!(job.status().is_terminal());
//! assert_eq!(
//!     job.report().to_string(),
//!     "violation[unset] /finished_at: finished_at is null, but status is succeeded, where it must be set\n\
//!      drift[unknown_member] /priority: priority is a member that Job does not know\n\
//!      1 violation, 1 drift"
//! );
//! assert_eq!(api_object::to_string(&job), json);
//! # Ok::<(), api_object::DecodeError>(())
//! ```
//!
//! # The first five minutes
//!
//! Take a response of your API, and write a field for each member, in the order in which the server sends them. `T` is a
//! member that must be there, `Option<T>` one that may be null; ids and statuses are types that the derive makes, moments and
//! much else are types of this crate. One `extra` field keeps all that you leave out, so that you may begin with a few members:
//!
//! ```
//! use api_object::{ApiObject, Extra, UnixSeconds};
//!
//! #[derive(Debug, ApiObject)]
//! struct File {
//!     #[api(id = "file-")]
//!     id: FileId,
//!     bytes: u64,
//!     created_at: UnixSeconds,
//!     #[api(extra)]
//!     extra: Extra,
//! }
//!
//! let response = r#"{"id":"file-7","bytes":120,"created_at":1741011129,"purpose":"fine-tune"}"#;
//! let file = api_object::from_str::<File>(response)?;
//! assert_eq!((file.id().as_str(), file.bytes()), ("file-7", 120));
//! println!("{}", file.report()); // drift[unknown_member] /purpose: …
//! # assert_eq!(file.report().len(), 1);
//! # Ok::<(), api_object::DecodeError>(())
//! ```
//!
//! Print the report of every response that you can get hold of: it says which members you have not declared, and where
//! your types and the server differ. Then write what the document promises, key by key ([`attributes`]): `object = "file"` for a constant
//! member, `status { … }` for a lifecycle, `range(…)`, `len(…)` and `set_in(…)` for what must hold, `rename_all = "camelCase"` where
//! the server writes so. What APIs have in common is listed [by its JSON](attributes#habits-of-apis). A key that is wrong is answered at its very token, with what to write instead.
//!
//! # The tour
//!
//! **Declare.** One derive, [`macro@ApiObject`], and one attribute, `#[api(...)]`; [`attributes`] is the reference.
//! Members are scalars, strings, `Option`, `Vec`, `Box`, maps with string keys, other declared types, and what this crate
//! adds: [`UnixSeconds`], [`Auto`], [`Quoted`] (a number as a string), [`Str`] (what ids are made of), [`Id`] (what the ids are that fields make), [`RawJson`] (a value that nobody looks into),
//! [`Nullable`] (absent, null or a value), [`Expandable`] (an object or its id), [`Secret`] (sent, and never shown),
//! [`Items`] (a list whose elements stand each for itself), [`OrderedMap`]. [`List`] is a page, [`Deleted`] the receipt of a
//! deletion. `serde_json::Value` is a member as it is, and any other type of serde by one key, [`serde`](attributes#serde).
//! [`Extra`], [`UnknownValue`] and [`UnknownObject`] keep what the declaration does not know. An enum of values is a union: told
//! apart by a tag beside or around its values, by tags that these have of their own, or by the values themselves.
//!
//! **Read.** [`from_slice`] and [`from_str`] give a [`Decoded`]: the value, which it lends, and on request its
//! [`report`](Decoded::report). [`strict`](Decoded::strict) gives the value away if no rule is broken,
//! [`lenient`](Decoded::lenient) in any case. Where a value is missing that must be there, or does not fit,
//! a [`DecodeError`] names all such places. The types are serde types, too: `serde_json::from_slice` reads them,
//! and so does any format that says what comes: YAML, CBOR, MessagePack (which has no integers beyond 64 bits, and is given doubles for
//! such). One that does not, such as postcard, cannot keep what nobody declared, and answers with its error for `deserialize_any`.
//!
//! A [`Reader`] reads within limits, from streams ([`from_reader`](Reader::from_reader), and one value after the other by
//! [`json_lines`](Reader::json_lines) and [`events`](Reader::events); [`Chunks`] is for asynchronous clients), and by request leaves its blank to what is required and missing
//! ([`fill_missing`](Reader::fill_missing)). A [`Registry`] reads any object as the type that its tag names.
//!
//! In generic code, what is read is `T: `[`FillOwned`], and what is written `T: Node`: a declared type, or a list or a map
//! of such, as where a page is a bare array. With [`ApiObject`] beside it, it is a declared type alone, which has `check` and a descriptor:
//!
//! ```
//! use api_object::{ApiObject, Decoded, Extra, FillOwned, Items};
//!
//! #[derive(Debug, ApiObject)]
//! struct Failure {
//!     code: String,
//!     #[api(extra)]
//!     extra: Extra,
//! }
//!
//! /// What a client makes of each response.
//! fn answer<T: FillOwned>(status: u16, body: &[u8]) -> Result<Decoded<T>, Box<dyn std::error::Error>> {
//!     match status {
//!         200..300 => Ok(api_object::from_slice(body)?),
//!         _ => Err(api_object::from_slice::<Failure>(body)?.code().into()),
//!     }
//! }
//!
//! # #[derive(Debug, ApiObject)]
//! # struct File {
//! #     bytes: u64,
//! # }
//! assert_eq!(answer::<File>(200, br#"{"bytes":120}"#)?.bytes(), 120);
//! assert_eq!(answer::<Items<File>>(200, br#"[{"bytes":120},7]"#)?.report().len(), 1);
//! assert_eq!(answer::<File>(404, br#"{"code":"gone"}"#).unwrap_err().to_string(), "gone");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Look.** Accessors lend the fields, and `state()` shows the object in its status, with what must be set there unwrapped.
//!
//! **Judge.** A [`Report`] lists [`Issue`]s in declaration order, each with a [`Pointer`], a [`Code`] and a
//! [`Severity`]. [`ApiObject::check`] makes one of any value; [`ApiObject::check_successor`] of two observations of one object.
//!
//! [`Source`] shows people the lines that a report or an error is about.
//!
//! **Write.** [`to_vec`] and [`to_string`] write a value with all that came with it: the same JSON value, with
//! members in declared order. [`write_into`] puts it into a buffer that is kept.
//!
//! **Ask the declaration.** [`ApiObject::DESCRIPTOR`] is all that the declaration says, as one constant: names, docs,
//! shapes, rules, statuses. The modules [`describe`] and [`rules`] explain it.
//!
//! # Features
//!
//! `regex`: the rule `pattern("...")`. `jiff` (version 1), `chrono` (0.4), `time` (0.3): conversions between [`UnixSeconds`] and the
//! moments of these crates. Nothing is switched on by default. (Members of such types, of whatever version, need no feature of this crate, but
//! theirs for serde, and the key [`serde`](attributes#serde).)
#[doc = include_str!("../attributes.md")]
pub mod attributes {}

/// Runs the snippets of the front page of the repository.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[doc(inline)]
pub use api_object_core::*;

/// The reference of its attribute is [`attributes`]; the [front page](crate) shows what it makes.
pub use api_object_macros::ApiObject;
