//! Every style of union, beside its bare variant and beside serde's own spelling of it.

use api_object::{Auto, Described, Fill, Node};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::ours::by_api_object;
use super::{BASELINE, Case, Task};
use crate::data::Document;
use crate::peers;
use crate::unions::{self, *};
use crate::ways::{Way, by_serde_json};

/// Two cases of reading for each style, and one of writing, to which the order of the members is no matter. The budget is ten per
/// cent more than the bare variant where the tag comes first.
pub(super) fn all(corpus: &unions::Corpus) -> Vec<Case<'_>> {
    let mut cases = Vec::new();
    let tag_first = beside_bare::<BareToolCall, Item>("union, tag first / bare", &corpus.tag_first);
    cases.push(tag_first.must(1.0 / 1.1));
    cases.push(
        beside_serde::<SerdeItem, Item>("union, tag first", &corpus.tag_first)
            .through_serde::<Item>(&corpus.tag_first),
    );
    add::<BareToolCall, Item, SerdeItem>(
        &mut cases,
        ["union, tag last / bare", "union, tag last"],
        &corpus.tag_last,
    );
    add::<BareToolCall, OwnTag, SerdeItem>(
        &mut cases,
        [
            "union, tags of the objects / bare",
            "union, tags of the objects",
        ],
        &corpus.tag_first,
    );
    add::<BareEvent, Event, SerdeEvent>(
        &mut cases,
        ["union, content / bare", "union, content"],
        &corpus.content,
    );
    add::<BareEvent, Event, SerdeEvent>(
        &mut cases,
        [
            "union, content before tag / bare",
            "union, content before tag",
        ],
        &corpus.content_first,
    );
    add::<BarePart, Part, SerdePart>(
        &mut cases,
        ["union, keyed / bare", "union, keyed"],
        &corpus.keyed,
    );
    add::<BareCall, Call, SerdeCall>(
        &mut cases,
        ["union, two members / bare", "union, two members"],
        &corpus.two_members,
    );
    untagged(&mut cases, corpus);
    cases.extend(encoded(corpus));
    cases
}

fn untagged<'d>(cases: &mut Vec<Case<'d>>, corpus: &'d unions::Corpus) {
    add::<ToolCall, Choice, SerdeChoice>(
        cases,
        ["untagged, by kind / bare", "untagged, by kind"],
        &corpus.untagged,
    );
    add::<ToolCall, Outcome, SerdeOutcome>(
        cases,
        ["untagged, by trying / bare", "untagged, by trying"],
        &corpus.untagged,
    );
    add::<u32, Limit, SerdeLimit>(
        cases,
        [
            "untagged, word or number / bare",
            "untagged, word or number",
        ],
        &corpus.numbers,
    );
    add::<u32, Auto<u32>, peers::untagged::Auto<u32>>(
        cases,
        ["\"auto\" or number / bare", "\"auto\" or number"],
        &corpus.numbers,
    );
    add::<String, OneOrMany, SerdeOneOrMany>(
        cases,
        ["untagged, text or list / bare", "untagged, text or list"],
        &corpus.texts,
    );
}

fn encoded(corpus: &unions::Corpus) -> [Case<'_>; 10] {
    [
        encode::<SerdeItem, Item>("encode union, tag", &corpus.tag_first),
        encode::<SerdeItem, OwnTag>("encode union, tags of the objects", &corpus.tag_first),
        encode::<SerdeEvent, Event>("encode union, content", &corpus.content),
        encode::<SerdePart, Part>("encode union, keyed", &corpus.keyed),
        encode::<SerdeCall, Call>("encode union, two members", &corpus.two_members),
        encode::<SerdeChoice, Choice>("encode untagged, by kind", &corpus.untagged),
        encode::<SerdeOutcome, Outcome>("encode untagged, by trying", &corpus.untagged),
        encode::<SerdeLimit, Limit>("encode untagged, word or number", &corpus.numbers),
        encode::<peers::untagged::Auto<u32>, Auto<u32>>(
            "encode \"auto\" or number",
            &corpus.numbers,
        ),
        encode::<SerdeOneOrMany, OneOrMany>("encode untagged, text or list", &corpus.texts),
    ]
}

/// What was read from the document is written.
fn encode<'d, Serde, Union>(name: &'static str, document: &'d Document) -> Case<'d>
where
    Serde: DeserializeOwned + Serialize + 'd,
    Union: Fill<'d> + Described + Node + 'd,
{
    case(
        name,
        by_serde_json::<Vec<Serde>>(BASELINE).encode(document),
        by_api_object::<Vec<Union>>("api-object").encode(document),
    )
}

fn add<'d, Bare, Union, Serde>(
    cases: &mut Vec<Case<'d>>,
    [bare, serde]: [&'static str; 2],
    document: &'d Document,
) where
    Bare: Fill<'d> + Described + Node + 'd,
    Union: Fill<'d> + Described + Node + 'd,
    Serde: DeserializeOwned + Serialize + 'd,
{
    cases.push(beside_bare::<Bare, Union>(bare, document));
    cases.push(beside_serde::<Serde, Union>(serde, document));
}

fn beside_bare<'d, Bare, Union>(name: &'static str, document: &'d Document) -> Case<'d>
where
    Bare: Fill<'d> + Described + Node + 'd,
    Union: Fill<'d> + Described + Node + 'd,
{
    case(
        name,
        list::<Bare>("the bare variant", document),
        list::<Union>("api-object", document),
    )
}

fn beside_serde<'d, Serde, Union>(name: &'static str, document: &'d Document) -> Case<'d>
where
    Serde: DeserializeOwned + Serialize + 'd,
    Union: Fill<'d> + Described + Node + 'd,
{
    let serde = by_serde_json::<Vec<Serde>>(BASELINE).decode(document, document);
    case(name, serde, list::<Union>("api-object", document))
}

fn list<'d, T: Fill<'d> + Described + Node + 'd>(
    name: &'static str,
    document: &'d Document,
) -> Way<'d> {
    by_api_object::<Vec<T>>(name).decode(document, document)
}

fn case<'d>(name: &'static str, baseline: Way<'d>, way: Way<'d>) -> Case<'d> {
    Case {
        name,
        task: Task::Other,
        objects: OBJECTS,
        baseline,
        ways: vec![way],
    }
}

impl<'d> Case<'d> {
    fn must(mut self, ratio: f64) -> Self {
        self.ways = self.ways.into_iter().map(|way| way.must(ratio)).collect();
        self
    }

    fn through_serde<T: DeserializeOwned + Serialize + 'd>(
        mut self,
        document: &'d Document,
    ) -> Self {
        let way = by_serde_json::<Vec<T>>("api-object, serde_json").decode(document, document);
        self.ways.push(way);
        self
    }
}
