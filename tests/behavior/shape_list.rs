//! `List<T>` and `Items<T>`: pages, whose items stand each for itself.

use api_object::{ApiObject, Code, Extra, Items, List, Nullable, Str};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct File {
    #[api(id = "file-")]
    id: FileId,
    bytes: u64,
    #[api(optional)]
    ratio: Option<f32>,
    #[api(extra)]
    extra: Extra,
}

/// An envelope with a member of its own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "search.page")]
struct Search {
    query: String,
    #[api(len(..=2), unique)]
    data: Items<File>,
    #[api(optional)]
    below: Option<Items<Items<u8>>>,
    #[api(extra)]
    extra: Extra,
}

const A: &str = r#"{"object":"file","id":"file-a","bytes":1}"#;
const B: &str = r#"{"object":"file","id":"file-b","bytes":2}"#;

/// Each form that a page has, with its cursor.
#[test]
fn every_form_comes_back_and_none_deviates() {
    let forms: [(&str, Option<&str>); 14] = [
        (
            r#"{"object":"list","data":[#],"total_count":2,"url":"/v1/files"}"#,
            None,
        ),
        (
            r#"{"object":"list","data":[#],"has_more":true,"total_count":null,"url":null}"#,
            Some("file-b"),
        ),
        (r#"{"object":"list","data":[#]}"#, None),
        (r#"{"data":[#]}"#, None),
        (r#"{"object":"list","data":[#],"has_more":false}"#, None),
        (
            r#"{"object":"list","data":[#],"has_more":true}"#,
            Some("file-b"),
        ),
        (
            r#"{"object":"list","data":[#],"first_id":"x","last_id":"y","has_more":true}"#,
            Some("y"),
        ),
        (
            r#"{"object":"list","data":[#],"first_id":null,"last_id":null,"has_more":false}"#,
            None,
        ),
        (
            r#"{"object":"list","data":[#],"first_id":null,"last_id":null,"has_more":true}"#,
            Some("file-b"),
        ),
        (r#"{"object":"list","data":[#],"has_more":null}"#, None),
        (
            r#"{"object":"page","data":[#],"has_more":true,"next_page":"p2"}"#,
            Some("p2"),
        ),
        (
            r#"{"object":"page","data":[#],"has_more":false,"next_page":null}"#,
            None,
        ),
        (r#"{"object":"a.page","data":[#],"next":"n2"}"#, Some("n2")),
        (r#"{"object":null,"data":[#],"next":null}"#, None),
    ];
    for (form, cursor) in forms {
        let json = form.replace('#', &format!("{A},{B}"));
        let page = round_trips::<List<File>>(&json);
        assert_eq!(api_object::to_string(&page), json);
        assert!(page.report().is_empty(), "{json}");
        assert_eq!(page.next_cursor().as_deref(), cursor, "{json}");
        assert_eq!(page.has_more(), cursor.is_some(), "{json}");
        assert_eq!(page.iter().map(File::bytes).sum::<u64>(), 3);
        let empty = round_trips::<List<File>>(&form.replace('#', ""));
        assert!(empty.is_empty() && empty.report().is_empty());
    }
}

#[test]
fn an_unreadable_item_stays_in_its_place() {
    let odd = r#"{"object":"file","id":"file-x","bytes":"many","ratio":0.1000000001}"#;
    let json = format!(
        r#"{{"object":"list","data":[{A}, 7 ,{odd},{{"object":"run","id":"r"}},{B}],"has_more":true}}"#
    );
    let page = comes_back::<List<File>>(&json);
    assert_snapshot!(page.report(), @r#"
        violation[misfit] /data/1: expected an object (File), found 7
        violation[misfit] /data/2/bytes: expected an integer that is not negative, found "many"
        violation[wrong_tag] /data/3/object: expected the object `file`, found "run"
        3 violations
    "#);
    let readable: Vec<bool> = page.items().map(|item| item.is_ok()).collect();
    assert_eq!(readable, [true, false, false, false, true]);
    let texts = page.data.unreadable().map(|item| item.json().as_str());
    assert_eq!(
        texts.collect::<Vec<_>>(),
        ["7", odd, r#"{"object":"run","id":"r"}"#]
    );
    let second = page.data.unreadable().nth(1).expect("three of them");
    assert_eq!(second.issues()[0].pointer.as_str(), "/bytes");
    assert!(
        !format!("{:?}", *page).contains("file-x"),
        "the text is not shown"
    );
    assert_eq!(page.len(), 5);
    assert_eq!(page.next_cursor().as_deref(), Some("file-b"));
    assert!(page.clone().strict().is_err());
    let by_serde = serde_json::from_str::<List<File>>(&json).expect("serde keeps them, too");
    assert_eq!(by_serde.check(), page.report());
    assert_eq!(by_serde, *page);
}

/// What is borrowed has no other text to be borrowed from.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Borrowed<'a> {
    name: &'a str,
}

#[test]
fn serde_keeps_what_it_cannot_read() {
    let json = format!(
        r#"{{"object":"search.page","query":"q","data":[{A},7],"below":[[1,"x",2],[300],"y"],"z":0}}"#
    );
    let ours = comes_back::<Search>(&json);
    let theirs = serde_json::from_str::<Search>(&json).expect("it is a page");
    assert_eq!(theirs, *ours);
    assert_eq!(theirs.check(), ours.report());
    assert_eq!(api_object::to_string(&theirs), json);
    let packed = rmp_serde::to_vec_named(&theirs).expect("it has a form in MessagePack");
    let unpacked: Search = rmp_serde::from_slice(&packed).expect("it is read again");
    assert_eq!(unpacked.data, theirs.data);

    let borrowed = r#"{"data":[{"name":"a"}]}"#;
    let page = serde_json::from_str::<List<Borrowed<'_>>>(borrowed).expect("a text to borrow");
    assert_eq!(page.iter().map(|item| item.name).collect::<Vec<_>>(), ["a"]);
    let number = r#"{"data":[{"name":1}]}"#;
    let page = serde_json::from_str::<List<Borrowed<'_>>>(number).expect("the item is kept");
    assert_eq!(
        (page.iter().count(), api_object::to_string(&page)),
        (0, number.to_owned())
    );
}

#[test]
fn the_cursor_is_known_of_an_item_that_is_not() {
    let json = format!(r#"{{"data":[{A},{{"id":"file-x"}}],"has_more":true}}"#);
    let page = comes_back::<List<File>>(&json);
    assert_eq!(page.next_cursor().as_deref(), Some("file-x"));
}

/// Ids may be numbers: a loop over pages that found no cursor there would end early, and nobody would know.
#[test]
fn the_cursor_is_a_number_where_ids_are() {
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Numbered {
        id: u64,
        name: String,
    }
    let cursor = |last: &str| {
        let json = format!(r#"{{"data":[{{"id":1,"name":"a"}},{last}],"has_more":true}}"#);
        let page = api_object::from_str::<List<Numbered>>(&json).unwrap();
        page.next_cursor().map(|cursor| cursor.into_owned())
    };
    assert_eq!(
        cursor(r#"{"id":18446744073709551615,"name":"b"}"#).as_deref(),
        Some("18446744073709551615")
    );
    assert_eq!(cursor(r#"{"id":-7}"#).as_deref(), Some("-7"));
    assert_eq!(cursor(r#"{"id":7.5,"name":"b"}"#), None);
}

#[test]
fn a_page_full_of_unreadable_items_is_read() {
    let data = vec!["[]"; 300].join(",");
    let json = format!(r#"{{"data":[{data}]}}"#);
    let page = comes_back::<List<File>>(&json);
    assert_eq!(page.report().issues().len(), 300);
    assert_eq!(page.data.unreadable().count(), 300);
}

#[test]
fn what_is_no_page_is_refused() {
    let error = api_object::from_str::<List<File>>(r#"{"error":{"message":"no"}}"#).unwrap_err();
    assert_eq!(error.first().issue.code, Code::MissingMember);
    let error = api_object::from_str::<List<File>>(r#"{"data":{}}"#).unwrap_err();
    assert_eq!(error.first().issue.pointer.as_str(), "/data");
    assert!(
        api_object::from_str::<Vec<u8>>(r#"[1,"x"]"#).is_err(),
        "a plain list is strict"
    );
}

#[test]
fn unknown_members_and_misfits_of_the_envelope_are_kept() {
    let json = r#"{"object":"list","data":[],"next":{"href":"/x"},"total":0}"#;
    assert_snapshot!(report_of::<List<File>>(json), @r#"
        violation[misfit] /next: expected a string or null, found {"href":"/x"}
        drift[unknown_member] /total: total is a member that List does not know
        1 violation, 1 drift
    "#);
}

#[test]
fn items_stand_in_any_object() {
    let json = format!(
        r#"{{"object":"search.page","query":"q","data":[{A},{A},"x"],"below":[[1,"x"],5,[]]}}"#
    );
    let search = comes_back::<Search>(&json);
    assert_snapshot!(search.report(), @r#"
        violation[len] /data: data has 3 elements, expected at most 2
        violation[unique] /data/1: data[1] is an object, the same as element 0
        violation[misfit] /data/2: expected an object (File), found "x"
        violation[misfit] /below/0/1: expected an integer from 0 to 255, found "x"
        violation[misfit] /below/1: expected an array, found 5
        5 violations
    "#);
    assert_eq!(search.data().iter().count(), 2);
}

#[test]
fn pages_are_built_and_taken_apart() {
    let file = |name: &str| File {
        id: FileId::from(name),
        bytes: 1,
        ratio: None,
        extra: Extra::new(),
    };
    let mut page: List<File> = vec![file("file-a")].into();
    page.data.push(file("file-b"));
    page.has_more = true.into();
    page.last_id = Nullable::Value(Str::from("file-b"));
    for item in page.data.iter_mut() {
        item.bytes += 1;
    }
    let json = api_object::to_string(&page);
    assert_eq!(*round_trips::<List<File>>(&json), page);
    assert_eq!((&page).into_iter().count(), 2);
    assert_eq!(page.data.get(1).map(File::bytes), Some(2));
    assert_eq!(page.data.clone().into_all().map(|all| all.len()), Ok(2));
    assert_eq!(page.into_iter().map(|file| file.bytes).sum::<u64>(), 4);
    let bad = api_object::from_str::<Items<u8>>(r#"[1,"x"]"#)
        .unwrap()
        .lenient();
    assert_eq!(bad.into_all().unwrap_err().json().as_str(), "\"x\"");
}

#[test]
fn a_page_begins_empty_and_grows() {
    let mut page = List::<u8>::default();
    assert_eq!(
        api_object::to_string(&page),
        r#"{"object":"list","data":[]}"#
    );
    page.data.extend([1, 2]);
    page.data.extend(page.data.clone());
    assert_eq!(
        api_object::to_string(&page),
        r#"{"object":"list","data":[1,2,1,2]}"#
    );
}

/// Through serde, too, each member that an item lacks is told at its own place.
#[test]
fn what_an_item_lacks_is_told_member_by_member_on_each_road() {
    let json = format!(
        r#"{{"object":"search.page","query":"q","data":[{A},{{"object":"file"}},{{"id":"file-c"}}]}}"#
    );
    let ours = comes_back::<Search>(&json).report();
    let theirs: Search = serde_json::from_reader(json.as_bytes()).unwrap();
    assert_eq!(theirs.check(), ours);
    assert_snapshot!(ours, @"
        violation[len] /data: data has 3 elements, expected at most 2
        violation[missing_member] /data/1/id: `id` is missing
        violation[missing_member] /data/1/bytes: `bytes` is missing
        violation[missing_member] /data/2/bytes: `bytes` is missing
        4 violations
    ");
}
