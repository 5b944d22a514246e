//! The types as an SDK author writes them with serde derive.

use std::fmt::Write;

use super::{Kind, Thing, WORDS, variant};

/// Decodes and encodes one type.
pub(super) fn turn(types: &str, thing: &Thing) -> String {
    format!(
        "    |bytes| {{
        let value: {types}::{} = serde_json::from_slice(bytes)?;
        Ok(serde_json::to_vec(&value)?)
    }},\n",
        thing.name()
    )
}

pub(super) fn types(things: &[Thing]) -> String {
    let mut out = String::from("//! Types.\n\nuse serde::{Deserialize, Serialize};\n");
    for thing in things {
        declare(&mut out, thing).expect("a string takes anything");
    }
    out
}

fn declare(out: &mut String, thing: &Thing) -> std::fmt::Result {
    let name = thing.name();
    writeln!(out, "\n/// Thing {}, as the API returns it.", thing.number)?;
    writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]"
    )?;
    writeln!(out, "pub struct {name} {{")?;
    writeln!(out, "    /// `{}`.\n    pub object: String,", thing.tag())?;
    for member in &thing.members {
        writeln!(out, "    /// The {} of this thing.", member.name)?;
        writeln!(
            out,
            "    pub {}: {},",
            member.name,
            thing.rust_type(member.kind, "u64")
        )?;
    }
    writeln!(out, "}}\n\n/// Names a thing of kind {}.", thing.number)?;
    writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]"
    )?;
    writeln!(
        out,
        "pub struct {}(pub String);",
        thing.rust_type(Kind::Id, "")
    )?;
    writeln!(out, "\n/// Where a thing of kind {} stands.", thing.number)?;
    writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]"
    )?;
    writeln!(out, "#[serde(rename_all = \"snake_case\")]")?;
    writeln!(out, "pub enum {} {{", thing.rust_type(Kind::Word, ""))?;
    for word in WORDS {
        writeln!(out, "    /// It is {word}.\n    {},", variant(word))?;
    }
    writeln!(
        out,
        "    /// A word that this version does not know.\n    #[serde(other)]\n    Unknown,\n}}"
    )
}
