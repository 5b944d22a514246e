//! Declarations of `api-object` from OpenAPI documents.

pub mod document;
pub mod evidence;
pub mod schema;

pub mod plan;

/// Scratch.
pub fn scratch(path: &str) {
    let docs = document::Documents::load(&[path.into()]).unwrap();
    let mut s = schema::read(&docs);
    println!(
        "nodes {} roots {} own {} problems {} {:?}",
        s.nodes.len(),
        s.roots.len(),
        s.own_roots().count(),
        s.problems.len(),
        s.links
    );
    let f = evidence::gather(&s, &[]);
    evidence::correct(&mut s, &f);
    let mut n = std::collections::BTreeMap::new();
    for p in &s.problems {
        *n.entry((p.reduces, p.what.clone())).or_insert(0) += 1;
    }
    let p = plan::plan(&s, &f);
    for p in &p.notes {
        *n.entry((p.2, p.1.clone())).or_insert(0) += 1;
    }
    for (k, v) in n {
        println!("{v} {k:?}");
    }
    for i in &p.ids {
        println!("{i:?}");
    }
    for m in &p.modules {
        println!("{} {}", m.name, m.docs);
        for f in &m.files {
            println!("   {} {}", f.name, f.types.len());
        }
    }
}
