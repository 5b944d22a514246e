//! Variants of unions that are much larger than the others: boxed, as Rust's linter asks for.

use super::model::{Plan, Shape, Ty, TypeNo};

/// How much larger than the next one a variant may be, in bytes. The linter has 200; the sizes here are guesses.
const LARGER: usize = 160;
/// The deepest nesting that is looked into.
const DEPTH: usize = 200;
/// The size of a string, a list, a map or a word.
const TEXT: usize = 24;
/// The size of what remembers how an object deviated.
const EXTRA: usize = 16;

/// Boxes what is much larger than the other variants of its union.
pub(super) fn even_out(plan: &mut Plan) {
    let mut sizes = Sizes {
        known: vec![None; plan.types.len()],
    };
    for no in 0..plan.types.len() {
        sizes.of(plan, TypeNo(no), 0);
    }
}

struct Sizes {
    known: Vec<Option<usize>>,
}

impl Sizes {
    /// The size of a type, about. Unions are evened out on the way, so that what holds them is no larger than it will be.
    fn of(&mut self, plan: &mut Plan, no: TypeNo, depth: usize) -> usize {
        if let Some(known) = self.known[no.0] {
            return known;
        }
        if depth > DEPTH {
            return TEXT;
        }
        let size = match plan.ty(no).shape.clone() {
            Shape::Object(object) => {
                let fields = object
                    .fields
                    .iter()
                    .map(|field| self.ty(plan, &field.ty, depth));
                fields.sum::<usize>() + EXTRA
            }
            Shape::Union(union) => {
                let mut sizes: Vec<usize> = union
                    .variants
                    .iter()
                    .map(|variant| match &variant.ty {
                        Some(ty) => self.ty(plan, ty, depth),
                        None => 0,
                    })
                    .collect();
                self.even(plan, no, &mut sizes);
                sizes.into_iter().max().unwrap_or(0).max(TEXT) + 8
            }
            Shape::Alias(ty) => self.ty(plan, &ty, depth),
            Shape::Words(_) | Shape::Status | Shape::Pending => TEXT,
        };
        self.known[no.0] = Some(size);
        size
    }

    /// Boxes the largest variant for as long as it is much larger than the next.
    fn even(&self, plan: &mut Plan, no: TypeNo, sizes: &mut [usize]) {
        let Shape::Union(union) = &mut plan.types[no.0].shape else {
            return;
        };
        loop {
            let largest = (0..sizes.len()).max_by_key(|i| sizes[*i]);
            let Some(largest) = largest else {
                return;
            };
            // What no other variant takes is a value, too.
            let others = (0..sizes.len()).filter(|i| *i != largest).map(|i| sizes[i]);
            let next = others.max().unwrap_or(0).max(TEXT);
            if sizes[largest] <= next + LARGER {
                return;
            }
            if let Some(ty) = &mut union.variants[largest].ty {
                *ty = Ty::Boxed(Box::new(ty.clone()));
            }
            sizes[largest] = 8;
        }
    }

    fn ty(&mut self, plan: &mut Plan, ty: &Ty, depth: usize) -> usize {
        match ty {
            Ty::Bool => 1,
            Ty::Integer(_) | Ty::Float | Ty::Moment | Ty::Quoted(_) => 16,
            Ty::Id(id) if plan.ids[*id].number.is_some() => 16,
            Ty::Boxed(_) => 8,
            Ty::Named(no) => self.of(plan, *no, depth + 1),
            Ty::Option(inner) | Ty::Auto(inner) | Ty::Nullable(inner) => {
                self.ty(plan, inner, depth)
            }
            Ty::Text
            | Ty::Raw
            | Ty::Id(_)
            | Ty::List(_)
            | Ty::Items(_)
            | Ty::Map(_)
            | Ty::Secret
            | Ty::Expandable(..) => TEXT,
            Ty::Deleted(..) => 2 * TEXT + EXTRA,
            Ty::Page(_) => 6 * TEXT + EXTRA,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Facts;
    use crate::plan::plan;
    use crate::schema::tests::schemas;

    #[test]
    fn a_variant_that_is_much_larger_is_boxed() {
        let members: Vec<String> = (0..20).map(|i| format!("m{i}: {{type: string}}")).collect();
        let members = members.join(", ");
        let schemas = schemas(&format!(
            "Large: {{type: object, required: [type], properties: {{type: {{const: large}}, {members}}}}}
Small: {{type: object, required: [type], properties: {{type: {{const: small}}}}}}
Also: {{type: object, required: [type], properties: {{type: {{const: also}}, {members}}}}}
One: {{oneOf: [{{$ref: '#/components/schemas/Large'}}, {{$ref: '#/components/schemas/Small'}}]}}
Two: {{oneOf: [{{$ref: '#/components/schemas/Large'}}, {{$ref: '#/components/schemas/Also'}}]}}"
        ));
        let plan = plan(&schemas, &Facts::default());
        let boxed = |name: &str| {
            let union = plan.types.iter().find_map(|ty| match &ty.shape {
                Shape::Union(union) if ty.name == name => Some(union),
                _ => None,
            });
            let variants = union.unwrap().variants.iter();
            variants
                .map(|variant| matches!(variant.ty, Some(Ty::Boxed(_))))
                .collect::<Vec<_>>()
        };
        assert_eq!(boxed("One"), [true, false]);
        assert_eq!(boxed("Two"), [false, false]);
    }
}
