//! What was found, for people and for programs.

use benches::paired::Quartiles;
use benches::table;
use serde::Serialize;

/// All that one call found.
#[derive(Default, Serialize)]
pub(crate) struct Found {
    /// What was measured.
    pub(crate) rows: Vec<Row>,
    /// How it grows with the number of types.
    pub(crate) growth: Vec<Growth>,
}

/// One line of the table. A ratio is this way's figure divided by the baseline's: below one, it is cheaper.
#[derive(Serialize)]
pub(crate) struct Row {
    /// What was built or counted.
    pub(crate) what: String,
    /// The number of types.
    pub(crate) types: Option<usize>,
    /// Whose figure it is.
    pub(crate) way: String,
    /// What the figures are in.
    pub(crate) unit: &'static str,
    /// The figure of serde derive.
    pub(crate) baseline: Option<f64>,
    /// The figure.
    pub(crate) is: f64,
    /// The one divided by the other, round by round.
    pub(crate) ratio: Option<Quartiles>,
    /// The budget.
    pub(crate) must: Option<Must>,
}

/// What the budget asks for.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Must {
    /// The ratio's median is no more.
    Ratio(f64),
    /// The figure is no more.
    Figure(f64),
    /// The figure is no more than the baseline's and this.
    Above(f64),
}

/// How much more of a thing there is with more types.
#[derive(Serialize)]
pub(crate) struct Growth {
    what: String,
    way: String,
    unit: &'static str,
    few: usize,
    many: usize,
    times: f64,
    must: f64,
}

impl Row {
    /// A figure that is the same in every run, against the baseline's.
    pub(crate) fn counted(
        what: impl Into<String>,
        types: usize,
        way: &str,
        unit: &'static str,
        [baseline, is]: [f64; 2],
    ) -> Self {
        Row {
            what: what.into(),
            types: Some(types),
            way: way.to_owned(),
            unit,
            baseline: Some(baseline),
            is,
            ratio: Some(Quartiles::of([is / baseline])),
            must: None,
        }
    }

    /// A figure that stands alone.
    pub(crate) fn alone(what: impl Into<String>, way: &str, unit: &'static str, is: f64) -> Self {
        Row {
            what: what.into(),
            types: None,
            way: way.to_owned(),
            unit,
            baseline: None,
            is,
            ratio: None,
            must: None,
        }
    }

    /// A figure beside the baseline's, of a crate whose size is its own.
    pub(crate) fn beside(
        what: impl Into<String>,
        way: &str,
        unit: &'static str,
        [baseline, is]: [f64; 2],
    ) -> Self {
        Row {
            baseline: Some(baseline),
            ratio: Some(Quartiles::of([is / baseline])),
            ..Row::alone(what, way, unit, is)
        }
    }

    /// The same with a budget.
    pub(crate) fn must(self, must: Must) -> Self {
        let must = Some(must);
        Row { must, ..self }
    }

    fn misses(&self) -> bool {
        match self.must {
            Some(Must::Ratio(must)) => self.ratio.is_some_and(|ratio| ratio.median > must),
            Some(Must::Figure(must)) => self.is > must,
            Some(Must::Above(must)) => self.baseline.is_some_and(|than| self.is > than + must),
            None => false,
        }
    }
}

impl Found {
    /// The rows, and how they grow from each size to the next. What is five times as many may cost 5.5 times as much.
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        let grown = rows.iter().flat_map(|few| {
            let larger = rows.iter().filter(|many| {
                (&many.what, &many.way, many.unit) == (&few.what, &few.way, few.unit)
                    && many.types > few.types
            });
            let next = larger.min_by_key(|many| many.types)?;
            let (few_types, many_types) = (few.types?, next.types?);
            Some(Growth {
                what: few.what.clone(),
                way: few.way.clone(),
                unit: few.unit,
                few: few_types,
                many: many_types,
                times: next.is / few.is,
                must: 1.1 * many_types as f64 / few_types as f64,
            })
        });
        let growth = grown.collect();
        Found { rows, growth }
    }

    /// Whether a budget is missed.
    pub(crate) fn misses(&self) -> bool {
        let grown = self.growth.iter().any(|growth| growth.times > growth.must);
        grown || self.rows.iter().any(Row::misses)
    }

    /// Prints everything.
    pub(crate) fn show(&self, json: bool) {
        if json {
            let text = serde_json::to_string_pretty(self).expect("rows have a JSON form");
            table::line(&text);
            return;
        }
        let head = [
            "what",
            "way",
            "unit",
            "types",
            "serde",
            "is",
            "ratio",
            "quartiles",
            "must",
        ];
        table::print(3, &head, &self.rows.iter().map(cells).collect::<Vec<_>>());
        if !self.growth.is_empty() {
            table::line("");
            let head = ["growth of", "way", "unit", "from", "to", "times", "must"];
            let growth = self.growth.iter().map(growth_cells);
            table::print(3, &head, &growth.collect::<Vec<_>>());
        }
    }
}

fn cells(row: &Row) -> Vec<String> {
    let ratio = |ratio: Quartiles| format!("{:.2}", ratio.median);
    let spread = |ratio: Quartiles| match ratio.lower == ratio.upper {
        true => String::new(),
        false => format!("{:.2}–{:.2}", ratio.lower, ratio.upper),
    };
    vec![
        row.what.clone(),
        row.way.clone(),
        row.unit.to_owned(),
        row.types.map_or(String::new(), |types| types.to_string()),
        row.baseline.map_or(String::new(), figure),
        figure(row.is),
        row.ratio.map_or(String::new(), ratio),
        row.ratio.map_or(String::new(), spread),
        row.must.map_or(String::new(), |must| {
            let verdict = if row.misses() { "MISSED" } else { "kept" };
            format!("{} {verdict}", must.text())
        }),
    ]
}

fn growth_cells(growth: &Growth) -> Vec<String> {
    let verdict = if growth.times > growth.must {
        "MISSED"
    } else {
        "kept"
    };
    vec![
        growth.what.clone(),
        growth.way.clone(),
        growth.unit.to_owned(),
        growth.few.to_string(),
        growth.many.to_string(),
        format!("{:.2}", growth.times),
        format!("{:.2} {verdict}", growth.must),
    ]
}

impl Must {
    fn text(self) -> String {
        match self {
            Must::Ratio(must) => format!("{must:.2}"),
            Must::Figure(must) => figure(must),
            Must::Above(must) => format!("+{must}"),
        }
    }
}

/// What is counted has no digits behind the point, and neither has what is large.
fn figure(figure: f64) -> String {
    match figure >= 1_000.0 || figure.fract() == 0.0 {
        true => benches::guard::grouped(figure as u64),
        false => format!("{figure:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(types: usize, is: f64) -> Row {
        Row::counted("lines", types, "ours", "lines", [100.0, is])
    }

    #[test]
    fn growth_is_from_each_size_to_the_next() {
        let found = Found::new(vec![row(20, 10.0), row(500, 300.0), row(100, 52.0)]);
        let growth: Vec<_> = found
            .growth
            .iter()
            .map(|growth| (growth.few, growth.many, growth.times <= growth.must))
            .collect();
        assert_eq!(growth, [(20, 100, true), (100, 500, false)]);
        assert!(found.misses());
    }

    /// Lines and functions of one build are told apart by nothing but their unit.
    #[test]
    fn growth_is_of_one_unit() {
        let functions = |types, is| Row {
            unit: "functions",
            ..row(types, is)
        };
        let rows = vec![
            row(20, 10.0),
            functions(20, 1.0),
            row(100, 50.0),
            functions(100, 5.0),
        ];
        let found = Found::new(rows);
        let times: Vec<f64> = found.growth.iter().map(|growth| growth.times).collect();
        assert_eq!(times, [5.0, 5.0]);
        assert!(!found.misses());
    }

    #[test]
    fn a_budget_is_missed_by_what_is_above_it() {
        for (must, misses) in [
            (Must::Ratio(0.5), false),
            (Must::Ratio(0.49), true),
            (Must::Figure(50.0), false),
            (Must::Figure(49.0), true),
            (Must::Above(-50.0), false),
            (Must::Above(-51.0), true),
        ] {
            assert_eq!(row(1, 50.0).must(must).misses(), misses);
        }
    }
}
