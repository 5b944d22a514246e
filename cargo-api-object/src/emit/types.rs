//! Types as items.

use std::cell::RefCell;
use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::attributes::{self, name};
use super::docs;
use super::sentences;
use crate::document::unescape;
use crate::plan::{
    Field, IdType, ObjectShape, Plan, Presence, Shape, Ty, TypeNo, UnionShape, UnionStyle,
    WordsShape, snake,
};
use crate::schema::{Origin, Root, RootId, Schemas};

/// What is at hand where items are written.
pub(super) struct Emitter<'e> {
    plan: &'e Plan,
    schemas: &'e Schemas,
    /// The names of equal roots, by the one that stands for them.
    twins: HashMap<RootId, Vec<String>>,
    /// The keys of the attributes that are marked.
    attributes: RefCell<Vec<Vec<String>>>,
}

/// The schema with a name that a reference leads into.
fn part_of(root: &Root) -> Option<String> {
    let within = root.place.pointer.strip_prefix("/components/schemas/")?;
    let (whole, _) = within.split_once('/')?;
    Some(unescape(whole))
}

/// Whether a title is a name itself, and says nothing that the name of its type does not.
fn repeats(title: &str, name: &str) -> bool {
    let name = snake(name);
    let words: Vec<&str> = name.split('_').collect();
    let is_name = !title.contains(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    is_name && snake(title).split('_').all(|word| words.contains(&word))
}

/// What marks begin with.
const MARK: &str = "mark_";

impl<'e> Emitter<'e> {
    pub(super) fn new(plan: &'e Plan, schemas: &'e Schemas) -> Self {
        let mut twins: HashMap<RootId, Vec<String>> = HashMap::new();
        for root in &schemas.roots {
            // The same body of another media type has no other name.
            let is_named = |own: &RootId| schemas.root(*own).name != root.name;
            if let Some(own) = root.twin.filter(is_named) {
                twins
                    .entry(own)
                    .or_default()
                    .push(sentences::span(&root.name));
            }
        }
        Emitter {
            plan,
            schemas,
            twins,
            attributes: RefCell::default(),
        }
    }
}

impl Emitter<'_> {
    /// The item of a type; none where a field makes it.
    pub(super) fn item(&self, no: TypeNo) -> Option<TokenStream> {
        let decl = self.plan.ty(no);
        let ident = name(&decl.name);
        let docs = self.docs(&self.type_docs(no));
        let item = match &decl.shape {
            Shape::Object(object) => self.object(no, object),
            Shape::Words(words) => self.words(&ident, words),
            Shape::Union(union) => self.union(&ident, union),
            Shape::Alias(Ty::Id(id)) if self.plan.ids[*id].home == Some(no) => {
                return Some(self.id(&self.plan.ids[*id]));
            }
            Shape::Alias(ty) => {
                let ty = self.ty(ty);
                quote!(pub type #ident = #ty;)
            }
            Shape::Pending | Shape::Status => return None,
        };
        Some(quote!(#docs #item))
    }

    fn type_docs(&self, no: TypeNo) -> String {
        let decl = self.plan.ty(no);
        let mut docs = decl.docs.clone();
        if repeats(&docs, &decl.name) {
            docs.clear();
        }
        // The member that holds a part says all of it.
        let holder = decl.parent.map(|parent| &self.plan.ty(parent).shape);
        if let (Some(Shape::Object(_)), None) = (holder, decl.root) {
            docs = sentences::first_sentence(&docs).to_owned();
        }
        let twins = decl.root.and_then(|root| self.twins.get(&root));
        let twins = twins.map(Vec::as_slice).unwrap_or_default();
        if docs.is_empty() {
            docs = match (decl.root, decl.parent) {
                (Some(root), _) => {
                    let root = self.schemas.root(root);
                    if let Some(whole) = part_of(root) {
                        return format!("A part of {}.", sentences::span(&whole));
                    }
                    let operations = &root.operations;
                    let is_used = !operations.taking.is_empty()
                        || !operations.answering.is_empty()
                        || !operations.events.is_empty();
                    if !is_used && root.origin != Origin::Body {
                        let mut names = vec![sentences::span(&root.name)];
                        names.extend(twins.iter().cloned());
                        return format!("The document's {}.", sentences::list(&names));
                    }
                    sentences::of_operations(operations)
                }
                (None, Some(parent)) => format!("A part of [`{}`].", self.plan.ty(parent).name),
                (None, None) => String::new(),
            };
            if decl.root.is_none() {
                // A link that is made here must not be escaped as those of the document are.
                docs = docs.replace("[`", "`").replace("`]", "`");
            }
        }
        if twins.is_empty() {
            return docs;
        }
        let verb = if twins.len() == 1 { "is" } else { "are" };
        format!(
            "{}\n\nIn the document, {} {verb} the same.",
            sentences::sentence(&docs),
            sentences::list(twins)
        )
    }

    fn docs(&self, text: &str) -> TokenStream {
        self.comment(text, docs::WIDTH)
    }

    /// The comment of a field or a variant.
    fn docs_within(&self, text: &str) -> TokenStream {
        self.comment(text, docs::WIDTH_WITHIN)
    }

    fn comment(&self, text: &str, width: usize) -> TokenStream {
        let links = self.schemas.links.as_deref();
        let lines = docs::lines(&sentences::sentence(text), links, width);
        let lines = lines.into_iter().map(|line| {
            if line.is_empty() {
                line
            } else {
                format!(" {line}")
            }
        });
        quote!(#(#[doc = #lines])*)
    }

    fn object(&self, no: TypeNo, object: &ObjectShape) -> TokenStream {
        let decl = self.plan.ty(no);
        let ident = name(&decl.name);
        let default = object.is_default.then(|| quote!(Default,));
        let mut keys: Vec<String> = object.tag.iter().flat_map(attributes::tag).collect();
        keys.extend(object.casing.map(attributes::casing));
        let has_status = object
            .fields
            .iter()
            .any(|field| !field.hints.status.is_empty());
        if has_status && object.view.is_none() {
            keys.push("view = false".to_owned());
        }
        keys.push(attributes::DEBUG.to_owned());
        let keys = self.attribute(keys);
        let public = decl.is_sent.then(|| quote!(pub));
        let fields = object
            .fields
            .iter()
            .map(|field| self.field(field, &public, object.casing.is_some()));
        let extra = self.extra(object, &public);
        quote! {
            #[derive(Clone, #default PartialEq, ApiObject)]
            #keys
            pub struct #ident {
                #(#fields,)*
                #extra,
            }
        }
    }

    /// The field for what has no field.
    fn extra(&self, object: &ObjectShape, public: &Option<TokenStream>) -> TokenStream {
        let ident = name(&object.extra);
        let docs = object.expected.as_deref().unwrap_or_default();
        let docs = self.docs_within(docs);
        let key = match object.expected {
            Some(_) => quote!(extra(expected)),
            None => quote!(extra),
        };
        quote!(#docs #[api(#key)] #public #ident: Extra)
    }

    fn field(&self, field: &Field, public: &Option<TokenStream>, is_cased: bool) -> TokenStream {
        let mut text = field.docs.clone();
        if !field.because.is_empty() {
            let gap = if text.is_empty() { "" } else { "\n\n" };
            text = format!("{text}{gap}{}", field.because.join(" "));
        }
        let docs = self.docs_within(&text);
        let keys = self.attribute(attributes::field(field, is_cased));
        let deprecated = field.deprecated.then(|| quote!(#[deprecated]));
        let ident = name(&field.ident);
        let ty = self.ty(&field.ty);
        let ty = match field.presence {
            Presence::Required => ty,
            Presence::Nullable | Presence::Optional | Presence::Either => quote!(Option<#ty>),
            Presence::Distinct => quote!(Nullable<#ty>),
        };
        quote!(#docs #keys #deprecated #public #ident: #ty)
    }

    fn union(&self, ident: &proc_macro2::Ident, union: &UnionShape) -> TokenStream {
        let mut keys = attributes::style(&union.style);
        keys.push(attributes::DEBUG.to_owned());
        let keys = self.attribute(keys);
        let keeper = match union.style {
            UnionStyle::Untagged => quote!(RawJson),
            _ => quote!(UnknownObject),
        };
        let variants = union.variants.iter().map(|variant| {
            let docs = self.docs_within(&variant.docs);
            let keys = self.attribute(attributes::variant(variant));
            let ident = name(&variant.ident);
            let held = variant.ty.as_ref().map(|ty| self.ty(ty)).into_iter();
            let extra = union.has_envelope().then(|| quote!(Extra));
            let held = held.chain(extra);
            quote!(#docs #keys #ident(#(#held),*))
        });
        let unknown = union.unknown.as_deref().map(|unknown| {
            let unknown = name(unknown);
            quote! {
                /// What no other variant takes.
                #[api(unknown)]
                #unknown(#keeper),
            }
        });
        quote! {
            #[derive(Clone, PartialEq, ApiObject)]
            #keys
            pub enum #ident {
                #(#variants,)*
                #unknown
            }
        }
    }

    fn words(&self, ident: &proc_macro2::Ident, words: &WordsShape) -> TokenStream {
        let variants = words.words.iter().map(|word| {
            let ident = name(&word.ident);
            let is_other = words.casing.is_none() && snake(&word.ident) != word.word;
            let rename = is_other.then(|| attributes::rename(&word.word));
            let rename = self.attribute(rename.into_iter().collect());
            let docs = self.docs_within(&word.docs);
            quote!(#docs #rename #ident)
        });
        let unknown = name(&words.unknown);
        let (docs, key) = match words.expected {
            true => (
                " Any other string, as the API allows.",
                quote!(unknown(expected)),
            ),
            false => (" A word that is not listed here.", quote!(unknown)),
        };
        let casing = self.attribute(words.casing.map(attributes::casing).into_iter().collect());
        quote! {
            #[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
            #casing
            pub enum #ident {
                #(#variants,)*
                #[doc = #docs]
                #[api(#key)]
                #unknown(UnknownValue),
            }
        }
    }

    /// The newtype of an id.
    pub(super) fn id(&self, id: &IdType) -> TokenStream {
        let ident = name(&id.name);
        let plain = id.name.trim_end_matches(|c: char| c.is_ascii_digit());
        let what = snake(plain.strip_suffix("Id").unwrap_or(plain)).replace('_', " ");
        let article = sentences::article(&what);
        let own = id.home.map(|no| self.type_docs(no)).unwrap_or_default();
        let docs = match own.is_empty() {
            true => self.docs(&format!("Names {article} {what}.")),
            false => self.docs(&own),
        };
        let key = self.attribute(vec![attributes::id(&id.prefixes)]);
        let (copy, held) = match id.number {
            Some(number) => (Some(quote!(Copy,)), name(number)),
            None => (None, name("Str")),
        };
        quote! {
            #docs
            #[derive(Debug, Clone, #copy PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
            #key
            pub struct #ident(#held);
        }
    }

    /// A mark for an attribute with these keys, which [`Emitter::print`] puts in its place.
    fn attribute(&self, keys: Vec<String>) -> Option<TokenStream> {
        if keys.is_empty() {
            return None;
        }
        let mut all = self.attributes.borrow_mut();
        let mark = format_ident!("{MARK}{}", all.len());
        all.push(keys);
        Some(quote!(#[api(#mark)]))
    }

    /// Items as text, with their attributes.
    pub(super) fn print(&self, tokens: TokenStream) -> syn::Result<String> {
        let file: syn::File = syn::parse2(tokens)?;
        let printed = prettyplease::unparse(&file);
        let all = self.attributes.borrow();
        let lines = printed.lines().map(|line| {
            let found = line
                .trim()
                .strip_prefix("#[api(")
                .and_then(|rest| rest.strip_suffix(")]"));
            let number = found.and_then(|mark| mark.strip_prefix(MARK)?.parse::<usize>().ok());
            match number.and_then(|number| all.get(number)) {
                // A comment begins otherwise, so this is a mark of ours.
                Some(keys) => {
                    let indent = &line[..line.len() - line.trim_start().len()];
                    attributes::attribute(keys, indent) + "\n"
                }
                None => format!("{line}\n"),
            }
        });
        let text: String = lines.collect();
        // What is written as text is looked at by a parser, too.
        syn::parse_file(&text)?;
        Ok(text)
    }

    pub(super) fn ty(&self, ty: &Ty) -> TokenStream {
        match ty {
            Ty::Bool => quote!(bool),
            Ty::Integer(int) => {
                let int = format_ident!("{int}");
                quote!(#int)
            }
            Ty::Float => quote!(f64),
            Ty::Text => quote!(String),
            Ty::Moment => quote!(UnixSeconds),
            Ty::Raw => quote!(RawJson),
            Ty::Secret => quote!(Secret<Str>),
            Ty::Id(id) => self.id_name(*id),
            Ty::Named(no) => {
                let named = name(&self.plan.ty(*no).name);
                quote!(#named)
            }
            Ty::Option(inner) => self.generic("Option", inner, None),
            Ty::List(inner) => self.generic("Vec", inner, None),
            Ty::Items(inner) => self.generic("Items", inner, None),
            Ty::Boxed(inner) => self.generic("Box", inner, None),
            Ty::Quoted(inner) => self.generic("Quoted", inner, None),
            Ty::Auto(inner) => self.generic("Auto", inner, None),
            Ty::Nullable(inner) => self.generic("Nullable", inner, None),
            Ty::Page(inner) => self.generic("List", inner, None),
            Ty::Deleted(inner, id) => self.generic("Deleted", inner, *id),
            Ty::Expandable(inner, id) => self.generic("Expandable", inner, *id),
            Ty::Map(inner) => {
                let inner = self.ty(inner);
                quote!(BTreeMap<String, #inner>)
            }
        }
    }

    /// A type of another, and perhaps of its id.
    fn generic(&self, outer: &str, inner: &Ty, id: Option<usize>) -> TokenStream {
        let outer = name(outer);
        let inner = self.ty(inner);
        match id.map(|id| self.id_name(id)) {
            Some(id) => quote!(#outer<#inner, #id>),
            None => quote!(#outer<#inner>),
        }
    }

    fn id_name(&self, id: usize) -> TokenStream {
        let id = name(&self.plan.ids[id].name);
        quote!(#id)
    }
}
