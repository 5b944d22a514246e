//! Graders: what gives an answer its marks.

use api_object::{ApiObject, Extra, RawJson, UnknownObject, UnknownValue};

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
    #[api(optional)]
    reasoning_effort: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// A message to the model of a grader.
// later: its `type` may be left out without a note.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "message", optional))]
pub struct GraderMessage {
    /// In whose name it speaks.
    role: GraderRole,
    /// What it says, with places that are filled in from the sample.
    // later: a string, a piece, or a list of pieces.
    content: RawJson,
    #[api(extra)]
    extra: Extra,
}

/// In whose name a message to the model of a grader speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum GraderRole {
    /// The person who asks.
    User,
    /// The model itself.
    Assistant,
    /// Whoever set up the model.
    System,
    /// Whoever wrote the program around the model.
    Developer,
    /// Somebody that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
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
    /// The others: the document has one, and its sample a list of them.
    // later: a value, or a list of them.
    graders: RawJson,
    /// The formula.
    calculate_output: String,
    #[api(extra)]
    extra: Extra,
}
