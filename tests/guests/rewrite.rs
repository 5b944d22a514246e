//! Declarations of other tests, written so that they stand where every name of the prelude is something else.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Block, File, Item, Meta, Path, UseTree, parse_quote};

/// What the names are that everybody has, and where they stand.
const NAMES: &[(&str, &str)] = &[
    ("Option", "::std::option::Option"),
    ("Some", "::std::option::Option::Some"),
    ("None", "::std::option::Option::None"),
    ("Result", "::std::result::Result"),
    ("Ok", "::std::result::Result::Ok"),
    ("Err", "::std::result::Result::Err"),
    ("String", "::std::string::String"),
    ("Vec", "::std::vec::Vec"),
    ("Box", "::std::boxed::Box"),
    ("Default", "::std::default::Default"),
    ("Clone", "::std::clone::Clone"),
    ("Copy", "::std::marker::Copy"),
    ("Debug", "::std::fmt::Debug"),
    ("Send", "::std::marker::Send"),
    ("Sized", "::std::marker::Sized"),
    ("PartialEq", "::std::cmp::PartialEq"),
    ("Eq", "::std::cmp::Eq"),
    ("PartialOrd", "::std::cmp::PartialOrd"),
    ("Ord", "::std::cmp::Ord"),
    ("Hash", "::std::hash::Hash"),
    ("From", "::std::convert::From"),
    ("Into", "::std::convert::Into"),
    ("TryFrom", "::std::convert::TryFrom"),
    ("AsRef", "::std::convert::AsRef"),
    ("Iterator", "::std::iter::Iterator"),
    ("Fn", "::std::ops::Fn"),
    ("ToString", "::std::string::ToString"),
    ("format", "::std::format"),
    ("vec", "::std::vec"),
    ("matches", "::std::matches"),
    ("assert", "::std::assert"),
    ("panic", "::std::panic"),
    ("unreachable", "::std::unreachable"),
];

const PRIMITIVES: &[&str] = &[
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
    "i128", "isize", "f32", "f64",
];

/// Crates by the names that the tests have for them, and by those of the guest.
const CRATES: &[(&str, &str)] = &[
    ("api_object", "objects"),
    ("serde", "serde"),
    ("serde_json", "guest_json"),
    ("std", "std"),
];

/// Crates that the guest has not.
const OTHERS: &[&str] = &[
    "bon",
    "chrono",
    "ciborium",
    "jiff",
    "postcard",
    "rmp_serde",
    "rust_decimal",
    "semver",
    "serde_norway",
    "time",
    "url",
    "uuid",
];

/// The declarations of a file, and what they need; nothing where it needs a crate that the guest has not.
pub(crate) fn rewritten(text: &str) -> Option<Vec<Item>> {
    let file: File = syn::parse_file(text).ok()?;
    let mut items = kept(file.items, text);
    let derives = items
        .iter()
        .any(|item| item.to_token_stream().to_string().contains("ApiObject"));
    let mut rewriting = Rewriting { stranger: false };
    items
        .iter_mut()
        .for_each(|item| rewriting.visit_item_mut(item));
    (derives && !rewriting.stranger).then_some(items)
}

/// The traits of the prelude that what is written in attributes calls by a method.
pub(crate) fn traits(items: &[Item]) -> TokenStream {
    let text = quote!(#(#items)*).to_string();
    let called = [
        ("to_owned", quote!(::std::borrow::ToOwned)),
        (":: from", quote!(::std::convert::From)),
    ];
    let called = called
        .into_iter()
        .filter(|(method, _)| text.contains(method));
    called.map(|(_, path)| quote!(use #path as _;)).collect()
}

/// Whether the items could stand in the body of a function, which no path leads to.
pub(crate) fn may_be_local(items: &[Item]) -> bool {
    !items.iter().any(|item| {
        let text = item.to_token_stream().to_string();
        ["super", "crate ::", "self ::"]
            .iter()
            .any(|path| text.contains(path))
            || matches!(item, Item::Mod(_))
    })
}

/// What is left without tests, macros by example, and functions that no declaration names.
fn kept(items: Vec<Item>, text: &str) -> Vec<Item> {
    let is_named = |name: &Ident| {
        // Named once where it stands, and again by a declaration or by another such function.
        text.matches(&name.to_string()).count() > 1
    };
    let keep = |item: Item| match item {
        Item::Fn(function) => {
            let is_test = function
                .attrs
                .iter()
                .any(|attr| attr.path().is_ident("test"));
            (!is_test && is_named(&function.sig.ident) && takes_a_reference(&function.sig))
                .then_some(Item::Fn(function))
        }
        Item::Mod(mut module) => {
            let (brace, inside) = module.content.take()?;
            module.content = Some((brace, kept(inside, text)));
            module.attrs.clear();
            Some(Item::Mod(module))
        }
        Item::Use(one) => (!is_of_tests(&one.tree)).then_some(Item::Use(one)),
        Item::Macro(_) | Item::Static(_) | Item::ExternCrate(_) => None,
        other => Some(other),
    };
    items.into_iter().filter_map(keep).collect()
}

/// Rules are asked of a reference, and answer with a result.
fn takes_a_reference(signature: &syn::Signature) -> bool {
    let text = signature.to_token_stream().to_string();
    signature.inputs.len() == 1 && text.contains('&') && text.contains("Result")
}

fn is_of_tests(tree: &UseTree) -> bool {
    match tree {
        UseTree::Path(path) => path.ident == "insta" || path.ident == "crate",
        _ => false,
    }
}

struct Rewriting {
    /// Whether another crate is named.
    stranger: bool,
}

impl VisitMut for Rewriting {
    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let Some(first) = path
            .segments
            .first()
            .filter(|_| path.leading_colon.is_none())
        else {
            return;
        };
        let is_alone = path.segments.len() == 1;
        self.stranger |= !is_alone && OTHERS.iter().any(|other| first.ident == other);
        if let Some(krate) = krate(&first.ident).filter(|_| !is_alone) {
            path.segments[0].ident = krate;
            path.leading_colon = Some(parse_quote!(::));
        } else if let Some(full) = full(&first.ident) {
            let mut segments = full.segments;
            if let Some(last) = segments.last_mut() {
                last.arguments = first.arguments.clone();
            }
            segments.extend(path.segments.iter().skip(1).cloned());
            path.segments = segments;
            path.leading_colon = full.leading_colon;
        }
    }

    fn visit_item_use_mut(&mut self, one: &mut syn::ItemUse) {
        if let UseTree::Path(path) = &mut one.tree {
            match krate(&path.ident) {
                Some(krate) => {
                    path.ident = krate;
                    one.leading_colon = Some(parse_quote!(::));
                }
                None => self.stranger |= path.ident != "super" && path.ident != "self",
            }
        }
    }

    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        let is_ours = attr.path().is_ident("derive") || attr.path().is_ident("api");
        if let Meta::List(list) = &mut attr.meta
            && is_ours
        {
            list.tokens = in_full(list.tokens.clone());
        }
    }

    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        self.visit_path_mut(&mut call.path);
        call.tokens = in_full(call.tokens.clone());
    }

    fn visit_derive_input_mut(&mut self, input: &mut syn::DeriveInput) {
        visit_mut::visit_derive_input_mut(self, input);
    }

    fn visit_item_struct_mut(&mut self, item: &mut syn::ItemStruct) {
        visit_mut::visit_item_struct_mut(self, item);
        name_the_crate(&mut item.attrs);
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        visit_mut::visit_item_enum_mut(self, item);
        name_the_crate(&mut item.attrs);
    }

    /// What the user's functions do is not on trial.
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        let prelude = parse_quote!(
            #[allow(unused_imports)]
            use ::std::prelude::rust_2021::*;
        );
        block.stmts.insert(0, syn::Stmt::Item(prelude));
    }
}

/// Says where the runtime is, which the guest calls otherwise.
fn name_the_crate(attrs: &mut Vec<Attribute>) {
    let text = |attr: &Attribute| attr.to_token_stream().to_string();
    let derives = attrs
        .iter()
        .any(|a| a.path().is_ident("derive") && text(a).contains("ApiObject"));
    let says_so = attrs
        .iter()
        .any(|a| a.path().is_ident("api") && text(a).contains("crate ="));
    if derives && !says_so {
        attrs.push(parse_quote!(#[api(crate = ::objects)]));
    }
}

/// The tokens with each such name in full, where nothing says that it is another.
fn in_full(tokens: TokenStream) -> TokenStream {
    let mut before = String::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut written = TokenStream::new();
    while let Some(token) = tokens.next() {
        let text = token.to_string();
        let next = tokens.peek().map(ToString::to_string).unwrap_or_default();
        // `as Ok` names a variant, `Some =>` and `Ok |` a status, `a::Ok` is in full already.
        let is_free = !matches!(before.as_str(), "as" | ":" | "." | "|" | ">")
            && !matches!(next.as_str(), "=" | "|");
        before.clone_from(&text);
        match token {
            TokenTree::Ident(name) if is_free && next == ":" && krate(&name).is_some() => {
                let name = krate(&name);
                written.extend(quote!(::#name));
            }
            TokenTree::Ident(name) if is_free => {
                match full(&name).filter(|_| is_meant(&name, &next)) {
                    Some(path) => path.to_tokens(&mut written),
                    None => name.to_tokens(&mut written),
                }
            }
            TokenTree::Group(group) => {
                let inside = in_full(group.stream());
                proc_macro2::Group::new(group.delimiter(), inside).to_tokens(&mut written);
            }
            other => other.to_tokens(&mut written),
        }
    }
    written
}

/// A macro of the prelude is called; another thing of its name is not it.
fn is_meant(name: &Ident, next: &str) -> bool {
    let is_macro = ["format", "vec", "matches", "assert", "panic", "unreachable"];
    next == "!" || !is_macro.iter().any(|of| name == of)
}

fn full(name: &Ident) -> Option<Path> {
    let name = name.to_string();
    if PRIMITIVES.contains(&name.as_str()) {
        let name = Ident::new(&name, Span::call_site());
        return Some(parse_quote!(::std::primitive::#name));
    }
    let known = NAMES.iter().find(|(short, _)| *short == name)?;
    syn::parse_str(known.1).ok()
}

fn krate(name: &Ident) -> Option<Ident> {
    let known = CRATES.iter().find(|(short, _)| name == short)?;
    Some(Ident::new(known.1, Span::call_site()))
}
