//! Graders: what gives an answer its marks.

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};

use super::GraderMessage;

/// What gives an answer its marks.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Grader {
    /// Compares two strings, right or wrong.
    StringCheck(StringCheckGrader),
    /// Measures how near two strings are.
    TextSimilarity(TextSimilarityGrader),
    /// Runs a program.
    Python(PythonGrader),
    /// Asks a model for a number.
    ScoreModel(ScoreModelGrader),
    /// Asks a model for a word.
    LabelModel(LabelModelGrader),
    /// Reckons with the marks of others.
    Multi(Box<MultiGrader>),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Compares two strings, right or wrong.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct StringCheckGrader {
    /// Names the grader.
    name: String,
    /// What is compared, a template.
    input: String,
    /// What it is compared with, a template.
    reference: String,
    /// How it is compared.
    operation: StringOperation,
    #[api(extra)]
    extra: Extra,
}

/// How two strings are compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum StringOperation {
    /// The same.
    Eq,
    /// Not the same.
    Ne,
    /// One holds the other.
    Like,
    /// One holds the other, in upper or lower case.
    Ilike,
    /// In a way that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// Measures how near two strings are.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct TextSimilarityGrader {
    /// Names the grader.
    name: String,
    /// What is measured, a template.
    input: String,
    /// What it is measured against, a template.
    reference: String,
    /// By which measure.
    evaluation_metric: SimilarityMetric,
    #[api(extra)]
    extra: Extra,
}

/// A measure of how near two strings are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum SimilarityMetric {
    /// The angle between two embeddings.
    Cosine,
    /// Fuzzy matching.
    FuzzyMatch,
    /// BLEU.
    Bleu,
    /// GLEU.
    Gleu,
    /// METEOR.
    Meteor,
    /// ROUGE over single words.
    #[api(rename = "rouge_1")]
    Rouge1,
    /// ROUGE over two words.
    #[api(rename = "rouge_2")]
    Rouge2,
    /// ROUGE over three words.
    #[api(rename = "rouge_3")]
    Rouge3,
    /// ROUGE over four words.
    #[api(rename = "rouge_4")]
    Rouge4,
    /// ROUGE over five words.
    #[api(rename = "rouge_5")]
    Rouge5,
    /// ROUGE over the longest common sequence.
    RougeL,
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// Runs a program.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct PythonGrader {
    /// Names the grader.
    name: String,
    /// The program.
    source: String,
    /// The image that it runs in.
    #[api(optional)]
    image_tag: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// Asks a model for a number.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ScoreModelGrader {
    /// Names the grader.
    name: String,
    /// The model.
    model: String,
    /// How the model is sampled.
    #[api(optional)]
    sampling_params: Option<GraderSampling>,
    /// What the model is asked.
    input: Vec<GraderMessage>,
    /// The lowest and the highest mark.
    #[api(optional, len(2))]
    range: Option<Vec<f64>>,
    #[api(extra)]
    extra: Extra,
}

/// How the model of a grader is sampled.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct GraderSampling {
    /// What the random numbers begin with.
    #[api(optional)]
    seed: Option<i64>,
    /// How much of what is likely is chosen from.
    #[api(optional, range(0..=1))]
    top_p: Option<f64>,
    /// How much chance there is in the answers.
    #[api(optional, range(0..=2))]
    temperature: Option<f64>,
    /// The most tokens to write.
    #[api(optional, range(1..))]
    max_completions_tokens: Option<u64>,
    /// How hard the model thinks, in a word.
    #[api(optional(nullable))]
    reasoning_effort: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// Asks a model for a word.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct LabelModelGrader {
    /// Names the grader.
    name: String,
    /// The model.
    model: String,
    /// What the model is asked.
    input: Vec<GraderMessage>,
    /// The words that it may answer.
    labels: Vec<String>,
    /// Those that pass.
    passing_labels: Vec<String>,
    #[api(extra)]
    extra: Extra,
}

/// Reckons with the marks of others.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct MultiGrader {
    /// Names the grader.
    name: String,
    /// The others.
    graders: Graders,
    /// The formula.
    calculate_output: String,
    #[api(extra)]
    extra: Extra,
}

/// Graders whose marks are reckoned with: the document has one, and its sample a list of them.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum Graders {
    /// One.
    One(Box<Grader>),
    /// Several.
    Several(Vec<Grader>),
}
