//! Random documents of declared types: what is decoded and encoded again is the same value, and both
//! readers read alike. The generator is seeded; a failure names its document.

use api_object::{ApiObject, Auto, Extra, Node, UnixSeconds, UnknownObject, UnknownValue};

use serde::de::DeserializeOwned;

use crate::json_value::JsonValue;
use crate::model_case::FineTuningJob;
use crate::round_trip::comes_back;

const DOCUMENTS: u64 = 1_000;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "tree", former("shrub"))]
struct Tree {
    id: String,
    #[api(default = 3)]
    depth: u8,
    kind: Option<Kind>,
    #[api(optional)]
    left: Option<Box<Tree>>,
    right: Option<Box<Tree>>,
    #[api(default)]
    leaves: Vec<Leaf>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Kind {
    Oak,
    #[api(alias("spruce"))]
    Fir,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Leaf {
    Green(Green),
    #[api(alias = "autumnal")]
    Red(Red),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Green {
    size: Auto<f64>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Red {
    #[api(optional)]
    since: Option<UnixSeconds>,
    #[api(extra)]
    extra: Extra,
}

/// Xorshift, after Marsaglia (2003).
struct Random(u64);

/// Writes documents; `damage` says whether values that fit no type may stand where one may be left out.
struct Documents {
    random: Random,
    damage: bool,
}

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

impl Documents {
    fn new(seed: u64, damage: bool) -> Self {
        // Seeds that differ little give numbers that differ little at first.
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        (0..8).for_each(|_| _ = random.next());
        Documents { random, damage }
    }

    /// The members that were chosen, in any order, with unknown ones among them.
    fn object(&mut self, members: Vec<Option<String>>) -> String {
        let mut members: Vec<String> = members.into_iter().flatten().collect();
        for i in 0..self.random.below(3) {
            let value = self.anything(3);
            members.push(format!("\"x{i}\\\"\":{value}"));
        }
        if self.random.one_in(2) {
            for i in (1..members.len()).rev() {
                members.swap(i, self.random.below(i + 1));
            }
        }
        format!("{{{}}}", members.join(","))
    }

    fn anything(&mut self, depth: usize) -> String {
        match self.random.below(if depth == 0 { 5 } else { 7 }) {
            0 => "null".to_owned(),
            1 => self.random.pick(&["true", "false"]).to_owned(),
            2 => self.number(),
            3 => self.text(),
            4 => self.random.pick(&["{}", "[]", "\"\""]).to_owned(),
            5 => format!(
                "[{},{}]",
                self.anything(depth - 1),
                self.anything(depth - 1)
            ),
            _ => format!(
                "{{\"a\":{},\"type\":{}}}",
                self.anything(depth - 1),
                self.anything(depth - 1)
            ),
        }
    }

    fn number(&mut self) -> String {
        match self.random.below(4) {
            0 => (self.random.next() as i64).to_string(),
            1 => self.random.next().to_string(),
            2 => (self.random.below(1_000) as f64 / 8.0).to_string(),
            _ => self.random.below(200).to_string(),
        }
    }

    /// Texts that both writers spell alike, since unknown values are compared as they were spelled.
    fn text(&mut self) -> String {
        let text = self.random.pick(&[
            "",
            "a",
            "é😀",
            "\\n\\\"\\\\",
            "a text that is too long to be stored in place",
            "null",
        ]);
        format!("\"{text}\"")
    }

    fn required(&mut self, name: &str, value: String) -> Option<String> {
        Some(format!("\"{name}\":{value}"))
    }

    /// A member that may be absent, null, or (where there may be damage) anything.
    fn loose(&mut self, name: &str, value: String, nullable: bool) -> Option<String> {
        let value = match self.random.below(8) {
            0 => return None,
            1 if nullable => "null".to_owned(),
            2 if self.damage => self.anything(2),
            _ => value,
        };
        Some(format!("\"{name}\":{value}"))
    }

    fn tag(&mut self, words: &[&str]) -> Option<String> {
        let word = self.random.pick(words);
        (!self.random.one_in(6)).then(|| format!("\"object\":\"{word}\""))
    }

    fn list(&mut self, mut item: impl FnMut(&mut Self) -> String) -> String {
        let items: Vec<String> = (0..self.random.below(4)).map(|_| item(self)).collect();
        format!("[{}]", items.join(","))
    }

    fn tree(&mut self, depth: usize) -> String {
        let below = |this: &mut Self| match depth {
            0 => "null".to_owned(),
            _ => this.tree(depth - 1),
        };
        let (left, right) = (below(self), below(self));
        let kind = self
            .random
            .pick(&["\"oak\"", "\"fir\"", "\"spruce\"", "\"palm\"", "\"\""])
            .to_owned();
        let id = self.text();
        let (few, leaves) = (self.random.below(256).to_string(), self.list(Self::leaf));
        let members = vec![
            self.tag(&["tree", "tree", "shrub"]),
            self.required("id", id),
            self.loose("depth", few, false),
            self.loose("kind", kind, true),
            self.loose("left", left, true),
            self.loose("right", right, true),
            self.loose("leaves", leaves, false),
        ];
        self.object(members)
    }

    fn leaf(&mut self) -> String {
        let number = self.number();
        let size = self
            .random
            .pick(&["\"auto\"", "0.5", "1e3", &number])
            .to_owned();
        let tag = |word: &str| Some(format!("\"type\":{word}"));
        let members = match self.random.below(5) {
            0 => vec![tag("\"green\""), self.required("size", size)],
            1 => vec![tag("\"red\""), self.loose("since", "5".to_owned(), true)],
            2 => vec![
                tag("\"autumnal\""),
                self.loose("since", "-5".to_owned(), true),
            ],
            3 => vec![tag("\"brown\"")],
            _ => vec![None],
        };
        self.object(members)
    }

    fn job(&mut self) -> String {
        let status = self.random.pick(&[
            "\"validating_files\"",
            "\"queued\"",
            "\"running\"",
            "\"paused\"",
            "\"succeeded\"",
            "\"failed\"",
            "\"cancelled\"",
            "\"expired\"",
        ]);
        let (status, model, org) = (status.to_owned(), self.text(), self.text());
        let hyperparameters = self.hyperparameters();
        let members = vec![
            self.loose("message", "\"m\"".to_owned(), true),
            self.loose("code", "null".to_owned(), true),
        ];
        let error = self.object(members);
        let files = self.list(|this| {
            this.random
                .pick(&["\"file-1\"", "\"f\"", "\"file-abcdefghijklmnopqrstuvwxyz\""])
                .to_owned()
        });
        let integrations = self.list(Self::integration);
        let members = vec![
            self.tag(&["fine_tuning.job"]),
            self.required("id", "\"ftjob-abc123\"".to_owned()),
            self.required("created_at", "1721764800".to_owned()),
            self.required("status", status),
            self.loose("error", error, true),
            self.loose("fine_tuned_model", "\"ft:gpt\"".to_owned(), true),
            self.loose("finished_at", "1721764900".to_owned(), true),
            self.loose("estimated_finish", "0".to_owned(), true),
            self.loose("trained_tokens", "5768".to_owned(), true),
            self.loose("hyperparameters", hyperparameters, true),
            self.required("model", model),
            self.required("organization_id", org),
            self.required("training_file", "\"file-abc\"".to_owned()),
            self.loose("validation_file", "\"file-def\"".to_owned(), true),
            self.required("result_files", files),
            self.loose("integrations", integrations, true),
            self.required("seed", "-42".to_owned()),
        ];
        self.object(members)
    }

    fn hyperparameters(&mut self) -> String {
        let auto = |this: &mut Self| {
            this.random
                .pick(&["\"auto\"", "1", "4", "300", "0"])
                .to_owned()
        };
        let (epochs, batch, rate) = (
            auto(self),
            auto(self),
            self.random
                .pick(&["\"auto\"", "0.1", "2", "-1.5"])
                .to_owned(),
        );
        let members = vec![
            self.loose("n_epochs", epochs, true),
            self.loose("batch_size", batch, true),
            self.loose("learning_rate_multiplier", rate, true),
        ];
        self.object(members)
    }

    fn integration(&mut self) -> String {
        let settings = vec![
            self.required("project", "\"p\"".to_owned()),
            self.loose("name", "\"n\"".to_owned(), true),
            self.loose("tags", "[\"a\",\"b\"]".to_owned(), false),
        ];
        let settings = self.object(settings);
        let kind = self.random.pick(&["\"wandb\"", "\"mlflow\""]);
        let members = vec![
            Some(format!("\"type\":{kind}")),
            self.required("wandb", settings),
        ];
        self.object(members)
    }
}

#[test]
fn random_trees_come_back() {
    for seed in 0..DOCUMENTS {
        let mut documents = Documents::new(seed, seed % 2 == 0);
        let _ = comes_back::<Tree>(&documents.tree(3));
    }
}

#[test]
fn random_jobs_come_back() {
    for seed in 0..DOCUMENTS {
        let mut documents = Documents::new(seed, seed % 2 == 0);
        let _ = comes_back::<FineTuningJob>(&documents.job());
    }
}

/// What fits is read alike by `serde_json`, which refuses what does not.
#[test]
fn both_readers_read_random_documents_alike() {
    for seed in 0..DOCUMENTS {
        reads_alike::<FineTuningJob>(&Documents::new(seed, false).job());
        reads_alike::<Tree>(&Documents::new(seed, false).tree(2));
    }
}

/// Values that are kept as text may have their members in another order: a bridge sorts what comes
/// before the tag of a union. So both are compared as what they write.
fn reads_alike<T: DeserializeOwned + Node>(json: &str) {
    let theirs: T = serde_json::from_str(json).expect(json);
    let written = api_object::to_string(&theirs);
    assert_eq!(
        JsonValue::read(&written),
        JsonValue::read(json),
        "{written}\n{json}"
    );
}

/// A document with one byte changed or lost is read or refused, never a panic; what is read comes back.
#[test]
fn damaged_texts_are_read_or_refused() {
    let mut refused = 0;
    for seed in 0..DOCUMENTS {
        let mut documents = Documents::new(seed, false);
        let mut bytes = documents.tree(2).into_bytes();
        let at = documents.random.below(bytes.len());
        match documents.random.below(3) {
            0 => {
                let other = ["\"", "{", "}", ",", "0", "\\", "]", "n"];
                bytes[at] = documents.random.pick(&other).as_bytes()[0];
            }
            1 => drop(bytes.remove(at)),
            _ => bytes.truncate(at),
        }
        let theirs = serde_json::from_slice::<Box<serde_json::value::RawValue>>(&bytes);
        match api_object::from_slice::<Tree>(&bytes) {
            Ok(_) => assert!(theirs.is_ok(), "{}", String::from_utf8_lossy(&bytes)),
            Err(error) => {
                refused += 1;
                assert!(error.first().line == 1 && error.first().column >= 1);
                let is_syntax = error
                    .issues()
                    .any(|i| i.issue.code == api_object::Code::Syntax);
                assert_eq!(
                    is_syntax,
                    theirs.is_err(),
                    "{error}\nin {}",
                    String::from_utf8_lossy(&bytes)
                );
            }
        }
    }
    assert!(
        refused > DOCUMENTS / 2,
        "{refused} of {DOCUMENTS} were refused"
    );
}
