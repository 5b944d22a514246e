//! The same declarations for serde's derive: what a generator would write that knows of nothing else.
//!
//! Rules, ids' prefixes, accessors and unknown members have no word there, and are left out; a constant tag is a field.

use std::fs;
use std::io;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Field, Fields, File, Item, ItemEnum, ItemStruct, LitStr, Meta, Path as RustPath,
    Token, Variant, parse_quote,
};

/// What the types of the runtime are to whoever has only serde_json.
const TYPES: &str = "
//! Types of serde and serde_json alone.
use serde::{Deserialize, Serialize};
pub type UnixSeconds = i64;
pub type Str = String;
pub type RawJson = serde_json::Value;
pub type UnknownValue = String;
pub type UnknownObject = serde_json::Value;
pub type Items<T> = Vec<T>;
pub type Nullable<T> = Option<T>;
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Auto<T> { Value(T), Word(String) }
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Expandable<T, I> { Object(Box<T>), Id(I) }
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct List<T> {
    pub object: Option<String>,
    pub data: Vec<T>,
    pub first_id: Option<String>,
    pub last_id: Option<String>,
    pub has_more: Option<bool>,
}
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deleted<T, I = String> {
    pub id: I,
    pub object: Option<String>,
    pub deleted: bool,
    #[serde(skip)]
    pub of: std::marker::PhantomData<T>,
}
";

/// Writes the twin of a folder of declarations.
pub(super) fn write(source: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(source)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            write(&path, &to.join(name))?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path)?;
            let file = syn::parse_file(&text).map_err(io::Error::other)?;
            fs::write(to.join(name), of_file(file).to_token_stream().to_string())?;
        }
    }
    Ok(())
}

/// Writes the types that all of them use, and names them in the crate's first file.
pub(super) fn write_types(source: &Path) -> io::Result<()> {
    let lib = source.join("lib.rs");
    let text = fs::read_to_string(&lib)?;
    fs::write(lib, format!("{text} pub mod serde_types;"))?;
    fs::write(source.join("serde_types.rs"), TYPES)
}

fn of_file(mut file: File) -> File {
    file.items = file.items.into_iter().map(of_item).collect();
    file
}

fn of_item(item: Item) -> Item {
    match item {
        Item::Use(item) if is_of_runtime(&item.to_token_stream().to_string()) => {
            // All of them stand in one module, of which the rest may go unused.
            Item::Verbatim(quote! {
                #[allow(unused_imports)]
                use crate::serde_types::*;
            })
        }
        Item::Struct(item) => Item::Struct(of_struct(item)),
        Item::Enum(item) => Item::Enum(of_enum(item)),
        Item::Mod(mut item) => {
            let content = item.content.take();
            item.content =
                content.map(|(brace, items)| (brace, items.into_iter().map(of_item).collect()));
            Item::Mod(item)
        }
        other => other,
    }
}

fn is_of_runtime(import: &str) -> bool {
    import.contains("api_object ::")
}

fn of_struct(mut item: ItemStruct) -> ItemStruct {
    let said = take_api(&mut item.attrs);
    derive_serde(&mut item.attrs);
    match &mut item.fields {
        Fields::Named(fields) => {
            let tag = said.iter().find_map(tag_of).map(tag_field);
            let others = std::mem::take(&mut fields.named).into_iter();
            fields.named = tag.into_iter().chain(others.filter_map(of_field)).collect();
        }
        _ => item.attrs.push(parse_quote!(#[serde(transparent)])),
    }
    item
}

/// The key of a constant tag.
fn tag_of(said: &Meta) -> Option<String> {
    let text = said.to_token_stream().to_string();
    if said.path().is_ident("object") {
        return Some("object".to_owned());
    }
    let (_, behind) = text.strip_prefix("tag")?.split_once("key = \"")?;
    Some(behind.split_once('"')?.0.to_owned())
}

fn tag_field(key: String) -> Field {
    let name = format_ident!("tag_{}", key.replace(|c: char| !c.is_alphanumeric(), "_"));
    parse_quote!(#[serde(rename = #key)] pub #name: String)
}

fn of_field(mut field: Field) -> Option<Field> {
    let said = take_api(&mut field.attrs);
    if said.iter().any(|one| one.path().is_ident("extra")) {
        return None;
    }
    if let Some(rename) = rename(&said) {
        field.attrs.push(parse_quote!(#[serde(rename = #rename)]));
    }
    if said.iter().any(|one| one.path().is_ident("optional")) {
        field
            .attrs
            .push(parse_quote!(#[serde(default, skip_serializing_if = "Option::is_none")]));
    }
    // Where there are no accessors, fields are public.
    field.vis = parse_quote!(pub);
    Some(field)
}

fn of_enum(mut item: ItemEnum) -> ItemEnum {
    let said = take_api(&mut item.attrs);
    derive_serde(&mut item.attrs);
    let is_of_words = item.variants.iter().any(|one| one.fields.is_empty());
    let how: Attribute = match (is_of_words, &keys(&said)) {
        (true, _) => parse_quote!(#[serde(rename_all = "snake_case")]),
        (false, (Some(tag), Some(content))) => {
            parse_quote!(#[serde(tag = #tag, content = #content)])
        }
        (false, (Some(tag), None)) => parse_quote!(#[serde(tag = #tag)]),
        (false, (None, _)) => parse_quote!(#[serde(untagged)]),
    };
    let is_untagged = how.to_token_stream().to_string().contains("untagged");
    item.attrs.push(how);
    for variant in &mut item.variants {
        of_variant(variant, is_untagged);
    }
    item
}

/// The keys of a union's tag and of its content.
fn keys(said: &[Meta]) -> (Option<LitStr>, Option<LitStr>) {
    (value(said, "tag"), value(said, "content"))
}

fn of_variant(variant: &mut Variant, is_untagged: bool) {
    let said = take_api(&mut variant.attrs);
    without_extra(&mut variant.fields);
    if let Some(rename) = rename(&said) {
        variant.attrs.push(parse_quote!(#[serde(rename = #rename)]));
    }
    if !is_untagged && said.iter().any(|one| one.path().is_ident("unknown")) {
        variant.attrs.push(parse_quote!(#[serde(untagged)]));
    }
}

/// Takes the place for unknown members away.
fn without_extra(fields: &mut Fields) {
    if let Fields::Unnamed(unnamed) = fields {
        let all = std::mem::take(&mut unnamed.unnamed).into_iter();
        let is_extra = |field: &Field| field.ty.to_token_stream().to_string() == "Extra";
        unnamed.unnamed = all.filter(|field| !is_extra(field)).collect();
        if unnamed.unnamed.is_empty() {
            *fields = Fields::Unit;
        }
    }
}

fn rename(said: &[Meta]) -> Option<LitStr> {
    value(said, "rename")
}

/// The text that stands behind `name =`.
fn value(said: &[Meta], name: &str) -> Option<LitStr> {
    said.iter().find_map(|one| match one {
        Meta::NameValue(one) if one.path.is_ident(name) => {
            syn::parse2(one.value.to_token_stream()).ok()
        }
        _ => None,
    })
}

/// Takes all that stands in `#[api(…)]` out of some attributes. What is no plain list of words and values there is a rule, and of no
/// concern here.
fn take_api(attrs: &mut Vec<Attribute>) -> Vec<Meta> {
    let (api, others): (Vec<_>, Vec<_>) = std::mem::take(attrs)
        .into_iter()
        .partition(|attr| attr.path().is_ident("api"));
    *attrs = others;
    let lists = api.iter().filter_map(|attr| attr.meta.require_list().ok());
    let parse = Punctuated::<TokenStream, Token![,]>::parse_terminated_with;
    let items = lists.flat_map(move |list| {
        let items = |input: syn::parse::ParseStream<'_>| parse(input, item_tokens);
        items.parse2(list.tokens.clone()).into_iter().flatten()
    });
    items.filter_map(|item| syn::parse2(item).ok()).collect()
}

/// All up to the next comma.
fn item_tokens(input: syn::parse::ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<proc_macro2::TokenTree>()?]);
    }
    Ok(tokens)
}

/// Puts serde's two derives in the place of ours.
fn derive_serde(attrs: &mut [Attribute]) {
    for attr in attrs
        .iter_mut()
        .filter(|attr| attr.path().is_ident("derive"))
    {
        let parse = Punctuated::<RustPath, Token![,]>::parse_terminated;
        let derived = attr.parse_args_with(parse).unwrap_or_default();
        let others = derived.iter().filter(|path| !path.is_ident("ApiObject"));
        *attr = parse_quote!(#[derive(#(#others,)* serde::Serialize, serde::Deserialize)]);
    }
}
