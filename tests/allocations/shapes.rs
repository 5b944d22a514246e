//! Each shape alone: a clean value asks for memory for its own strings and lists, and for nothing else.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use api_object::{
    ApiObject, Auto, Deleted, Described, Expandable, Extra, Fill, Items, List, Node, Nullable,
    OrderedMap, RawJson, Secret, Str, UnixSeconds, UnknownValue, from_str, to_string, write_into,
};

use crate::allocations;

/// Reads a text, which has to be clean, and holds what that allocates to what its strings and lists need. Whatever else is done
/// with a clean value needs nothing.
#[track_caller]
pub(crate) fn costs<T>(json: &'static str, own: u64)
where
    T: ApiObject + Described + Fill<'static> + Node + Debug,
{
    // What is made once in a program is made now.
    let value = from_str::<T>(json).expect("it can be read");
    assert_eq!(value.report().to_string(), "no deviation", "it is clean");
    assert_eq!(to_string(&*value), json);

    let reading = allocations(|| drop(from_str::<T>(json)));
    let name = std::any::type_name::<T>();
    assert_eq!(reading, own, "to read {json} as {name}");
    assert_eq!(allocations(|| drop(value.report())), 0, "its report");
    assert_eq!(allocations(|| drop(value.check())), 0, "its check");
    // A writer takes back the last comma of a list, so that it needs room for one.
    let mut buffer = Vec::with_capacity(2 * json.len());
    assert_eq!(
        allocations(|| write_into(&mut buffer, &*value)),
        0,
        "to write it"
    );
    assert_eq!(buffer, json.as_bytes());
}

/// Names a file.
#[derive(Debug, ApiObject)]
#[api(id = "file-")]
struct FileId(Str);

#[derive(Debug, ApiObject)]
#[api(id = "org-")]
struct Borrowed<'a>(Cow<'a, str>);

#[derive(Debug, ApiObject)]
#[api(object = "file")]
struct Ids {
    id: FileId,
    parent: Option<FileId>,
    copies: Vec<FileId>,
    text: Str,
    boxed: Box<str>,
    #[api(extra)]
    extra: Extra,
}

/// `copies` and `boxed`; ids and a `Str` of up to 38 bytes stand in place.
#[test]
fn ids_stand_in_place() {
    costs::<Ids>(
        r#"{"object":"file","id":"file-BK7bzQj3FfZFXr7DbL6xJwfo","parent":"file-1","copies":["file-2","file-3"],"text":"any text of 38 bytes or less","boxed":"b"}"#,
        2,
    );
    costs::<Ids>(
        r#"{"object":"file","id":"file-0123456789012345678901234567890123","parent":null,"copies":[],"text":"","boxed":""}"#,
        1,
    );
}

#[derive(Debug, ApiObject)]
struct Scalars {
    yes: bool,
    small: u8,
    whole: i64,
    part: f64,
    at: UnixSeconds,
    limit: Option<Auto<u32>>,
    more: Auto<f64>,
    none: Option<String>,
    #[api(optional)]
    left_out: Option<String>,
    unset: Nullable<u32>,
    key: Secret<Str>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn scalars_need_no_memory() {
    costs::<Scalars>(
        r#"{"yes":true,"small":8,"whole":-7,"part":0.25,"at":1741011129,"limit":"auto","more":2.5,"none":null,"unset":null,"key":"sk-1"}"#,
        0,
    );
}

#[derive(Debug, ApiObject)]
struct Statuses {
    #[api(status {
        queued  => running,
        running => succeeded | failed,
        succeeded, failed,
    })]
    status: StatusesStatus,
    #[api(set_in(ended), null_in(active))]
    ended_at: Option<UnixSeconds>,
    #[api(only_in(failed))]
    error: Option<Str>,
    role: Role,
    level: Level,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
pub(crate) enum Role {
    User,
    Assistant,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, Copy, ApiObject)]
#[api(closed)]
enum Level {
    Low,
    High,
}

#[test]
fn words_and_statuses_need_no_memory() {
    let json = r#"{"status":"failed","ended_at":7,"error":"e","role":"user","level":"high"}"#;
    costs::<Statuses>(json, 0);
    let failed = from_str::<Statuses>(json).unwrap().lenient();
    assert_eq!(allocations(|| assert!(failed.state().is_ok())), 0);
    let running =
        r#"{"status":"running","ended_at":null,"error":null,"role":"assistant","level":"low"}"#;
    let running = from_str::<Statuses>(running).unwrap().lenient();
    let successor = || assert!(running.check_successor(&failed).is_empty());
    assert_eq!(allocations(successor), 0);
}

#[derive(Debug, ApiObject)]
struct Nested {
    inner: Inner,
    maybe: Option<Inner>,
    boxed: Option<Box<Inner>>,
    owner: Expandable<Inner, FileId>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
struct Inner {
    name: String,
    #[api(extra)]
    extra: Extra,
}

/// Four names, the box, and that of an `Expandable`.
#[test]
fn a_nested_object_stands_in_place() {
    costs::<Nested>(
        r#"{"inner":{"name":"a"},"maybe":{"name":"b"},"boxed":{"name":"c"},"owner":{"name":"d"}}"#,
        4 + 2,
    );
    costs::<Nested>(
        r#"{"inner":{"name":""},"maybe":null,"boxed":null,"owner":"file-1"}"#,
        0,
    );
}

#[derive(Debug, ApiObject)]
struct Lists {
    numbers: Vec<u32>,
    texts: Vec<String>,
    nested: Vec<Vec<bool>>,
    objects: Vec<Inner>,
    items: Items<Inner>,
    some: Option<Vec<u32>>,
    #[api(extra)]
    extra: Extra,
}

/// A list each, and what is in it: `texts` 1 + 2, `nested` 1 + 2, `objects` and `items` 1 + 1.
#[test]
fn a_list_is_one_allocation() {
    costs::<Lists>(
        r#"{"numbers":[1,2,3],"texts":["a","b"],"nested":[[true],[false]],"objects":[{"name":"a"}],"items":[{"name":"b"}],"some":[1]}"#,
        1 + 3 + 3 + 2 + 2 + 1,
    );
    costs::<Lists>(
        r#"{"numbers":[],"texts":[],"nested":[[]],"objects":[],"items":[],"some":null}"#,
        1,
    );
}

#[derive(Debug, ApiObject)]
struct Maps {
    sorted: BTreeMap<String, u32>,
    hashed: HashMap<Str, String>,
    ordered: OrderedMap<Str, u32>,
    #[api(extra)]
    extra: Extra,
}

/// `sorted` is a node and two keys, `hashed` a table and a text, `ordered` a list.
#[test]
fn a_map_is_one_allocation() {
    costs::<Maps>(
        r#"{"sorted":{"a":1,"b":2},"hashed":{"a":"x"},"ordered":{"z":1,"a":2}}"#,
        3 + 2 + 1,
    );
    costs::<Maps>(r#"{"sorted":{},"hashed":{},"ordered":{}}"#, 0);
}

#[derive(Debug, ApiObject)]
struct Raw {
    raw: RawJson,
    tree: serde_json::Value,
    #[api(extra)]
    extra: Extra,
}

/// The text of one; of the other a map, its key, and the text that tells whether it would be spelled as it came.
#[test]
fn what_nobody_looks_into_is_kept_as_it_is() {
    costs::<Raw>(r#"{"raw":{"a":[1,2]},"tree":{"a":1}}"#, 1 + 3);
    costs::<Raw>(r#"{"raw":null,"tree":null}"#, 0);
}

#[derive(Debug, ApiObject)]
struct Borrowing<'a> {
    id: Borrowed<'a>,
    name: &'a str,
    text: Cow<'a, str>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_is_borrowed_needs_no_memory() {
    costs::<Borrowing<'static>>(
        r#"{"id":"org-0123456789012345678901234567890123456789","name":"n","text":"t"}"#,
        0,
    );
}

#[derive(Debug, ApiObject)]
#[api(object = "thread")]
struct Thread {
    #[api(id = "thread_")]
    id: ThreadId,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
struct Envelopes {
    receipt: Deleted<Thread, ThreadId>,
    page: List<Thread>,
    #[api(extra)]
    extra: Extra,
}

/// The list of the page.
#[test]
fn envelopes_need_what_is_in_them() {
    costs::<Envelopes>(
        r#"{"receipt":{"id":"thread_1","object":"thread.deleted","deleted":true},"page":{"object":"list","data":[{"object":"thread","id":"thread_2"}],"has_more":false}}"#,
        1,
    );
}

#[derive(Debug, ApiObject)]
struct Shared {
    created: u64,
}

#[derive(Debug, ApiObject)]
struct Flattening {
    #[api(flatten)]
    shared: Shared,
    count: u32,
    #[api(extra)]
    extra: Extra,
}

/// Its members and those of the other become one list, twice where it is read: the members, and what was absent of them.
#[test]
fn an_object_that_flattens_another_costs_an_allocation_whenever_it_is_lent() {
    let json = r#"{"count":2,"created":1}"#;
    let read = || from_str::<Flattening>(json).expect("it can be read");
    let value = read();
    assert_eq!(allocations(|| drop(read())), 2, "to read it");
    assert_eq!(allocations(|| drop(value.check())), 1, "to check it");
    let mut buffer = Vec::with_capacity(2 * json.len());
    assert_eq!(
        allocations(|| write_into(&mut buffer, &*value)),
        1,
        "to write it"
    );
    assert_eq!(buffer, json.as_bytes());
}
