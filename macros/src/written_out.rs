//! What the runtime would derive, if it were not compiled beside the derive: written out there, and held here to what the
//! derive makes of the same declaration.
//!
//! `INSTA_UPDATE=always cargo test -p api-object-macros` writes it anew.

use std::path::Path;
use std::{env, fs};

use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Attribute, File, LitBool, Meta, Token, parse_quote};

use crate::snapshots::{derived, root};

/// Files of the runtime with a declaration each.
const DECLARATIONS: &[&str] = &["list", "deleted"];

const HEAD: &str = "// What the derive makes of the declaration beside this folder; `cargo xtask bless` writes it anew.\n\n\
                    use super::*;\n\n";

#[test]
fn the_runtime_holds_what_the_derive_makes() {
    for name in DECLARATIONS {
        let folder = root().join("runtime/core/src").join(name);
        let made = written_out(&folder.with_extension("rs"));
        let place = folder.join("derived.rs");
        if is_blessing() {
            fs::write(&place, made).expect("the runtime's folder can be written");
            continue;
        }
        let held = fs::read_to_string(&place).unwrap_or_default();
        assert!(
            held == made,
            "{place:?} is not what the derive makes; `cargo xtask bless` writes it anew:\n{made}"
        );
    }
}

/// The expansion of the one declaration of a file.
fn written_out(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a file of the runtime can be read");
    let mut file = syn::parse_file(&text).expect("the runtime is Rust");
    Declared.visit_file_mut(&mut file);
    let mut expansions = file.items.iter().filter_map(derived);
    let (_, item) = expansions.next().expect("the file declares something");
    assert!(expansions.next().is_none(), "one declaration in a file");
    let file: File = syn::parse2(crate::derive(item)).expect("the derive emits items");
    let pretty = prettyplease::unparse(&file);
    assert!(!pretty.contains("compile_error!"), "{pretty}");
    HEAD.to_owned() + &pretty
}

/// Takes attributes that the compiler does not see for those that they hold.
struct Declared;

impl VisitMut for Declared {
    fn visit_attributes_mut(&mut self, attrs: &mut Vec<Attribute>) {
        *attrs = attrs.drain(..).flat_map(seen_by_the_derive).collect();
    }
}

/// What stands in `#[cfg_attr(false, ...)]`, or the attribute as it is.
fn seen_by_the_derive(attr: Attribute) -> Vec<Attribute> {
    match &attr.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let metas = list.parse_args_with(behind_false).unwrap_or_default();
            metas.iter().map(|meta| parse_quote!(#[#meta])).collect()
        }
        _ => vec![attr],
    }
}

fn behind_false(input: ParseStream) -> syn::Result<Punctuated<Meta, Token![,]>> {
    input.parse::<LitBool>()?;
    input.parse::<Token![,]>()?;
    Punctuated::parse_terminated(input)
}

fn is_blessing() -> bool {
    env::var("INSTA_UPDATE").is_ok_and(|update| update == "always")
}
