use super::*;

fn file(path: &str, text: &str) -> OutFile {
    OutFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

const OLD: &str = "struct A {\n    a: u8,\n    b: u8,\n}\n\nstruct B;\n\nstruct C;\n";

#[test]
fn what_nobody_changed_is_written_anew() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let first = write(
        dir,
        &[file("a.rs", OLD), file("m/b.rs", "struct D;\n")],
        false,
    )
    .unwrap();
    assert_eq!(first[0].1, Done::Added);
    let again = write(
        dir,
        &[file("a.rs", OLD), file("m/b.rs", "struct D;\n")],
        false,
    )
    .unwrap();
    assert!(again.iter().all(|(_, done)| *done == Done::Unchanged));
    let less = write(dir, &[file("a.rs", "struct A;\n")], false).unwrap();
    assert_eq!(
        less,
        [
            ("a.rs".to_owned(), Done::Updated),
            ("m/b.rs".to_owned(), Done::Removed)
        ]
    );
    assert!(!dir.join("m/b.rs").exists());
}

#[test]
fn what_a_person_changed_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    write(dir, &[file("a.rs", OLD)], false).unwrap();
    let mine = OLD.replace("a: u8", "/// Mine.\n    a: u8");
    fs::write(dir.join("a.rs"), &mine).unwrap();
    let new = OLD.replace("struct C;", "struct C(u8);");
    let refused = write(dir, &[file("a.rs", &new)], false).unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("`--update` keeps what was changed: a.rs")
    );
    assert_eq!(fs::read_to_string(dir.join("a.rs")).unwrap(), mine);
    let done = write(dir, &[file("a.rs", &new)], true).unwrap();
    assert_eq!(done[0].1, Done::Merged);
    let both = mine.replace("struct C;", "struct C(u8);");
    assert_eq!(fs::read_to_string(dir.join("a.rs")).unwrap(), both);
    // The next import starts from there.
    let done = write(dir, &[file("a.rs", &new)], true).unwrap();
    assert_eq!(done[0].1, Done::Unchanged);
}

#[test]
fn where_both_changed_the_person_is_right() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    write(dir, &[file("a.rs", OLD)], false).unwrap();
    let mine = OLD.replace("a: u8", "a: u16");
    fs::write(dir.join("a.rs"), &mine).unwrap();
    let new = OLD
        .replace("a: u8", "a: u32")
        .replace("struct C;", "struct C(u8);");
    let done = write(dir, &[file("a.rs", &new)], true).unwrap();
    let conflict = Conflict {
        line: 2,
        new: "    a: u32,\n".to_owned(),
    };
    assert_eq!(done[0].1, Done::Kept(vec![conflict]));
    assert_eq!(
        done[0].1.to_string(),
        "kept as changed by hand in one place, where the document has changed, too\n  \
         at line 2 the document has now\n    |     a: u32,"
    );
    let both = mine.replace("struct C;", "struct C(u8);");
    assert_eq!(fs::read_to_string(dir.join("a.rs")).unwrap(), both);
}

#[test]
fn removed_and_foreign_files_are_left() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    write(
        dir,
        &[file("a.rs", OLD), file("b.rs", "struct B;\n")],
        false,
    )
    .unwrap();
    fs::remove_file(dir.join("a.rs")).unwrap();
    fs::write(dir.join("b.rs"), "struct Mine;\n").unwrap();
    fs::write(dir.join("c.rs"), "// mine\n").unwrap();
    let done = write(dir, &[file("a.rs", OLD), file("c.rs", "struct C;\n")], true).unwrap();
    let done: Vec<Done> = done.into_iter().map(|(_, done)| done).collect();
    assert_eq!(done, [Done::StaysRemoved, Done::NotOurs, Done::LeftOver]);
    assert_eq!(fs::read_to_string(dir.join("c.rs")).unwrap(), "// mine\n");
    // It does not become ours by lying there.
    let done = write(dir, &[file("c.rs", "struct C;\n")], true).unwrap();
    assert_eq!(done[0].1, Done::NotOurs);
}

#[test]
fn what_does_not_go_together_is_offered_again() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    write(dir, &[file("a.rs", OLD)], false).unwrap();
    // A brace that nobody closes.
    let broken = OLD.replace("struct B;", "struct B; mod m {");
    fs::write(dir.join("a.rs"), &broken).unwrap();
    let new = OLD.replace("struct C;", "struct C(u8);");
    for _ in 0..2 {
        let done = write(dir, &[file("a.rs", &new)], true).unwrap();
        assert_eq!(done[0].1, Done::Apart);
        assert_eq!(fs::read_to_string(dir.join("a.rs")).unwrap(), broken);
    }
    fs::write(dir.join("a.rs"), OLD.replace("a: u8", "a: u16")).unwrap();
    let done = write(dir, &[file("a.rs", &new)], true).unwrap();
    assert_eq!(done[0].1, Done::Merged);
}

#[test]
fn nothing_is_written_outside() {
    let dir = tempfile::tempdir().unwrap();
    for path in [
        "../a.rs",
        "/a.rs",
        "a//b.rs",
        "a/../../b.rs",
        "C:\\a.rs",
        "",
    ] {
        let refused = write(dir.path(), &[file(path, "")], true);
        assert!(matches!(refused, Err(WriteError::Outside(_))), "{path}");
    }
    #[cfg(unix)]
    {
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), dir.path().join("m")).unwrap();
        let refused = write(dir.path(), &[file("m/a.rs", "")], true);
        assert!(matches!(refused, Err(WriteError::Outside(_))));
    }
}

#[test]
fn what_the_formatter_changed_was_changed_by_nobody() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    if Formatter::new(dir).format("").is_none() {
        println!("no rustfmt: nothing is asked");
        return;
    }
    let wide = "struct A { a: u8, b: u8 }\n\nstruct B;\n\nstruct C;\n";
    write(dir, &[file("a.rs", wide)], false).unwrap();
    let formatted = "struct A {\n    a: u8,\n    b: u8,\n}\n\nstruct B;\n\nstruct C;\n";
    fs::write(dir.join("a.rs"), formatted).unwrap();
    let new = wide.replace("b: u8", "b: u16");
    let done = write(dir, &[file("a.rs", &new)], false).unwrap();
    assert_eq!(done[0].1, Done::Updated);
    let mine = formatted.replace("b: u8", "b: u16");
    assert_eq!(fs::read_to_string(dir.join("a.rs")).unwrap(), mine);
    // A change by hand in between is merged in that form.
    fs::write(dir.join("a.rs"), mine.replace("struct C;", "struct C(u8);")).unwrap();
    let newer = new.replace("a: u8", "a: u32");
    let done = write(dir, &[file("a.rs", &newer)], true).unwrap();
    assert_eq!(done[0].1, Done::Merged);
    let both = mine
        .replace("a: u8", "a: u32")
        .replace("struct C;", "struct C(u8);");
    assert_eq!(fs::read_to_string(dir.join("a.rs")).unwrap(), both);
}
