//! Hand-written values and a hand-written job, for the tests of rules, checks and successors.

use crate::describe::{
    Change, Descriptor, EnumType, FullTerms, Given, IdType, Member, ObjectType, Shape, Terms,
    UnionType, UnionVariant, Word,
};
use crate::extra::{Aside, Extra};
use crate::fault::Why;
use crate::issue::Issue;
use crate::node::{Map, Node, View};
use crate::object::{Borrower, Lent, Object, Special};
use crate::raw::RawJson;
use crate::rules::{Ask, Bound, Order, Rule, Statuses};
use crate::text::Str;
use crate::union::{Active, Union, UnknownObject};

/// A value of any kind.
#[derive(Clone)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Single(f32),
    Text(&'static str),
    Inline(Str),
    Id(&'static IdType, Str),
    Word(&'static EnumType, Result<usize, &'static str>),
    Object(Job),
    Union(Box<Either>),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
    Raw(RawJson),
}

impl Value {
    pub(crate) fn raw(json: &str) -> Self {
        Value::Raw(RawJson::trusted(json))
    }

    pub(crate) fn id(id: &'static IdType, text: &str) -> Self {
        Value::Id(id, Str::from(text))
    }
}

impl Node for Value {
    fn view(&self) -> View<'_> {
        match self {
            Value::Null => View::Null,
            Value::Bool(value) => View::Bool(*value),
            Value::Unsigned(value) => View::Unsigned(*value),
            Value::Signed(value) => View::Signed(*value),
            Value::Float(value) => View::Float(*value),
            Value::Single(value) => View::Single(*value),
            Value::Text(text) => View::Text(text),
            Value::Inline(text) => View::Inline(text),
            Value::Id(id, text) => View::Id(id, text),
            Value::Word(words, word) => View::Word(words, *word),
            Value::Object(object) => View::Object(object),
            Value::Union(union) => View::Union(&**union),
            Value::List(list) => View::List(list),
            Value::Map(map) => View::Map(map),
            Value::Raw(raw) => View::Raw(raw),
        }
    }
}

impl Map for Vec<(String, Value)> {
    fn count(&self) -> usize {
        self.len()
    }

    fn each(&self, f: &mut dyn FnMut(&str, &dyn Node)) {
        self.iter().for_each(|(key, value)| f(key, value));
    }
}

/// An object of any type: a job, most often.
#[derive(Clone)]
pub(crate) struct Job {
    pub(crate) object: &'static ObjectType,
    pub(crate) fields: Vec<Value>,
    pub(crate) extra: Extra,
    /// What the user's own rules say is wrong.
    pub(crate) complaint: Option<&'static str>,
}

impl Object for Job {
    fn lend(&self, f: &mut dyn Borrower) {
        let fields: Vec<&dyn Node> = self.fields.iter().map(|value| value as &dyn Node).collect();
        f.take(&Lent {
            object: self.object,
            extra: Some(&self.extra),
            fields: &fields,
        });
    }

    fn special(&self) -> Option<&dyn Special> {
        Some(self)
    }
}

impl Special for Job {
    fn custom(&self, number: u16) -> Result<(), String> {
        self.complaint
            .map_or(Ok(()), |complaint| Err(format!("{complaint} ({number})")))
    }
}

impl Node for Job {
    fn view(&self) -> View<'_> {
        View::Object(self)
    }
}

impl Job {
    pub(crate) const SUCCEEDED: usize = 4;
    pub(crate) fn new(object: &'static ObjectType, fields: Vec<Value>) -> Self {
        assert_eq!(object.members.len(), fields.len());
        Job {
            object,
            fields,
            extra: Extra::new(),
            complaint: None,
        }
    }

    fn place(&self, name: &str) -> usize {
        let mut members = self.object.members.iter();
        members.position(|member| member.name == name).unwrap()
    }

    pub(crate) fn set(&mut self, name: &str, value: Value) -> &mut Self {
        let place = self.place(name);
        self.fields[place] = value;
        self
    }

    pub(crate) fn null(&mut self, name: &str) -> &mut Self {
        self.set(name, Value::Null)
    }

    /// Makes a member null, and says that it was not as its type writes it.
    pub(crate) fn deviate(&mut self, name: &str) -> &mut Self {
        let place = self.place(name);
        self.extra.deviate(place);
        self.null(name)
    }

    pub(crate) fn status(&mut self, word: &str) -> &mut Self {
        self.set("status", nested::status(word))
    }

    pub(crate) fn unknown_status(&mut self, word: &'static str) -> &mut Self {
        self.set("status", Value::Word(&STATUS, Err(word)))
    }

    pub(crate) fn set_aside(&mut self, name: &str, json: &str) -> &mut Self {
        let member = self.place(name);
        self.extra.put_aside(Aside {
            member,
            raw: RawJson::trusted(json),
            why: Why::misfit(&Shape::Bool),
        });
        self
    }

    pub(crate) fn with_unknown(mut self, name: &str, json: &str) -> Self {
        self.extra.push_unknown(&format!("\"{name}\":{json}"));
        self
    }
}

/// The report on an object, line by line.
pub(crate) fn lines(job: &Job) -> Vec<String> {
    let report = super::check(job.view());
    report.issues().iter().map(Issue::to_string).collect()
}

/// Values that stand in a job.
pub(crate) mod nested {
    use super::*;

    pub(crate) fn status(word: &str) -> Value {
        let place = STATUS.words.iter().position(|known| known.name == word);
        Value::Word(&STATUS, Ok(place.unwrap()))
    }

    pub(crate) fn hyperparameters(n_epochs: Value) -> Job {
        Job::new(&HYPERPARAMETERS, vec![n_epochs])
    }

    pub(crate) fn wandb(project: &'static str) -> Job {
        Job::new(&WANDB, vec![Value::Text(project)])
    }

    pub(crate) fn union(object: Job) -> Value {
        Value::Union(Box::new(Either::Known(Value::Object(object))))
    }

    pub(crate) fn unknown_union(tag: &str, json: &str) -> Value {
        let tag = (!tag.is_empty()).then_some(tag);
        let object = UnknownObject::new(tag, RawJson::trusted(json));
        Value::Union(Box::new(Either::Unknown(object)))
    }

    pub(crate) fn file(id: &str) -> Value {
        Value::id(&FILE_ID, id)
    }
}

#[derive(Clone)]
pub(crate) enum Either {
    Known(Value),
    Unknown(UnknownObject),
}

impl Union for Either {
    fn union_type(&self) -> &'static UnionType {
        &INTEGRATION
    }

    fn active(&self) -> Active<'_> {
        match self {
            Either::Known(value) => Active::Known(0, value),
            Either::Unknown(object) => Active::Unknown(object),
        }
    }
}

/// A job without a deviation, in the status at this place.
pub(crate) fn job(status: usize) -> Job {
    let ended = status == Job::SUCCEEDED;
    let if_ended = |value| if ended { value } else { Value::Null };
    let fields = vec![
        Value::id(&JOB_ID, "ftjob-1"),
        Value::Signed(10),
        Value::Word(&STATUS, Ok(status)),
        if_ended(Value::Text("ft:1")),
        if_ended(Value::Signed(20)),
        Value::Null,
        Value::Object(nested::hyperparameters(Value::Text("auto"))),
        Value::List(vec![nested::file("file-1"), nested::file("file_2")]),
        Value::List(vec![nested::union(nested::wandb("p"))]),
        Value::Signed(7),
        Value::List(vec![Value::Text("a"), Value::Text("b")]),
        Value::Map(vec![("team".to_owned(), Value::Text("x"))]),
    ];
    Job::new(&JOB, fields)
}

pub(crate) static JOB_ID: IdType = IdType::new("JobId", &["ftjob-"]);
pub(crate) static FILE_ID: IdType = IdType::new("FileId", &["file-", "file_"]);

/// The place of a status among those of a job.
pub(crate) fn status(word: &str) -> usize {
    let place = STATUS.words.iter().position(|known| known.name == word);
    place.unwrap()
}

pub(crate) static STATUS: EnumType = EnumType::new(
    "JobStatus",
    "",
    &[
        Word::new("validating_files").before(0b1100010),
        Word::new("queued").before(0b1100100),
        Word::new("running").before(0b1111000),
        Word::new("paused").before(0b1000010),
        Word::new("succeeded").before(0),
        Word::new("failed").before(0),
        Word::new("cancelled").before(0),
    ],
);

const NOT_RUNNING: Statuses = Statuses::of_places(&[0, 1, 3, 4, 5, 6]);
const EPOCHS: Rule = Rule::new(Ask::Range(Bound::Integer(1), Bound::Integer(50)));

static HYPERPARAMETERS: ObjectType = ObjectType::new(
    "Hyperparameters",
    "",
    &[Member::new(
        "n_epochs",
        "",
        Shape::Auto(&Shape::Integer { min: 0, max: 255 }),
    )
    .terms(Terms::Full(&FullTerms {
        change: Change::SetOnce,
        rules: &[EPOCHS],
        ..FullTerms::NONE
    }))],
);

static WANDB: ObjectType = ObjectType::new(
    "Wandb",
    "",
    &[Member::new("project", "", Shape::Text).terms(Terms::Immutable)],
);

static INTEGRATION: UnionType = UnionType::new(
    "Integration",
    "",
    "type",
    &[UnionVariant::new(
        "wandb",
        "",
        Shape::Named(|| Descriptor::Object(&WANDB)),
    )],
)
.open();

const FILE: Shape = Shape::Named(|| Descriptor::Id(&FILE_ID));
const FILES: Shape = Shape::List(&FILE);
const INTEGRATIONS: Shape = Shape::List(&Shape::Named(|| Descriptor::Union(&INTEGRATION)));

pub(crate) static JOB: ObjectType = ObjectType::new("Job", "", MEMBERS)
    .tag("object", "fine_tuning.job", &["fine-tune"])
    .keeps_extra()
    .lifecycle(2, &STATUS)
    .with_rules(&[Rule::new(Ask::Custom(9)).note()]);

const MEMBERS: &[Member] = &[
    Member::new("id", "", Shape::Named(|| Descriptor::Id(&JOB_ID))).terms(Terms::Immutable),
    Member::new("created_at", "", Shape::UnixSeconds).terms(Terms::Immutable),
    Member::new("status", "", Shape::Named(|| Descriptor::OpenEnum(&STATUS))),
    Member::new("fine_tuned_model", "", Shape::Nullable(&Shape::Text)).terms(Terms::Full(
        &FullTerms {
            change: Change::SetOnce,
            set_in: 1 << 4,
            null_in: 0b1111,
            rules: &[Rule::new(Ask::Custom(3))],
            ..FullTerms::NONE
        },
    )),
    Member::new("finished_at", "", Shape::Nullable(&Shape::UnixSeconds)).terms(Terms::Full(
        &FullTerms {
            set_in: 1 << 4,
            null_in: 0b1111,
            rules: &[Rule::new(Ask::Order(Order::NotBefore, 1))],
            ..FullTerms::NONE
        },
    )),
    Member::new("estimated_finish", "", Shape::Nullable(&Shape::UnixSeconds))
        .terms(Terms::Rules(&[Rule::new(Ask::NullIn(NOT_RUNNING)).note()])),
    Member::new(
        "hyperparameters",
        "",
        Shape::Nullable(&Shape::Named(|| Descriptor::Object(&HYPERPARAMETERS))),
    ),
    Member::new("result_files", "", FILES),
    Member::new("integrations", "", Shape::Nullable(&INTEGRATIONS))
        .terms(Terms::Given(Given::Optional, &[Rule::new(Ask::Len(0, 5))])),
    Member::new("seed", "", Shape::Integer { min: 0, max: 99 }),
    Member::new("tags", "", Shape::List(&Shape::Text)).terms(Terms::Rules(&[
        Rule::new(Ask::Unique),
        Rule::new(Ask::Each(&[Rule::new(Ask::Len(1, 3))])),
    ])),
    Member::new("metadata", "", Shape::Map(&Shape::Text)).terms(Terms::Rules(&[Rule::new(
        Ask::Each(&[Rule::new(Ask::Len(0, 3)).note()]),
    )])),
];
