//! The types with everything that we derive switched on.

use std::fmt::Write;

use super::{Kind, Member, Thing, WORDS, variant};

/// What the program needs beside its turns.
pub(super) const APP_HEAD: &str = "use api_object::ApiObject;\n\n";

const DERIVE: &str = "#[derive(Clone, PartialEq, ApiObject)]";

const STATUS_TABLE: &str = "    #[api(status {
        /// It is queued.
        queued => running | cancelled,
        /// It is running.
        running => succeeded | failed | cancelled,
        /// It is succeeded.
        succeeded,
        /// It is failed.
        failed,
        /// It is cancelled.
        cancelled,
    })]";

/// Decodes, checks and encodes one type.
pub(super) fn turn(types: &str, thing: &Thing) -> String {
    format!(
        "    |bytes| {{
        let value = api_object::from_slice::<{types}::{}>(bytes)?;
        drop(std::hint::black_box(value.check()));
        Ok(api_object::to_vec(&*value))
    }},\n",
        thing.name()
    )
}

pub(super) fn types(things: &[Thing]) -> String {
    let mut out = String::from(
        "//! Types.\n\nuse api_object::{ApiObject, Extra, UnixSeconds, UnknownObject, UnknownValue};\n",
    );
    for thing in things {
        declare(&mut out, thing).expect("a string takes anything");
    }
    out
}

fn declare(out: &mut String, thing: &Thing) -> std::fmt::Result {
    writeln!(
        out,
        "\n/// Thing {}, as the API returns it.\n{DERIVE}",
        thing.number
    )?;
    writeln!(out, "#[api(object = \"{}\", debug)]", thing.tag())?;
    writeln!(out, "pub struct {} {{", thing.name())?;
    for member in &thing.members {
        declare_member(out, thing, member)?;
    }
    writeln!(out, "    #[api(extra)]\n    extra: Extra,\n}}")?;
    if !thing.has_lifecycle() {
        declare_words(out, thing)?;
    }
    match thing.parts() {
        Some(parts) => declare_parts(out, thing, parts),
        None => Ok(()),
    }
}

fn declare_member(out: &mut String, thing: &Thing, member: &Member) -> std::fmt::Result {
    writeln!(out, "    /// The {} of this thing.", member.name)?;
    match member.kind {
        Kind::Id => writeln!(out, "    #[api(id = \"{}\", immutable)]", thing.prefix())?,
        Kind::Time => writeln!(out, "    #[api(immutable)]")?,
        Kind::Word if thing.has_lifecycle() => writeln!(out, "{STATUS_TABLE}")?,
        Kind::TimeOrNull if thing.has_lifecycle() => {
            writeln!(
                out,
                "    #[api(set_in(succeeded), null_in(active), not_before = created_at)]"
            )?;
        }
        Kind::Text => writeln!(out, "    #[api(len(1..=512))]")?,
        Kind::Texts => writeln!(out, "    #[api(len(..=64), each(len(..=256)))]")?,
        Kind::CountOrNull => writeln!(out, "    #[api(range(0..=1_000_000))]")?,
        Kind::Float => writeln!(out, "    #[api(range(0.0..=1.0))]")?,
        _ => {}
    }
    writeln!(
        out,
        "    {}: {},",
        member.name,
        thing.rust_type(member.kind, "UnixSeconds")
    )
}

fn declare_words(out: &mut String, thing: &Thing) -> std::fmt::Result {
    writeln!(out, "\n/// Where a thing of kind {} stands.", thing.number)?;
    writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]"
    )?;
    writeln!(out, "pub enum {} {{", thing.rust_type(Kind::Word, ""))?;
    for word in WORDS {
        writeln!(out, "    /// It is {word}.\n    {},", variant(word))?;
    }
    writeln!(out, "    /// A word that this version does not know.")?;
    writeln!(out, "    #[api(unknown)]\n    Other(UnknownValue),\n}}")
}

fn declare_parts(
    out: &mut String,
    thing: &Thing,
    (first, second): (usize, usize),
) -> std::fmt::Result {
    writeln!(out, "\n/// A part of thing {}.\n{DERIVE}", thing.number)?;
    writeln!(out, "#[api(tag = \"type\", debug)]")?;
    writeln!(out, "pub enum {}Part {{", thing.name())?;
    writeln!(out, "    /// The first kind.\n    First(Thing{first}),")?;
    writeln!(out, "    /// The second kind.\n    Second(Thing{second}),")?;
    writeln!(out, "    /// A kind that this version does not know.")?;
    writeln!(out, "    #[api(unknown)]\n    Other(UnknownObject),\n}}")
}
