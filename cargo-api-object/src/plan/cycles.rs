//! Types that hold themselves: boxed where Rust asks for it, and broken up where no value would be finite.

use super::model::{Plan, Presence, Shape, Ty, TypeNo};

/// How often a kind of circle is broken up one by one, before all that is left is broken up at once.
const ROUNDS: usize = 50;

/// Makes all types finite.
pub(super) fn break_up(plan: &mut Plan) {
    let rounds: [(Follow, Cut); 3] = [
        (aliased, cut_alias),
        (united, cut_union),
        (required, cut_required),
    ];
    for (follow, cut) in rounds {
        for round in 0..=ROUNDS {
            let circles = Circles::of(plan, follow);
            let mut broken = Vec::new();
            for no in (0..plan.types.len())
                .map(TypeNo)
                .filter(|no| circles.holds(*no))
            {
                let circle = circles.number(no);
                if round == ROUNDS || !broken.contains(&circle) {
                    broken.push(circle);
                    cut(plan, no, &circles);
                }
            }
            if broken.is_empty() {
                break;
            }
        }
    }
    boxes(plan);
}

/// Aliases that an alias names.
fn aliased(plan: &Plan, no: TypeNo) -> Vec<TypeNo> {
    match &plan.ty(no).shape {
        Shape::Alias(ty) => {
            let all = ty.named().into_iter();
            all.filter(|no| matches!(plan.ty(*no).shape, Shape::Alias(_)))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// A name that stands for itself has no meaning: raw JSON takes its place.
fn cut_alias(plan: &mut Plan, no: TypeNo, _: &Circles) {
    let place = plan.ty(no).place.clone();
    plan.types[no.0].shape = Shape::Alias(Ty::Raw);
    let why = "a list or a map of itself has no type in Rust".to_owned();
    plan.notes.push((place, why, true));
}

/// Types that a union is directly.
fn united(plan: &Plan, no: TypeNo) -> Vec<TypeNo> {
    match &plan.ty(no).shape {
        // A value beside its tag is told from its union by that.
        Shape::Union(union) if !union.has_envelope() => union.held().filter_map(direct).collect(),
        Shape::Alias(ty) => direct(ty).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Nothing tells a union from a union that holds it directly.
fn cut_union(plan: &mut Plan, no: TypeNo, circles: &Circles) {
    let Shape::Union(union) = &mut plan.types[no.0].shape else {
        return;
    };
    let is_back = |ty: &Ty| direct(ty).is_some_and(|to| circles.same(no, to));
    union
        .variants
        .retain(|variant| !variant.ty.as_ref().is_some_and(is_back));
    if union.variants.is_empty() {
        plan.types[no.0].shape = Shape::Alias(Ty::Raw);
    }
    let place = plan.ty(no).place.clone();
    let why = "a union that holds itself directly; what only that branch takes is kept as it comes"
        .to_owned();
    plan.notes.push((place, why, true));
}

/// Types of which an object always holds one.
fn required(plan: &Plan, no: TypeNo) -> Vec<TypeNo> {
    match &plan.ty(no).shape {
        Shape::Object(object) => {
            let required = object
                .fields
                .iter()
                .filter(|field| field.presence == Presence::Required);
            required.filter_map(|field| direct(&field.ty)).collect()
        }
        Shape::Alias(ty) => direct(ty).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// An object that always holds one of itself has no finite value: the member may be absent.
fn cut_required(plan: &mut Plan, no: TypeNo, circles: &Circles) {
    let Shape::Object(object) = &mut plan.types[no.0].shape else {
        return;
    };
    for field in &mut object.fields {
        let is_cut = direct(&field.ty).is_some_and(|to| circles.same(no, to));
        if is_cut && field.presence == Presence::Required {
            field.presence = Presence::Optional;
            let why = "Required by the document, though no finite value could have it always.";
            field.because.push(why.to_owned());
        }
    }
}

/// What holds itself by value is boxed: in a variant beside its tag, or in a field, since each other circle goes through an
/// object, and where a field may be empty rather than where it is always there.
fn boxes(plan: &mut Plan) {
    let circles = Circles::of(plan, held);
    for no in (0..plan.types.len()).map(TypeNo) {
        if let Shape::Union(union) = &mut plan.types[no.0].shape
            && union.has_envelope()
        {
            let held = union
                .variants
                .iter_mut()
                .filter_map(|variant| variant.ty.as_mut());
            held.for_each(|ty| box_named(ty, &|to| circles.same(no, to)));
        }
    }
    for all in [false, true] {
        let circles = Circles::of(plan, held);
        for no in (0..plan.types.len())
            .map(TypeNo)
            .filter(|no| circles.holds(*no))
        {
            if let Shape::Object(object) = &mut plan.types[no.0].shape {
                let wanted = object
                    .fields
                    .iter_mut()
                    .filter(|field| all || field.presence != Presence::Required);
                wanted.for_each(|field| box_named(&mut field.ty, &|to| circles.same(no, to)));
            }
        }
    }
}

fn box_named(ty: &mut Ty, is_back: &dyn Fn(TypeNo) -> bool) {
    match ty {
        Ty::Named(no) if is_back(*no) => *ty = Ty::Boxed(Box::new(ty.clone())),
        Ty::Option(inner) | Ty::Auto(inner) | Ty::Nullable(inner) => box_named(inner, is_back),
        _ => {}
    }
}

/// The types that one holds by value.
fn held(plan: &Plan, no: TypeNo) -> Vec<TypeNo> {
    match &plan.ty(no).shape {
        Shape::Object(object) => object
            .fields
            .iter()
            .filter_map(|field| by_value(&field.ty))
            .collect(),
        Shape::Union(union) => union.held().filter_map(by_value).collect(),
        Shape::Alias(ty) => by_value(ty).into_iter().collect(),
        Shape::Words(_) | Shape::Pending | Shape::Status => Vec::new(),
    }
}

fn by_value(ty: &Ty) -> Option<TypeNo> {
    match ty {
        Ty::Named(no) => Some(*no),
        Ty::Option(inner) | Ty::Auto(inner) | Ty::Nullable(inner) => by_value(inner),
        _ => None,
    }
}

/// The type that a value is, with nothing between.
fn direct(ty: &Ty) -> Option<TypeNo> {
    match ty {
        Ty::Named(no) => Some(*no),
        Ty::Boxed(inner) => direct(inner),
        _ => None,
    }
}

/// What breaks a circle up at a type.
type Cut = fn(&mut Plan, TypeNo, &Circles);

/// Which types one leads to.
type Follow = fn(&Plan, TypeNo) -> Vec<TypeNo>;

/// Which types lead to each other, and so back to themselves.
struct Circles {
    /// The number of the strongly connected component of each type.
    numbers: Vec<usize>,
    holds: Vec<bool>,
}

impl Circles {
    /// Tarjan's algorithm, with a stack of its own instead of recursion.
    fn of(plan: &Plan, follow: Follow) -> Circles {
        let edges: Vec<Vec<TypeNo>> = (0..plan.types.len())
            .map(|no| follow(plan, TypeNo(no)))
            .collect();
        let mut search = Search::new(edges.len());
        for start in 0..edges.len() {
            if search.order[start].is_none() {
                search.from(start, &edges);
            }
        }
        let mut sizes = vec![0; edges.len()];
        search.numbers.iter().for_each(|number| sizes[*number] += 1);
        let holds = (0..edges.len())
            .map(|no| sizes[search.numbers[no]] > 1 || edges[no].contains(&TypeNo(no)));
        Circles {
            holds: holds.collect(),
            numbers: search.numbers,
        }
    }

    fn holds(&self, no: TypeNo) -> bool {
        self.holds[no.0]
    }

    fn number(&self, no: TypeNo) -> usize {
        self.numbers[no.0]
    }

    fn same(&self, a: TypeNo, b: TypeNo) -> bool {
        self.number(a) == self.number(b)
    }
}

/// The state of the search.
struct Search {
    /// When each was met.
    order: Vec<Option<usize>>,
    /// The earliest that each leads to.
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    numbers: Vec<usize>,
    met: usize,
    found: usize,
}

impl Search {
    fn new(count: usize) -> Self {
        Search {
            order: vec![None; count],
            low: vec![0; count],
            on_stack: vec![false; count],
            stack: Vec::new(),
            numbers: vec![0; count],
            met: 0,
            found: 0,
        }
    }

    fn from(&mut self, start: usize, edges: &[Vec<TypeNo>]) {
        let mut open = vec![(start, 0)];
        self.enter(start);
        while let Some((no, next)) = open.last_mut() {
            let no = *no;
            match edges[no].get(*next) {
                Some(TypeNo(to)) => {
                    *next += 1;
                    match self.order[*to] {
                        None => {
                            self.enter(*to);
                            open.push((*to, 0));
                        }
                        Some(order) if self.on_stack[*to] => self.low[no] = self.low[no].min(order),
                        Some(_) => {}
                    }
                }
                None => {
                    open.pop();
                    self.leave(no);
                    if let Some((above, _)) = open.last() {
                        self.low[*above] = self.low[*above].min(self.low[no]);
                    }
                }
            }
        }
    }

    fn enter(&mut self, no: usize) {
        self.order[no] = Some(self.met);
        self.low[no] = self.met;
        self.met += 1;
        self.stack.push(no);
        self.on_stack[no] = true;
    }

    fn leave(&mut self, no: usize) {
        if self.order[no] != Some(self.low[no]) {
            return;
        }
        while let Some(top) = self.stack.pop() {
            self.on_stack[top] = false;
            self.numbers[top] = self.found;
            if top == no {
                break;
            }
        }
        self.found += 1;
    }
}
