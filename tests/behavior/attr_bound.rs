//! `bound`, and what objects with parameters ask of them: nothing that no member asks.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::marker::PhantomData;

use api_object::{
    ApiObject, Described, Expandable, Extra, Fill, Node, OrderedMap, Str, UnknownObject,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::round_trip::round_trips;

/// No type of the runtime, and no type of serde.
#[derive(Debug, Clone, PartialEq)]
enum Euro {}

/// The parameter occurs in no member.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Money<C> {
    amount: u64,
    currency: PhantomData<C>,
    #[api(extra)]
    extra: Extra,
}

/// The parameter occurs only where serde knows it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Envelope<T>
where
    T: Serialize + DeserializeOwned + Default,
{
    #[api(serde)]
    data: T,
    of: std::marker::PhantomData<fn() -> T>,
}

/// Parameters of each kind.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Mixed<'a, T: Debug, U, const N: usize>
where
    U: PartialEq,
{
    name: &'a str,
    items: Vec<T>,
    #[api(optional, len(..=3))]
    more: Option<Vec<U>>,
    #[api(default = 7)]
    size: u32,
    array: PhantomData<[u8; N]>,
    #[api(extra)]
    extra: Extra,
}

/// A type whose member is not the parameter, but named by it.
trait Kind {
    type Id: for<'de> Fill<'de> + Described + Clone + PartialEq + Debug;
}

#[derive(Debug, Clone, PartialEq)]
struct Files;

impl Kind for Files {
    type Id = Str;
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(bound = "K: Kind")]
struct Reference<K: Kind> {
    id: K::Id,
}

/// The same, without a word: what the trait gives is asked, and not the parameter, which is no type of the runtime.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Inferred<K: Kind, L: Api, T: Clone + PartialEq + Debug> {
    id: K::Id,
    #[api(optional, len(..=2))]
    more: Option<Vec<<L as Api>::Id>>,
    item: Option<Box<L::Item<T>>>,
    rest: Vec<T>,
    #[api(extra)]
    extra: Extra,
}

/// Whose types nobody says to be members.
trait Api {
    type Id: Clone + PartialEq + Debug;
    type Item<T: Clone + PartialEq + Debug>: Clone + PartialEq + Debug;
}

impl Api for Files {
    type Id = Box<str>;
    type Item<T: Clone + PartialEq + Debug> = Vec<T>;
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Named<L: Api> {
    Id(L::Id),
    Ids(Vec<L::Id>),
}

type Hashing = std::hash::BuildHasherDefault<DefaultHasher>;

/// Keys of maps are asked what keys are asked, and nothing more: `Word` is no member of anything.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Maps<K, L: Keyed, V, S>
where
    K: Ord + std::hash::Hash,
    S: std::hash::BuildHasher,
{
    sorted: BTreeMap<K, V>,
    hashed: Option<HashMap<L::Key, Vec<V>>>,
    #[api(optional, len(..=2))]
    ordered: Option<OrderedMap<<L as Keyed>::Key, BTreeMap<K, u8>>>,
    own: HashMap<Nested<K>, bool, S>,
    #[api(extra)]
    extra: Extra,
}

/// Whose keys nobody says to be keys.
trait Keyed {
    type Key: Clone + Debug + Eq + std::hash::Hash;
}

impl Keyed for Files {
    type Key = Word;
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Word(String);

impl From<&str> for Word {
    fn from(word: &str) -> Self {
        Word(word.to_owned())
    }
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// A key that is made of a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Nested<K>(K);

impl<K: for<'a> From<&'a str>> From<&str> for Nested<K> {
    fn from(key: &str) -> Self {
        Nested(key.into())
    }
}

impl<K: AsRef<str>> AsRef<str> for Nested<K> {
    fn as_ref(&self) -> &str {
        self.0.as_ref()
    }
}

/// A key may be a value, too, and stand in a union.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Inverse<K: Ord> {
    One(K),
    Many(BTreeMap<K, K>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", bound = "T: Node + Described + for<'de> Fill<'de>")]
enum Wrapped<T> {
    Money(Money<T>),
    #[api(unknown)]
    Other(UnknownObject),
}

/// Bounds that say nothing, where nothing is asked.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(bound = "")]
struct Nothing<T> {
    count: u8,
    of: PhantomData<T>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Point {
    x: u8,
}

#[test]
fn a_phantom_is_no_member() {
    let json = r#"{"amount":7,"currency":"EUR"}"#;
    let money = round_trips::<Money<Euro>>(json);
    assert_eq!(money.amount(), 7);
    assert_eq!(money.extra.get("currency"), Some("\"EUR\""));
    let _ = round_trips::<Nothing<Euro>>(r#"{"count":1}"#);
}

#[test]
fn a_parameter_may_be_of_serde_alone() {
    let json = r#"{"data":{"x":1}}"#;
    assert_eq!(round_trips::<Envelope<Point>>(json).data(), &Point { x: 1 });
}

#[test]
fn parameters_of_each_kind_stand_beside_each_other() {
    let json = r#"{"name":"a","items":[1,2],"size":9,"new":null}"#;
    let mixed = api_object::from_str::<Mixed<'_, u8, Str, 4>>(json).unwrap();
    assert_eq!(api_object::to_string(&mixed), json);
    assert_eq!(
        (mixed.name(), mixed.items(), mixed.size()),
        ("a", &[1, 2][..], 9)
    );
    let theirs: Mixed<'_, u8, Str, 4> = serde_json::from_str(json).unwrap();
    assert_eq!(theirs, *mixed);
    let mixed = api_object::from_str::<Mixed<'_, Box<str>, u8, 0>>(r#"{"name":"","items":[]}"#);
    assert_eq!(
        api_object::to_string(&mixed.unwrap()),
        r#"{"name":"","items":[]}"#
    );
}

#[test]
fn given_bounds_take_the_place_of_what_members_ask() {
    let json = r#"{"id":"file-1"}"#;
    assert_eq!(
        round_trips::<Reference<Files>>(json).id().as_str(),
        "file-1"
    );
    let json = r#"{"type":"money","amount":7}"#;
    let _ = round_trips::<Wrapped<u8>>(json);
    let json = r#"{"id":"x","amount":1}"#;
    let _ = round_trips::<Expandable<Money<Euro>>>(json);
}

#[test]
fn what_a_trait_gives_for_a_parameter_is_asked_itself() {
    let json = r#"{"id":"f","more":["a"],"item":[1],"rest":[2],"new":0}"#;
    let inferred = round_trips::<Inferred<Files, Files, u8>>(json);
    assert_eq!(inferred.id().as_str(), "f");
    let odd = json.replace(r#"["a"]"#, r#"["a","b","c"]"#);
    let report = round_trips::<Inferred<Files, Files, u8>>(&odd).report();
    assert_eq!(report.issues()[0].pointer.as_str(), "/more");
    let named = round_trips::<Vec<Named<Files>>>(r#"["a",["b"]]"#);
    assert!(matches!(&named[1], Named::Ids(ids) if ids.len() == 1));
}

#[test]
fn the_keys_of_a_map_are_asked_themselves() {
    let json = r#"{"sorted":{"a":1,"b":2},"hashed":{"c":[3]},"ordered":{"z":{"a":1},"y":{}},"own":{"d":true},"new":0}"#;
    let maps = round_trips::<Maps<Word, Files, u8, Hashing>>(json);
    assert_eq!(maps.sorted().get(&Word("b".to_owned())), Some(&2));
    let odd = json
        .replace(r#""b":2"#, r#""b":"2""#)
        .replace(r#""z""#, r#""x":{},"z""#);
    let error = api_object::from_str::<Maps<Str, Files, u8, Hashing>>(&odd).unwrap_err();
    assert_eq!(error.first().issue.pointer.as_str(), "/sorted/b");
    let odd = json.replace(r#""z""#, r#""x":{},"z""#);
    let report = round_trips::<Maps<Str, Files, u8, Hashing>>(&odd).report();
    assert_eq!(report.issues()[0].pointer.as_str(), "/ordered");

    let inverse = round_trips::<Vec<Inverse<Str>>>(r#"["a",{"b":"c"}]"#);
    assert!(matches!(&inverse[1], Inverse::Many(map) if map.len() == 1));
}
