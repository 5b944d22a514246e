//! The types as miniserde takes them: ids are strings, and a union is a value that nobody looks into.

use std::fmt::Write;

use super::{Kind, Thing, WORDS, variant};

/// Decodes and encodes one type.
pub(super) fn turn(types: &str, thing: &Thing) -> String {
    format!(
        "    |bytes| {{
        let value: {types}::{} = miniserde::json::from_str(std::str::from_utf8(bytes)?)?;
        Ok(miniserde::json::to_string(&value).into_bytes())
    }},\n",
        thing.name()
    )
}

pub(super) fn types(things: &[Thing]) -> String {
    let mut out = String::from("//! Types.\n\nuse miniserde::{Deserialize, Serialize};\n");
    for thing in things {
        declare(&mut out, thing).expect("a string takes anything");
    }
    out
}

fn declare(out: &mut String, thing: &Thing) -> std::fmt::Result {
    writeln!(out, "\n/// Thing {}, as the API returns it.", thing.number)?;
    // Its `Value` has no `PartialEq`.
    writeln!(out, "#[derive(Debug, Clone, Serialize, Deserialize)]")?;
    writeln!(out, "pub struct {} {{", thing.name())?;
    writeln!(out, "    /// `{}`.\n    pub object: String,", thing.tag())?;
    for member in &thing.members {
        let ty = match member.kind {
            Kind::Id => "String".to_owned(),
            Kind::PartsOrNull(..) => "Option<Vec<miniserde::json::Value>>".to_owned(),
            kind => thing.rust_type(kind, "u64"),
        };
        writeln!(out, "    /// The {} of this thing.", member.name)?;
        writeln!(out, "    pub {}: {ty},", member.name)?;
    }
    writeln!(
        out,
        "}}\n\n/// Where a thing of kind {} stands.",
        thing.number
    )?;
    writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]"
    )?;
    writeln!(out, "pub enum {} {{", thing.rust_type(Kind::Word, ""))?;
    for word in WORDS {
        writeln!(out, "    /// It is {word}.")?;
        writeln!(
            out,
            "    #[serde(rename = \"{word}\")]\n    {},",
            variant(word)
        )?;
    }
    writeln!(out, "}}")
}
