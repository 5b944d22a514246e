//! Texts that were made to be costly: four times as much text is four times as much work, by count and not by the clock.

mod texts;

use crate::json::work::during;
use crate::{ApiObject, Code, Extra, Items, Reader};
use texts::{All, HOSTILE};

/// Everything that may be done with a text: reading it, telling why not, its report, writing it.
fn use_up(reader: Reader, text: &[u8]) -> bool {
    match reader.from_slice::<All>(text) {
        Ok(all) => {
            let report = all.report();
            let _ = (report.to_string(), crate::to_vec(&all));
            true
        }
        Err(error) => !error.to_string().is_empty() && error.issues().count() == 0,
    }
}

/// Of two texts by their work and their lengths: that work grows as they do, and is no more than so many times the longer one.
fn hold_to_length(name: &str, few: (u64, usize), many: (u64, usize), times: u64) {
    let ((less, short), (more, long)) = (few, many);
    let grown = long as f64 / short as f64;
    assert!(
        more as f64 <= less as f64 * grown * 1.1 + 1_000.0,
        "{name}: {less} of {short}, {more} of {long}"
    );
    assert!(
        more <= long as u64 * times + 1_000,
        "{name}: {more} of {long}"
    );
}

#[test]
fn work_grows_as_the_text_does() {
    let mut read = 0;
    for (name, text) in HOSTILE {
        for reader in [Reader::new(), Reader::new().fill_missing()] {
            let (few, many) = (text(1_000), text(4_000));
            let (less, _) = during(|| use_up(reader, &few));
            let (more, is_read) = during(|| use_up(reader, &many));
            read += usize::from(is_read);
            // What is read in vain, and the 64 places that are told, are bounded by a multiple of the text.
            hold_to_length(name, (less, few.len()), (more, many.len()), 150);
        }
    }
    assert!(
        (20..HOSTILE.len() * 2 - 10).contains(&read),
        "{read} were read"
    );
}

#[test]
fn a_million_unknown_members_are_read_or_refused_as_is_wished() {
    let named = |(name, _): &&texts::Hostile| *name == "unknown members";
    let (_, make) = HOSTILE.iter().find(named).unwrap();
    let text = make(100_000);
    let all = Reader::new().from_slice::<All>(&text).unwrap();
    // The tag is missing, too.
    assert_eq!(all.report().len(), 100_001);
    let text = make((1 << 20) + 1);
    let error = Reader::new().from_slice::<All>(&text).unwrap_err();
    assert_eq!(error.first().issue.code, Code::Limit);
    assert_eq!(error.first().issue.pointer.as_str(), "/u1048576");
    let reader = Reader::new().max_unknown_members(usize::MAX);
    let all = reader.from_slice::<All>(&text).unwrap();
    assert_eq!(crate::to_vec(&all).len(), text.len());
}

#[test]
fn a_page_of_bad_items_costs_little_until_somebody_asks() {
    let (_, make) = HOSTILE
        .iter()
        .find(|(name, _)| *name == "items that do not fit")
        .unwrap();
    let text = make(2_000);
    let (work, page) = during(|| Reader::new().from_slice::<All>(&text).unwrap());
    assert!(work <= text.len() as u64, "{work} of {}", text.len());
    let (told, report) = during(|| page.report());
    assert_eq!(report.violations().count(), 4_000);
    assert!(told <= 2 * text.len() as u64, "{told} of {}", text.len());
    // What was told once is not made again.
    let (again, _) = during(|| page.report());
    assert_eq!(again, 0);
}

/// No more bytes than this are said of one value.
const SHORT: usize = 3_000;

/// Lists of lists, which each variant reads to their ends, and which none takes.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Nested {
    Here(Vec<Nested>),
    There(Vec<Nested>),
    Number(u8),
}

#[derive(Debug, ApiObject)]
struct Holder {
    #[api(optional)]
    nested: Option<Nested>,
    #[api(extra)]
    extra: Extra,
}

/// Lists of so many elements within each other.
fn lists(width: usize, levels: usize) -> String {
    match levels {
        0 => "true".to_owned(),
        _ => format!("[{}]", vec![lists(width, levels - 1); width].join(",")),
    }
}

#[test]
fn what_speaks_against_variants_within_variants_is_told_in_short() {
    for (width, levels) in [(1, 100), (2, 8), (16, 3), (64, 2)] {
        let text = lists(width, levels);
        let (work, told) = during(|| crate::from_str::<Nested>(&text).unwrap_err().to_string());
        assert!(told.len() < 64 * SHORT, "{width} {levels}: {}", told.len());
        assert!(
            work <= text.len() as u64 * 150 + 1_000,
            "{width} {levels}: {work} of {}",
            text.len()
        );
        let json = format!(r#"{{"nested":{text}}}"#);
        let (work, read) = during(|| crate::from_str::<Holder>(&json).unwrap());
        assert!(
            work <= text.len() as u64 * 150 + 1_000,
            "{width} {levels}: {work} of {}",
            text.len()
        );
        assert!(read.report().to_string().len() < SHORT);
        assert_eq!(crate::to_string(&read), json);
        let told = serde_json::from_str::<Nested>(&text)
            .unwrap_err()
            .to_string();
        assert!(told.len() < SHORT, "{width} {levels}: {}", told.len());
    }
}

#[derive(Debug, PartialEq, ApiObject)]
struct Level {
    #[api(optional)]
    tagged: Option<Tagged>,
    #[api(optional)]
    items: Option<Items<Level>>,
    #[api(optional)]
    tried: Option<Box<Either>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tagged {
    Level(Box<Level>),
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Part(Part),
    Level(Box<Level>),
}

#[derive(Debug, PartialEq, ApiObject)]
struct Part {
    number: u8,
}

/// A format cannot be read twice, so that what comes is kept as text where one has to look at it first: at each level.
#[test]
fn what_other_formats_nest_is_looked_at_once_for_each_level() {
    for (open, close) in [
        (r#"{"tagged":"#, r#","type":"level"}"#),
        (r#"{"items":["#, "]}"),
        (r#"{"tried":"#, "}"),
    ] {
        let read = |levels: usize| {
            let payload = format!(r#"{{"z":[{}],"type":"level"}}"#, vec!["1"; 2_000].join(","));
            let json = format!("{}{payload}{}", open.repeat(levels), close.repeat(levels));
            let (work, streamed) = during(|| serde_json::from_reader::<_, Level>(json.as_bytes()));
            assert_eq!(crate::to_string(&streamed.unwrap()).len(), json.len());
            work
        };
        let (few, many) = (read(8), read(32));
        assert!(many <= 5 * few, "{open}: {few} {many}");
    }
}

/// Variants within variants, whose tags stand behind all else.
#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
enum Twofold {
    One(Box<One>),
    Two(Box<Two>),
}

#[derive(Debug, PartialEq, ApiObject)]
struct One {
    of: TaggedLast,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Two {
    of: ToldApart,
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "type")]
enum TaggedLast {
    Inner(Inner),
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(tag)]
enum ToldApart {
    #[api(when("type" = "inner"))]
    Inner(Inner),
}

#[derive(Debug, PartialEq, ApiObject)]
struct Inner {
    #[api(optional)]
    n: Option<u8>,
    #[api(optional)]
    next: Option<Twofold>,
}

/// What speaks against each comes early, and so much is between it and the tag that a look for each costs more than reading.
#[test]
fn looks_for_tags_within_variants_are_counted() {
    let text = |padding: usize| {
        let levels = 12;
        let open = r#"{"of":{"next":"#.repeat(levels);
        let close = r#","type":"inner"}}"#.repeat(levels);
        let padding = "1,".repeat(padding);
        format!(r#"{open}{{"of":{{"n":"x","u":[{padding}1],"type":"inner"}}}}{close}"#)
    };
    let work = |text: &str| during(|| crate::from_str::<Twofold>(text).unwrap_err()).0;
    let (few, many) = (text(2_000), text(8_000));
    let [few, many] = [few, many].map(|text| (work(&text), text.len()));
    hold_to_length("tags behind all", few, many, 750);
}

/// Lists and objects that fit no variant, whatever is in them.
#[derive(Debug, PartialEq, ApiObject)]
#[api(untagged)]
enum Refused {
    Here(Vec<Refused>),
    There(Vec<Refused>),
    Named(Named),
    Known(Known),
}

#[derive(Debug, PartialEq, ApiObject)]
struct Named {
    #[api(optional)]
    n: Option<u8>,
    name: String,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Known {
    #[api(optional)]
    n: Option<u8>,
    name: String,
}

/// Members that were found once are asked for by each variant of each union that an object is read as.
#[test]
fn members_that_are_known_are_looked_at_no_more_often_than_others() {
    let text = |members: usize| {
        let levels = 14;
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        let members = r#""u":1,"#.repeat(members);
        format!(r#"{open}{{"n":"x",{members}"name":"a"}}{close}"#)
    };
    let work = |text: &str| during(|| crate::from_str::<Refused>(text).unwrap_err()).0;
    let (few, many) = (text(500), text(2_000));
    let [few, many] = [few, many].map(|text| (work(&text), text.len()));
    hold_to_length("members that are known", few, many, 150);
}

macro_rules! wide {
    ($($name:ident)*) => {
        /// An object with a hundred members.
        #[derive(ApiObject)]
        struct Wide {
            $(#[api(optional)] $name: Option<u8>,)*
            #[api(extra)]
            extra: Extra,
        }

        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

wide! {
        m00 m01 m02 m03 m04 m05 m06 m07 m08 m09 m10 m11 m12 m13 m14 m15 m16 m17 m18 m19
        m20 m21 m22 m23 m24 m25 m26 m27 m28 m29 m30 m31 m32 m33 m34 m35 m36 m37 m38 m39
        m40 m41 m42 m43 m44 m45 m46 m47 m48 m49 m50 m51 m52 m53 m54 m55 m56 m57 m58 m59
        m60 m61 m62 m63 m64 m65 m66 m67 m68 m69 m70 m71 m72 m73 m74 m75 m76 m77 m78 m79
        m80 m81 m82 m83 m84 m85 m86 m87 m88 m89 m90 m91 m92 m93 m94 m95 m96 m97 m98 m99
}

/// A hundred objects, each with a hundred members of this value.
fn page(value: &str) -> String {
    let members: Vec<String> = NAMES
        .iter()
        .map(|name| format!("\"{name}\":{value}"))
        .collect();
    let object = format!("{{{}}}", members.join(","));
    format!("[{}]", vec![object; 100].join(","))
}

#[test]
fn ten_thousand_bad_members_cost_a_small_multiple() {
    let (clean, damaged) = (page("7"), page("\"seven\""));
    let (least, read) = during(|| crate::from_str::<Items<Wide>>(&clean).unwrap());
    assert!(
        read.report().is_empty() && least <= clean.len() as u64,
        "{least}"
    );
    let (work, read) = during(|| crate::from_str::<Items<Wide>>(&damaged).unwrap());
    assert!(
        work <= 2 * damaged.len() as u64,
        "{work} of {}",
        damaged.len()
    );
    assert_eq!(read.unreadable().count(), 0);
    let (told, report) = during(|| read.report());
    assert_eq!(report.violations().count(), 10_000);
    assert_eq!(report.issues()[9_999].pointer.as_str(), "/99/m99");
    assert!(
        told <= 4 * damaged.len() as u64,
        "{told} of {}",
        damaged.len()
    );
    let (written, back) = during(|| crate::to_string(&read));
    assert_eq!(back, damaged);
    assert!(
        written <= 2 * damaged.len() as u64,
        "{written} of {}",
        damaged.len()
    );
}
