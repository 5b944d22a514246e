//! What ids are made of, and what is refused.

use quote::quote;

use super::super::testing::{complaints, model, object};
use crate::model::{IdValue, Model};

#[test]
fn ids_have_prefixes_or_none() {
    let prefixes = |tokens| match model(tokens) {
        Model::Id(id) => id.prefixes,
        _ => panic!("not an id"),
    };
    assert_eq!(
        prefixes(quote!(
            #[api(id = "file-")]
            struct FileId(Str);
        )),
        ["file-"]
    );
    let two = quote!(
        #[api(id("file-", "file_"))]
        struct FileId(Str);
    );
    assert_eq!(prefixes(two), ["file-", "file_"]);
    assert_eq!(
        prefixes(quote!(
            #[api(id)]
            struct FileId(Str);
        )),
        [""; 0]
    );
}

#[test]
fn ids_hold_a_text_or_borrow_it() {
    let told = |tokens| match model(tokens) {
        Model::Id(id) => match id.value {
            IdValue::InPlace => "in place".to_owned(),
            IdValue::Borrowed(lifetime) => format!("borrowed for {lifetime}"),
            IdValue::Either(lifetime) => format!("either, for {lifetime}"),
            IdValue::Number(ty) => format!("the number {}", quote!(#ty)),
        },
        _ => panic!("not an id"),
    };
    let borrowed = quote!(
        #[api(id)]
        struct FileId<'a>(&'a str);
    );
    assert_eq!(told(borrowed), "borrowed for 'a");
    let either = quote!(
        #[api(id)]
        struct FileId<'de>(std::borrow::Cow<'de, str>);
    );
    assert_eq!(told(either), "either, for 'de");
    let in_place = quote!(
        #[api(id)]
        struct FileId(api_object::Str);
    );
    assert_eq!(told(in_place), "in place");
}

#[test]
fn ids_may_be_whole_numbers() {
    let number = |tokens| match model(tokens) {
        Model::Id(id) => match id.value {
            IdValue::Number(ty) => quote!(#ty).to_string(),
            _ => panic!("a text"),
        },
        _ => panic!("not an id"),
    };
    let declared = quote!(
        #[api(id)]
        struct IssueId(std::primitive::u64);
    );
    assert_eq!(number(declared), "std :: primitive :: u64");

    let issue = object(quote! {
        struct Issue {
            #[api(id(u64))] id: IssueId,
            #[api(id(i32,))] labels: Vec<LabelId>,
            #[api(id)] node_id: NodeId,
        }
    });
    let numbers = issue.ids.iter().map(|id| match &id.value {
        IdValue::Number(ty) => quote!(#ty).to_string(),
        _ => "a text".to_owned(),
    });
    assert!(numbers.eq(["u64", "i32", "a text"]));
}

#[test]
fn a_number_has_no_prefix_and_no_rule_of_a_text() {
    let declared = quote!(
        #[api(id("issue-", "issue_"), starts_with("i"), check = is_odd)]
        struct IssueId(u64);
    );
    assert_eq!(
        complaints(declared),
        [
            "a number has no prefix; write `#[api(id)]`",
            "`starts_with` is for strings, and this is an integer; remove the rule, or change the type",
            "`check` cannot ask an integer; write it on a field of this type",
        ]
    );
    let declared = quote! {
        struct Issue {
            #[api(id(u64, "issue-"))] id: IssueId,
            #[api(id("label-", u64))] label: LabelId,
            #[api(id(f32))] score: ScoreId,
        }
    };
    let form =
        "write `id = \"prefix-\"`, `id(\"one-\", \"two_\")`, `id(u64)` for a number, or `id` alone";
    assert_eq!(
        complaints(declared),
        [
            format!("a number has no prefix; {form}"),
            format!("expected string literal; {form}"),
            "an id is a string or a whole number; write `id` alone, or `id(u64)`".to_owned(),
        ]
    );
}

#[test]
fn what_an_id_cannot_borrow_is_refused() {
    let borrows = "an id with a lifetime borrows its text; write `struct FileId<'a>(&'a str);` \
                   or `struct FileId<'a>(std::borrow::Cow<'a, str>);`";
    for odd in [
        quote!(&'a mut str),
        quote!(&'static str),
        quote!(&'a String),
        quote!(Cow<'a, [u8]>),
        quote!(Cow<'static, str>),
        quote!(Str),
    ] {
        let declared = quote!(
            #[api(id)]
            struct FileId<'a>(#odd);
        );
        assert_eq!(complaints(declared), [borrows], "{odd}");
    }
    let odd = quote!(
        #[api(id)]
        struct FileId<'a: 'static, 'b, T, const N: usize>(&'a str);
    );
    let one = "an id has no generic parameters but one lifetime, of a text that it borrows; remove this one";
    let bounds = "the lifetime of an id needs no bounds; remove them";
    assert_eq!(complaints(odd), [bounds, one, one, one]);
}

#[test]
fn fields_make_ids() {
    let declared = quote! {
        #[api(crate = my::runtime)]
        pub(crate) struct Job {
            #[api(id = "job-")] id: JobId,
            #[api(id("file-"))] files: Option<Vec<FileId>>,
        }
    };
    let object = object(declared);
    let [job, file] = object.ids.as_slice() else {
        panic!("two ids");
    };
    assert!(job.ident == "JobId");
    assert_eq!(job.docs, "The `id` of a `Job`.");
    assert_eq!(job.krate.segments.len(), 2);
    assert!(matches!(job.vis, syn::Visibility::Restricted(_)));
    assert_eq!(file.ident, "FileId");
}

#[test]
fn ids_are_refused_with_a_way_out() {
    let declared = quote! {
        struct Job {
            #[api(id = "job-")] id: String,
            #[api(id("file-", "file-", ""))] file: FileId,
        }
    };
    assert_eq!(
        complaints(declared),
        [
            "`id` makes the type that the field names; name a new one, such as `JobId`",
            "the prefix `file-` is there already; remove it",
            "first given here",
            "an empty prefix says nothing; write `id` alone",
        ]
    );
    assert_eq!(
        complaints(quote!(
            #[api(object = "file")]
            struct FileId(Str);
        )),
        [
            "`object` is for an object, a struct with named fields; remove it here",
            "a struct with one field without a name is an id; write `#[api(id = \"prefix-\")]` \
             or `#[api(id)]`, or give the field a name",
        ]
    );
}
