//! How deep types lead into each other, which compilers follow up to a limit.

use super::model::{Plan, Shape, Ty, TypeNo};

/// How deep compilers follow types by themselves, less what a crate puts around them.
const BY_ITSELF: usize = 80;
/// From how many types on the way is looked for.
const STARTS: usize = 500;

impl Plan {
    /// The `recursion_limit` that a crate of these types needs, where it is more than what compilers allow by themselves.
    pub fn recursion_limit(&self) -> Option<usize> {
        let edges: Vec<Vec<(usize, usize)>> = (0..self.types.len())
            .map(|no| edges(self, TypeNo(no)))
            .collect();
        let starts = (0..edges.len()).take(STARTS);
        let deepest = starts.map(|start| depth(&edges, start)).max().unwrap_or(0);
        // From another type on, or in another order, they are followed deeper.
        (deepest > BY_ITSELF).then(|| (deepest * 2).next_power_of_two())
    }
}

/// How deep a search from a type gets, of which each type is met once.
fn depth(edges: &[Vec<(usize, usize)>], start: usize) -> usize {
    let mut is_met = vec![false; edges.len()];
    is_met[start] = true;
    let mut open = vec![(start, 0, 0)];
    let mut deepest = 0;
    while let Some((no, next, depth)) = open.last_mut() {
        let Some((to, layers)) = edges[*no].get(*next) else {
            open.pop();
            continue;
        };
        *next += 1;
        let depth = *depth + layers;
        if !std::mem::replace(&mut is_met[*to], true) {
            deepest = deepest.max(depth);
            open.push((*to, 0, depth));
        }
    }
    deepest
}

/// The types that one leads to, and how many layers are between.
fn edges(plan: &Plan, no: TypeNo) -> Vec<(usize, usize)> {
    let types: Vec<&Ty> = match &plan.ty(no).shape {
        Shape::Object(object) => object.fields.iter().map(|field| &field.ty).collect(),
        Shape::Union(union) => union.held().collect(),
        Shape::Alias(ty) => vec![ty],
        Shape::Words(_) | Shape::Pending | Shape::Status => Vec::new(),
    };
    let edge = |ty: &Ty| Some((ty.named()?.0, layers(ty)));
    types.into_iter().filter_map(edge).collect()
}

/// How many types of the standard library or the runtime a type goes through, itself and its presence among them.
fn layers(ty: &Ty) -> usize {
    match ty {
        Ty::Option(inner) | Ty::Auto(inner) | Ty::Nullable(inner) | Ty::Expandable(inner, _) => {
            1 + layers(inner)
        }
        Ty::Boxed(inner) => 2 + layers(inner),
        Ty::List(inner) => 4 + layers(inner),
        Ty::Items(inner) => 6 + layers(inner),
        Ty::Map(inner) | Ty::Page(inner) => 8 + layers(inner),
        _ => 3,
    }
}
