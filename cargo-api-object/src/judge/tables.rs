//! From planned types to the tables that a derive would make of their declarations.
//!
//! A check reads tables that live as long as the program, so these are never given back: each planned type that
//! somebody asks for is made once.

use std::collections::HashMap;

use api_object::__private::late::Late;
use api_object::__private::{
    Head, IdType, Lifecycle, NO_TOKEN, ObjectType, OwnTag, Tag, Terms, UnionStyle, UnionType,
    UnionVariant, Word, WordTerms,
};
use api_object::describe::{Descriptor, EnumType, Member, Others};
use api_object::{ApiObject, Deleted, List, RawJson, Shape};

use super::{members, statuses};
use crate::plan::{
    self, ObjectShape, Plan, Presence, Ty, TypeDecl, TypeNo, UnionShape, WordsShape,
};

/// The tables of a plan, as far as somebody asked for them.
pub(super) struct Tables<'p> {
    plan: &'p Plan,
    types: HashMap<TypeNo, &'static Late>,
    ids: HashMap<usize, &'static Late>,
    /// Types that shapes name, and that have no table yet.
    waiting: Vec<TypeNo>,
}

impl<'p> Tables<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Tables {
            plan,
            types: HashMap::new(),
            ids: HashMap::new(),
            waiting: Vec::new(),
        }
    }

    /// The shape of a type, with the tables of all that it holds.
    pub(super) fn whole(&mut self, ty: &Ty) -> &'static Shape {
        let shape = self.leaked(ty);
        while let Some(no) = self.waiting.pop() {
            let decl = self.plan.ty(no);
            if let Some(descriptor) = self.descriptor(decl) {
                self.types[&no].set(descriptor);
            }
        }
        shape
    }

    fn leaked(&mut self, ty: &Ty) -> &'static Shape {
        leak(self.shape(ty))
    }

    fn shape(&mut self, ty: &Ty) -> Shape {
        match ty {
            Ty::Bool => Shape::Bool,
            Ty::Integer(int) => integer(int),
            Ty::Float => Shape::Number,
            Ty::Text => Shape::Text,
            Ty::Moment => Shape::UnixSeconds,
            Ty::Raw => Shape::Any,
            Ty::Secret => Shape::Secret(&Shape::Text),
            Ty::Id(id) => Shape::Late(self.id(*id)),
            Ty::Named(no) => match &self.plan.ty(*no).shape {
                plan::Shape::Alias(ty) => self.shape(ty),
                _ => Shape::Late(self.named(*no)),
            },
            Ty::Option(inner) => Shape::Nullable(self.leaked(inner)),
            Ty::Nullable(inner) => Shape::NullOrAbsent(self.leaked(inner)),
            Ty::List(inner) => Shape::List(self.leaked(inner)),
            Ty::Items(inner) => Shape::Items(self.leaked(inner)),
            Ty::Map(inner) => Shape::Map(self.leaked(inner)),
            Ty::Boxed(inner) => self.shape(inner),
            Ty::Auto(inner) => Shape::Auto(self.leaked(inner)),
            Ty::Quoted(inner) => Shape::Quoted(self.leaked(inner)),
            Ty::Page(inner) => self.page(inner),
            Ty::Deleted(inner, id) => self.deleted(inner, *id),
            Ty::Expandable(inner, id) => {
                Shape::IdOr(leak(self.id_or_text(*id)), self.leaked(inner))
            }
        }
    }

    fn named(&mut self, no: TypeNo) -> &'static Late {
        if let Some(known) = self.types.get(&no) {
            return known;
        }
        let late = leak(Late::new());
        self.types.insert(no, late);
        self.waiting.push(no);
        late
    }

    fn id(&mut self, id: usize) -> &'static Late {
        let plan = self.plan;
        self.ids.entry(id).or_insert_with(|| {
            let late = leak(Late::new());
            let declared = &plan.ids[id];
            late.set(Descriptor::Id(leak(IdType {
                name: text(&declared.name),
                docs: "",
                shape: declared.number.map_or(Shape::Text, integer),
                prefixes: texts(&declared.prefixes),
                rules: &[],
                head: Head::NONE,
            })));
            late
        })
    }

    fn id_or_text(&mut self, id: Option<usize>) -> Shape {
        id.map_or(Shape::Text, |id| Shape::Late(self.id(id)))
    }

    /// `List<T>`.
    fn page(&mut self, item: &Ty) -> Shape {
        let items = Shape::Items(self.leaked(item));
        described(with(List::<RawItem>::DESCRIPTOR, &[("data", items)]))
    }

    /// `Deleted<T, I>`.
    fn deleted(&mut self, of: &Ty, id: Option<usize>) -> Shape {
        let late = match self.shape(of) {
            Shape::Late(late) => late,
            _ => leak(Late::new()),
        };
        let word = Shape::NullOrAbsent(leak(Shape::LateReceipt(late)));
        let id = self.id_or_text(id);
        described(with(
            Deleted::<RawItem>::DESCRIPTOR,
            &[("id", id), ("object", word)],
        ))
    }

    fn descriptor(&mut self, decl: &TypeDecl) -> Option<Descriptor> {
        match &decl.shape {
            plan::Shape::Object(object) => Some(self.object(decl, object)),
            plan::Shape::Words(words) => Some(Descriptor::OpenEnum(leak(word_type(decl, words)))),
            plan::Shape::Union(union) => Some(Descriptor::Union(self.union(decl, union))),
            // The table of a field makes it, before anything asks for it here.
            plan::Shape::Status | plan::Shape::Alias(_) | plan::Shape::Pending => None,
        }
    }

    fn object(&mut self, decl: &TypeDecl, object: &ObjectShape) -> Descriptor {
        let mut members = Vec::new();
        let mut lifecycle = None;
        let table = statuses::Table::of(&object.fields);
        for (place, field) in object.fields.iter().enumerate() {
            if let (false, Ty::Named(no)) = (field.hints.status.is_empty(), &field.ty) {
                let words = leak(table.words(text(&self.plan.ty(*no).name)));
                self.named(*no).set(Descriptor::OpenEnum(words));
                lifecycle = Some(Lifecycle {
                    member: place,
                    statuses: words,
                });
            }
            let ty = self.shape(&field.ty);
            members.push(Member {
                name: text(&field.wire),
                token: NO_TOKEN,
                docs: text(&field.docs),
                shape: match field.presence {
                    Presence::Required => ty,
                    Presence::Distinct => Shape::NullOrAbsent(leak(ty)),
                    _ => Shape::Nullable(leak(ty)),
                },
                terms: members::terms(field, &object.fields, &table),
            });
        }
        let made = ObjectType::new(text(&decl.name), text(&decl.docs), leak_all(members));
        let made = match object.expected {
            Some(_) => made.expects_more(),
            None => made,
        };
        Descriptor::Object(leak(ObjectType {
            tag: object.tag.as_ref().map(tag),
            keeps_extra: true,
            lifecycle,
            ..made
        }))
    }

    fn union(&mut self, decl: &TypeDecl, union: &UnionShape) -> &'static UnionType {
        let variants = union.variants.iter().map(|variant| {
            let (name, docs) = (text(&variant.ident), text(&variant.docs));
            let made = match (&variant.word, &variant.ty) {
                (Some(word), ty) => {
                    let object = format!("{}::{}", decl.name, variant.ident);
                    let object = self.envelope(&object, &union.style, word, ty.as_ref());
                    UnionVariant::object(text(word), docs, object)
                }
                (None, Some(ty)) => {
                    let shape = self.shape(ty);
                    match (&union.style, &variant.when) {
                        // That the tags differ was seen to when it was planned.
                        (plan::UnionStyle::Own, None) => {
                            UnionVariant::own(name, docs, shape, OwnTag::Some)
                        }
                        _ => UnionVariant::new(name, docs, shape),
                    }
                }
                (None, None) => UnionVariant::new(name, docs, Shape::Any),
            };
            match &variant.when {
                Some((member, values)) => {
                    let values = values.iter().map(|value| text(&value.to_string()));
                    made.when(text(member), leak_all(values.collect()))
                }
                None => made,
            }
        });
        let variants = leak_all(variants.collect());
        let (tag, style) = match &union.style {
            plan::UnionStyle::Own => ("", UnionStyle::Own),
            plan::UnionStyle::Untagged => ("", UnionStyle::Untagged),
            plan::UnionStyle::Keyed(tag) => (text(tag), UnionStyle::Keyed),
            plan::UnionStyle::Content(tag, content) => {
                (text(tag), UnionStyle::Adjacent(text(content)))
            }
        };
        let made = UnionType::new(text(&decl.name), text(&decl.docs), tag, variants);
        let made = match &union.unknown {
            Some(_) => made.style(style).open(),
            None => made.style(style),
        };
        leak(
            match union.variants.iter().any(|variant| variant.when.is_some()) {
                true => made.conditional(),
                false => made,
            },
        )
    }

    /// What stands beside a tag: a value, under its word or under the content's name, or nothing.
    fn envelope(
        &mut self,
        name: &str,
        style: &plan::UnionStyle,
        word: &str,
        ty: Option<&Ty>,
    ) -> &'static ObjectType {
        let member = match style {
            plan::UnionStyle::Content(_, content) => content,
            _ => word,
        };
        let members = ty.map(|ty| Member {
            name: text(member),
            token: NO_TOKEN,
            docs: "",
            shape: self.shape(ty),
            terms: match ty {
                Ty::Option(_) => Terms::Optional,
                _ => Terms::None,
            },
        });
        let members = leak_all(members.into_iter().collect());
        leak(ObjectType {
            keeps_extra: true,
            ..ObjectType::new(text(name), "", members)
        })
    }
}

/// What stands for the items of a type of the runtime while its table is looked at.
#[derive(ApiObject)]
struct RawItem {
    _nothing: Option<RawJson>,
}

/// The table of an object, with other shapes of some members.
fn with(descriptor: Descriptor, shapes: &[(&str, Shape)]) -> Descriptor {
    let Descriptor::Object(object) = descriptor else {
        return descriptor;
    };
    let members = object.members.iter().map(|member| {
        let other = shapes.iter().find(|(name, _)| *name == member.name);
        let shape = other.map_or(member.shape, |(_, shape)| *shape);
        Member { shape, ..*member }
    });
    Descriptor::Object(leak(ObjectType {
        keeps_extra: object.keeps_extra,
        ..ObjectType::new(object.name, object.docs, leak_all(members.collect()))
    }))
}

fn described(descriptor: Descriptor) -> Shape {
    let late = leak(Late::new());
    late.set(descriptor);
    Shape::Late(late)
}

fn integer(name: &str) -> Shape {
    let (min, max) = plan::limits(name);
    Shape::Integer {
        min: min as i64,
        max: max as u64,
    }
}

fn word_type(decl: &TypeDecl, shape: &WordsShape) -> EnumType {
    let words = shape.words.iter().map(|word| Word {
        name: text(&word.word),
        docs: "",
        terms: WordTerms::None,
    });
    EnumType {
        name: text(&decl.name),
        docs: text(&decl.docs),
        words: leak_all(words.collect()),
        others: match shape.expected {
            true => Others::Expected,
            false => Others::Kept,
        },
    }
}

fn tag(tag: &plan::Tag) -> Tag {
    Tag {
        key: text(&tag.key),
        word: text(&tag.word),
        former: texts(&tag.former),
        optional: tag.optional,
        token: NO_TOKEN,
    }
}

pub(super) fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

pub(super) fn leak_all<T>(values: Vec<T>) -> &'static [T] {
    values.leak()
}

pub(super) fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn texts(all: &[String]) -> &'static [&'static str] {
    leak_all(all.iter().map(|one| text(one)).collect())
}
