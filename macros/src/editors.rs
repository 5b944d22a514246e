//! What an editor sees: a name that is made leads to the word that it was made from, and a half-typed attribute takes
//! nothing away from the fields beside it.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use syn::File;
use syn::visit::{self, Visit};

const JOB: &str = r#"pub struct Job {
    #[api(id = "job-", immutable)]
    id: JobId,
    #[api(status { queued => running, running => done | failed, done, failed })]
    status: JobStatus,
    #[api(only_in(failed))]
    error: Option<String>,
    #[api(set_in(ended), not_before = created_at, optional, alias("ended", "end"))]
    ended_at: Option<UnixSeconds>,
    created_at: UnixSeconds,
    #[api(each(len(..=5)), accessor = shown_tags)]
    tags: Vec<String>,
    #[api(extra)]
    extra: Extra,
}"#;

/// The names that an expansion makes, with where they lead: the start of a word in the declaration.
#[derive(Default)]
struct Made {
    names: BTreeMap<String, usize>,
}

impl Made {
    fn of(tokens: TokenStream) -> Made {
        let file: File = syn::parse2(tokens).expect("the derive answers with Rust");
        let mut made = Made::default();
        made.visit_file(&file);
        made
    }

    fn add(&mut self, name: String, ident: &Ident) {
        self.names.insert(name, ident.span().byte_range().start);
    }
}

impl<'ast> Visit<'ast> for Made {
    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add(item.ident.to_string(), &item.ident);
        for variant in &item.variants {
            let name = format!("{}::{}", item.ident, variant.ident);
            for field in &variant.fields {
                if let Some(ident) = &field.ident {
                    self.add(format!("{name}.{ident}"), ident);
                }
            }
            self.add(name, &variant.ident);
        }
    }

    fn visit_item_impl(&mut self, block: &'ast syn::ItemImpl) {
        // Methods of traits are nobody's to look up.
        if block.trait_.is_none() {
            visit::visit_item_impl(self, block);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        let ident = &function.sig.ident;
        self.add(format!("{ident}()"), ident);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.add(item.ident.to_string(), &item.ident);
    }
}

fn derived(declaration: &str) -> Made {
    let tokens = declaration.parse().expect("the declaration is of tokens");
    Made::of(crate::derive(tokens))
}

/// Where a text that stands once in the declaration begins.
fn place(text: &str) -> usize {
    assert_eq!(JOB.matches(text).count(), 1, "{text}");
    JOB.find(text).unwrap_or_default()
}

#[test]
fn what_is_made_leads_to_what_it_was_made_from() {
    let made = derived(JOB);
    let leads = [
        ("JobId", place("JobId,")),
        ("JobStatus", place("JobStatus,")),
        ("JobStatus::Queued", place("queued =>")),
        ("JobStatus::Running", place("running => done")),
        ("JobStatus::Done", place("done, failed })")),
        ("JobStatus::Failed", place("failed })")),
        ("JobState::Queued", place("queued =>")),
        ("JobState::Failed", place("failed })")),
        ("JobState::Failed.error", place("error:")),
        ("JobState::Done.ended_at", place("ended_at:")),
        ("id()", place("id: JobId")),
        ("status()", place("status: JobStatus")),
        ("error()", place("error:")),
        ("created_at()", place("created_at:")),
        ("shown_tags()", place("shown_tags")),
        ("state()", place("Job {")),
    ];
    for (name, leads_to) in leads {
        assert_eq!(
            made.names.get(name),
            Some(&leads_to),
            "{name}: {:?}",
            made.names
        );
    }
}

/// The compiler shows a name that is there already where the item stands: at the field, since nobody sees the item.
#[test]
fn what_is_made_for_a_field_stands_at_its_type() {
    let tokens = JOB.parse().expect("the declaration is of tokens");
    let file: File = syn::parse2(crate::derive(tokens)).expect("the derive answers with Rust");
    let starts = file.items.iter().filter_map(|item| match item {
        syn::Item::Type(item) => Some((item.ident.to_string(), item.type_token.span)),
        syn::Item::Enum(item) => Some((item.ident.to_string(), item.brace_token.span.open())),
        _ => None,
    });
    let starts: BTreeMap<_, _> = starts
        .map(|(name, span)| (name, span.byte_range().start))
        .collect();
    for name in ["JobId", "JobStatus"] {
        assert_eq!(
            starts.get(name),
            Some(&place(&format!("{name},"))),
            "{name}"
        );
    }
}

/// Each list of keys is cut behind each of its tokens, as it is while somebody types.
#[test]
fn a_half_typed_attribute_takes_no_other_field_away() {
    let whole = derived(JOB);
    let accessors = ["id()", "status()", "error()", "ended_at()", "created_at()"];
    assert!(accessors.iter().all(|name| whole.names.contains_key(*name)));
    let mut cuts = 0;
    for (at, _) in JOB.match_indices("#[api(") {
        let end = at + JOB[at..].find(")]\n").expect("a list ends");
        let list = &JOB[at + "#[api(".len()..end];
        for length in (0..list.len()).filter(|length| list.is_char_boundary(*length)) {
            let half = format!(
                "{}#[api({})]{}",
                &JOB[..at],
                closed(&list[..length]),
                &JOB[end + 2..]
            );
            // Half a string is no token, and no derive is asked.
            let Ok(tokens) = half.parse::<TokenStream>() else {
                continue;
            };
            cuts += 1;
            let made = Made::of(crate::derive(tokens));
            let field = half[at..].split(": ").next().unwrap_or_default();
            let lost = accessors
                .iter()
                .filter(|name| !made.names.contains_key(**name));
            let lost: Vec<_> = lost
                .filter(|name| !field.ends_with(name.trim_end_matches("()")))
                .collect();
            assert!(lost.is_empty(), "{lost:?} of {half}");
        }
    }
    assert!(cuts > 100, "{cuts}");
}

/// Whatever is half typed on a type, it is what it is, and the rest of the crate may use it as that.
#[test]
fn a_half_typed_key_of_a_type_leaves_the_type() {
    let declarations = [
        (
            "#[api(object = \"job\", rename_all = \"camelCase\", at_most_one(a, b))] struct Job { a: Option<u8>, b: Option<u8> }",
            "a()",
        ),
        (
            "#[api(tag = \"type\", content = \"data\")] enum Job { A(B), #[api(rename = \"c\", alias(\"d\"))] C }",
            "",
        ),
        (
            "#[api(rename_all = \"camelCase\", status)] enum Job { #[api(next = b | end)] A, B, #[api(unknown)] C(UnknownValue) }",
            "",
        ),
        (
            "#[api(id(\"job-\", \"job_\"), len(1..))] struct Job(Str);",
            "",
        ),
        (
            "#[api(bound = \"T: Clone\")] struct Job<T> { a: Option<T> }",
            "a()",
        ),
    ];
    for (declaration, accessor) in declarations {
        for half in cuts(declaration) {
            let text = crate::derive(half.parse().expect("tokens")).to_string();
            for part in [
                "ApiObject for Job",
                "Fill < '__de > for Job",
                "Serialize for Job",
            ] {
                // What an id and words implement stands in a macro of the runtime.
                let is_made = text.contains(part)
                    || text.contains("__rt :: id !")
                    || text.contains("words !");
                assert!(is_made, "{part}: {half}");
            }
            let made = Made::of(text.parse().expect("tokens"));
            assert!(
                accessor.is_empty() || made.names.contains_key(accessor),
                "{half}"
            );
        }
    }
}

/// Every list of keys, cut behind each of its characters.
fn cuts(declaration: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (at, _) in declaration.match_indices("#[api(") {
        let start = at + "#[api(".len();
        let end = at + declaration[at..].find(")]").expect("a list ends");
        for length in 0..end - start {
            let typed = closed(&declaration[start..start + length]);
            let half = format!("{}{typed}{}", &declaration[..start], &declaration[end..]);
            all.extend(half.parse::<TokenStream>().is_ok().then_some(half));
        }
    }
    assert!(all.len() > 4, "{declaration}");
    all
}

/// A field that lacks its type is left out, and all that stands beside it is there.
#[test]
fn a_half_typed_field_takes_no_other_away() {
    for half in [
        "n:",
        "n",
        "#[api(optional)]",
        "n: Vec<",
        "pub",
        "n: Option<u8> =",
        ":",
    ] {
        let declaration = format!(
            "pub struct Job {{ #[api(id = \"job-\")] id: JobId, {half},
                #[api(status {{ queued => done, done }})] status: JobStatus, }}"
        );
        let made = derived(&declaration);
        for name in [
            "JobId",
            "JobStatus::Queued",
            "JobState::Done",
            "id()",
            "status()",
            "state()",
        ] {
            assert!(
                made.names.contains_key(name),
                "{name} of {declaration}: {:?}",
                made.names
            );
        }
    }
    let half = "enum Size { Small, #[api(rename)], Large = , #[api(unknown)] Other(UnknownValue) }";
    let text = crate::derive(half.parse().expect("tokens")).to_string();
    assert!(text.contains("words !") && text.contains("Small"), "{text}");
}

/// What is typed so far, with the brackets that an editor thinks of.
fn closed(typed: &str) -> String {
    let mut open = Vec::new();
    for mark in typed.chars() {
        match mark {
            '(' => open.push(')'),
            '{' => open.push('}'),
            ')' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    let closing: String = open.iter().rev().collect();
    format!("{typed}{closing}")
}

/// The status enum and the id are there for the rest of the crate as long as the attribute that makes them can be told.
#[test]
fn a_half_typed_table_still_makes_its_enum() {
    for table in [
        "status {}",
        "status { queued => }",
        "status { queued =>, done }",
        "status { queued, do-ne }",
        "status {queued}, s",
    ] {
        let half = format!("pub struct Job {{ #[api({table})] status: JobStatus, note: String }}");
        let names = derived(&half).names;
        assert!(names.contains_key("JobStatus"), "{table}: {names:?}");
        assert!(names.contains_key("note()"), "{table}: {names:?}");
    }
    let half = "pub struct Job { #[api(id = )] id: JobId, note: String }";
    assert!(derived(half).names.contains_key("JobId"));
}
