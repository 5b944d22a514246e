//! What a union finds of an object before it reads it: members wherever they stand, and however their names are written.
//!
//! Each document is read through serde as well, which tries all variants and looks at nothing before.

use api_object::describe::Presence;
use api_object::{ApiObject, Descriptor, Extra, UnknownObject};

use crate::round_trip::round_trips;

/// Told apart by what must be there; the first has a member with two names, and the last has none that must be there.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Source {
    Link(Link),
    Upload(Upload),
    Loose(Loose),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Link {
    #[api(optional)]
    title: Option<String>,
    #[api(alias = "uri")]
    url: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Upload {
    #[api(optional)]
    title: Option<String>,
    data: String,
    bytes: u32,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Loose {
    #[api(optional)]
    title: Option<String>,
    note: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// Members that nobody declared, and a comma behind them.
fn strangers(count: usize) -> String {
    (0..count).map(|n| format!("\"s{n}\":[{n}],")).collect()
}

#[test]
fn what_must_be_there_is_found_wherever_it_stands() {
    let source = |json: &str| round_trips::<Source>(json).lenient();
    for count in [0, 1, 14, 15, 16, 17, 40] {
        let strangers = strangers(count);
        let link = source(&format!("{{{strangers}\"url\":\"u\"}}"));
        assert!(matches!(link, Source::Link(_)), "{count}");
        let upload = source(&format!("{{{strangers}\"bytes\":1,\"data\":\"d\"}}"));
        assert!(matches!(upload, Source::Upload(_)), "{count}");
        let loose = source(&format!("{{{strangers}\"bytes\":1,\"note\":null}}"));
        assert!(matches!(loose, Source::Loose(_)), "{count}");
    }
}

#[test]
fn names_with_escapes_and_aliases_are_there_too() {
    let source = |json: &str| api_object::from_str::<Source>(json).unwrap().lenient();
    assert!(matches!(source(r#"{"uri":"u"}"#), Source::Link(_)));
    assert!(matches!(source(r#"{"u\u0072l":"u"}"#), Source::Link(_)));
    assert!(matches!(source(r#"{"u\u0072i":"u"}"#), Source::Link(_)));
    let upload = source(r#"{"\u0062ytes":1,"d\u0061ta":"d"}"#);
    assert!(matches!(upload, Source::Upload(_)));
    // What looks like a name of a member, and means another.
    assert!(matches!(
        source(r#"{"\\u0075rl":1,"note":null}"#),
        Source::Loose(_)
    ));
    assert!(matches!(
        source(r#"{"url\"":1,"note":null}"#),
        Source::Loose(_)
    ));
}

/// A tag of its own in each, which alone says which it is, and a member besides where two have the same.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Item {
    #[api(when(role = "user"))]
    User(Said),
    #[api(when(role = "system"))]
    System(Said),
    Call(Call),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "message"))]
struct Said {
    role: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "call"), former("call_v1"))]
struct Call {
    name: String,
    #[api(extra)]
    extra: Extra,
}

fn kind(json: &str) -> &'static str {
    match round_trips::<Item>(json).lenient() {
        Item::User(_) => "user",
        Item::System(_) => "system",
        Item::Call(_) => "call",
        Item::Other(_) => "other",
    }
}

#[test]
fn a_tag_and_what_is_asked_beside_it_are_found_wherever_they_stand() {
    for count in [0, 1, 15, 16, 17, 40] {
        let strangers = strangers(count);
        let kind = |rest: &str| kind(&format!("{{{strangers}{rest}}}"));
        assert_eq!(kind(r#""type":"message","role":"user""#), "user");
        assert_eq!(kind(r#""role":"system","type":"message""#), "system");
        assert_eq!(kind(r#""role":"guest","type":"message""#), "other");
        assert_eq!(
            kind(r#""role":"user","type":"\u0063all","name":"n""#),
            "call"
        );
        assert_eq!(kind(r#""name":"n","type":"call_v1""#), "call");
        assert_eq!(kind(r#""type":"other","role":"user""#), "other");
        assert_eq!(kind(r#""type":1,"role":"user""#), "other");
        assert_eq!(kind(r#""role":"user""#), "other");
    }
    // Of several tags the first counts, and of several members that are asked for any.
    let kind = |json: &str| match api_object::from_str::<Item>(json) {
        Ok(item) => matches!(item.lenient(), Item::Other(_)),
        Err(error) => panic!("{error}"),
    };
    assert!(kind(r#"{"x":1,"type":"b","type":"call","name":"n"}"#));
    assert!(kind(r#"{"x":1,"type":1,"type":"call","name":"n"}"#));
    let twice = r#"{"x":1,"role":"guest","type":"message","role":"user"}"#;
    let error = api_object::from_str::<Item>(twice).unwrap_err();
    assert_eq!(error.first().issue.pointer.as_str(), "/role");
}

/// Unions within variants that do not fit, so that other objects are looked through before the next variant is asked for.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Tree {
    Forest(Forest),
    Grove(Grove),
    Direct(Below),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Below {
    Pair(Pair),
    Name(Leaf),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Forest {
    trees: Vec<Below>,
    size: u8,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Grove {
    trees: Vec<Below>,
    size: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Leaf {
    name: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Pair {
    name: String,
    size: u8,
}

#[test]
fn members_of_an_object_are_not_taken_for_those_of_another() {
    let tree = |json: &str| round_trips::<Tree>(json).lenient();
    let trees = r#""trees":[{"name":"a","size":1},{"name":"b"}]"#;
    let forest = tree(&format!(r#"{{{trees},"size":2}}"#));
    assert!(matches!(forest, Tree::Forest(_)));
    let Tree::Grove(grove) = tree(&format!(r#"{{{trees},"size":"two"}}"#)) else {
        panic!("no grove");
    };
    let kinds = grove
        .trees
        .iter()
        .map(|tree| matches!(tree, Below::Pair(_)));
    assert_eq!(kinds.collect::<Vec<_>>(), [true, false]);
    let leaf = tree(r#"{"name":"c"}"#);
    assert!(matches!(leaf, Tree::Direct(Below::Name(_))));
    let pair = tree(r#"{"size":3,"name":"d"}"#);
    assert!(matches!(pair, Tree::Direct(Below::Pair(_))));
    let neither = api_object::from_str::<Tree>(r#"{"trees":[{"size":1}],"size":2}"#);
    let error = neither.unwrap_err().to_string();
    assert!(error.contains("/trees/0"), "{error}");
}

/// A table says of each member that may be left out that it may, and of no other.
#[test]
fn tables_mark_what_may_be_left_out() {
    #[derive(ApiObject)]
    struct Part {
        #[api(optional)]
        x: Option<u8>,
        #[api(default = 1)]
        y: u8,
        #[api(optional(nullable))]
        z: Option<u8>,
    }

    #[derive(ApiObject)]
    struct Whole {
        a: u8,
        #[api(optional)]
        b: Option<u8>,
        c: Option<u8>,
        #[api(optional, alias = "dd", immutable)]
        d: Option<u8>,
        #[api(flatten)]
        part: Part,
        #[api(extra)]
        extra: Extra,
    }

    let marked = |descriptor: Descriptor| {
        let Descriptor::Object(object) = descriptor else {
            panic!("no object");
        };
        let bits = |presence: Presence| {
            let is_it = |place: &usize| object.members[*place].presence() == presence;
            let places = (0..object.members.len()).filter(is_it);
            places.fold(0, |bits, place| bits | 1 << place)
        };
        let optional = bits(Presence::Optional);
        assert_eq!(object.masks.optional, optional, "{}", object.name);
        assert_eq!(object.masks.default, bits(Presence::Default));
        assert_eq!(object.masks.silent_null, bits(Presence::Nullable));
        optional
    };
    assert_eq!(marked(Part::DESCRIPTOR), 0b101);
    assert_eq!(marked(Whole::DESCRIPTOR), 0b101_1010);
    let [Descriptor::Object(link), Descriptor::Object(upload)] =
        [Link::DESCRIPTOR, Upload::DESCRIPTOR]
    else {
        panic!("no objects");
    };
    assert_eq!((link.masks.optional, upload.masks.optional), (1, 1));
    let whole = round_trips_whole(r#"{"a":1,"c":null,"y":2}"#);
    assert_eq!(whole, r#"{"a":1,"c":null,"y":2}"#);

    fn round_trips_whole(json: &str) -> String {
        api_object::to_string(&api_object::from_str::<Whole>(json).unwrap())
    }
}
