//! The types as an SDK author writes them with serde derive, alone or among other derives.

use std::fmt::Write;

use super::{Kind, Member, Thing, WORDS, variant};

/// What the declarations have besides the members.
#[derive(Clone, Copy)]
pub(super) struct Dress {
    uses: &'static str,
    /// The derives of an object, and of a union.
    object: [&'static str; 2],
    /// The derives of an enum of words, and attributes under serde's.
    words: [&'static str; 2],
    /// Before a member's name.
    visible: &'static str,
    /// The attribute of a member, and of a variant's object.
    rule: fn(Kind) -> Option<&'static str>,
}

pub(super) const ALONE: Dress = Dress {
    uses: "use serde::{Deserialize, Serialize};",
    object: ["Serialize, Deserialize"; 2],
    words: ["Serialize, Deserialize", ""],
    visible: "pub ",
    rule: |_| None,
};

pub(super) const IN_A_CROWD: Dress = Dress {
    uses: "use bon::Builder;\nuse derive_getters::Getters;\nuse garde::Validate;\n\
           use serde::{Deserialize, Serialize};\nuse strum::{AsRefStr, Display, EnumString};",
    object: [
        "Serialize, Deserialize, Getters, Validate, Builder",
        "Serialize, Deserialize, Validate",
    ],
    words: [
        "Serialize, Deserialize, AsRefStr, Display, EnumString",
        "#[strum(serialize_all = \"snake_case\")]\n",
    ],
    visible: "",
    rule: |kind| Some(rule(kind)),
};

/// The rules that ours has, too.
fn rule(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "length(min = 1, max = 512)",
        Kind::Texts => "length(max = 64), inner(length(max = 256))",
        Kind::CountOrNull => "range(min = 0, max = 1_000_000)",
        Kind::Float => "range(min = 0.0, max = 1.0)",
        Kind::Object(_)
        | Kind::ObjectOrNull(_)
        | Kind::ObjectsOrNull(_)
        | Kind::PartsOrNull(..) => "dive",
        _ => "skip",
    }
}

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

/// Decodes, checks and encodes one type.
pub(super) fn turn_with_rules(types: &str, thing: &Thing) -> String {
    format!(
        "    |bytes| {{
        let value: {types}::{} = serde_json::from_slice(bytes)?;
        drop(std::hint::black_box(value.validate()));
        Ok(serde_json::to_vec(&value)?)
    }},\n",
        thing.name()
    )
}

pub(super) fn types(things: &[Thing], dress: Dress) -> String {
    let mut out = format!("//! Types.\n\n{}\n", dress.uses);
    for thing in things {
        declare(&mut out, thing, dress).expect("a string takes anything");
    }
    out
}

fn declare(out: &mut String, thing: &Thing, dress: Dress) -> std::fmt::Result {
    declare_object(out, thing, dress)?;
    writeln!(out, "\n/// Names a thing of kind {}.", thing.number)?;
    writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]"
    )?;
    writeln!(
        out,
        "pub struct {}(pub String);",
        thing.rust_type(Kind::Id, "")
    )?;
    declare_words(out, thing, dress)?;
    match thing.parts() {
        Some(parts) => declare_parts(out, thing, parts, dress),
        None => Ok(()),
    }
}

fn declare_object(out: &mut String, thing: &Thing, dress: Dress) -> std::fmt::Result {
    let [derives, _] = dress.object;
    writeln!(out, "\n/// Thing {}, as the API returns it.", thing.number)?;
    writeln!(out, "#[derive(Debug, Clone, PartialEq, {derives})]")?;
    writeln!(out, "pub struct {} {{", thing.name())?;
    writeln!(out, "    /// `{}`.", thing.tag())?;
    let tag = Member {
        name: "object",
        kind: Kind::TextOrNull,
    };
    declare_member(out, &tag, "String", dress)?;
    for member in &thing.members {
        writeln!(out, "    /// The {} of this thing.", member.name)?;
        declare_member(out, member, &thing.rust_type(member.kind, "u64"), dress)?;
    }
    writeln!(out, "}}")
}

fn declare_member(out: &mut String, member: &Member, ty: &str, dress: Dress) -> std::fmt::Result {
    if let Some(rule) = (dress.rule)(member.kind) {
        writeln!(out, "    #[garde({rule})]")?;
    }
    writeln!(out, "    {}{}: {ty},", dress.visible, member.name)
}

fn declare_words(out: &mut String, thing: &Thing, dress: Dress) -> std::fmt::Result {
    let [derives, attributes] = dress.words;
    writeln!(out, "\n/// Where a thing of kind {} stands.", thing.number)?;
    writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq, Eq, Hash, {derives})]"
    )?;
    write!(out, "#[serde(rename_all = \"snake_case\")]\n{attributes}")?;
    writeln!(out, "pub enum {} {{", thing.rust_type(Kind::Word, ""))?;
    for word in WORDS {
        writeln!(out, "    /// It is {word}.\n    {},", variant(word))?;
    }
    writeln!(
        out,
        "    /// A word that this version does not know.\n    #[serde(other)]\n    Unknown,\n}}"
    )
}

fn declare_parts(
    out: &mut String,
    thing: &Thing,
    (first, second): (usize, usize),
    dress: Dress,
) -> std::fmt::Result {
    let [_, derives] = dress.object;
    let dive = (dress.rule)(Kind::Object(first))
        .map_or(String::new(), |rule| format!("#[garde({rule})] "));
    writeln!(out, "\n/// A part of thing {}.", thing.number)?;
    writeln!(out, "#[derive(Debug, Clone, PartialEq, {derives})]")?;
    writeln!(out, "#[serde(tag = \"type\", rename_all = \"snake_case\")]")?;
    writeln!(out, "pub enum {}Part {{", thing.name())?;
    writeln!(
        out,
        "    /// The first kind.\n    First({dive}Thing{first}),"
    )?;
    writeln!(
        out,
        "    /// The second kind.\n    Second({dive}Thing{second}),"
    )?;
    writeln!(
        out,
        "    /// A kind that this version does not know.\n    #[serde(other)]\n    Unknown,\n}}"
    )
}
