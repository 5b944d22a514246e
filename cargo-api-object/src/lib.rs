//! Declarations of `api-object` from OpenAPI documents.

pub mod document;
pub mod emit;
pub mod evidence;
pub mod schema;

pub mod plan;

/// Scratch.
pub fn scratch(path: &str, out: &str) {
    let docs = document::Documents::load(&[path.into()]).unwrap();
    let mut s = schema::read(&docs);
    let f = evidence::gather(&s, &[]);
    evidence::correct(&mut s, &f);
    let p = plan::plan(&s, &f);
    let files = emit::emit(
        &s,
        &p,
        &emit::Layout {
            is_crate: true,
            source: "`x`".into(),
        },
    )
    .unwrap();
    for f in files {
        let p = std::path::Path::new(out).join(f.path);
        std::fs::create_dir_all(p.parent().unwrap()).unwrap();
        std::fs::write(p, f.text).unwrap();
    }
}
