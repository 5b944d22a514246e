//! Declarations of a size that nobody writes by hand.

use std::fmt::Write;

const FIELDS: usize = 500;
const STATUSES: usize = 2_000;
/// Beyond half of the compiler's own limit, which the guest has raised.
const LEVELS: usize = 64;

/// An object of 500 members, one of 2,000 statuses, each with two arrows, and one within itself 64 times.
pub(crate) fn module() -> String {
    let mut fields = String::new();
    for n in 0..FIELDS {
        let _ = writeln!(
            fields,
            "#[api(optional, len(..={n}))] field_{n}: ::std::option::Option<::std::string::String>,"
        );
    }
    let mut statuses = String::new();
    for n in 1..STATUSES {
        let (next, far) = ((n + 1) % STATUSES, (n * 7) % STATUSES);
        let far = if far == next {
            "end"
        } else {
            &format!("s{far}")
        };
        let _ = writeln!(statuses, "s{n} => s{next} | {far},");
    }
    let deep = format!("{}u8{}", "Level<".repeat(LEVELS), ">".repeat(LEVELS));
    format!(
        "\npub mod large {{
            use ::objects::{{ApiObject, Extra}};
            #[derive(::std::fmt::Debug, ApiObject)]
            #[api(crate = ::objects)]
            pub struct Wide {{ {fields} #[api(extra)] extra: Extra }}
            #[derive(::std::fmt::Debug, ApiObject)]
            #[api(crate = ::objects)]
            pub struct Long {{
                #[api(status {{ {statuses} s0 }})]
                status: LongStatus,
                #[api(set_in(ended), null_in(active))]
                at: ::std::option::Option<::std::primitive::u64>,
            }}
            #[derive(::std::fmt::Debug, ApiObject)]
            #[api(crate = ::objects)]
            pub struct Level<T> {{ below: ::std::option::Option<T> }}
            pub fn deep(text: &str) -> bool {{
                ::objects::from_str::<{deep}>(text).is_ok_and(|deep| deep.report().is_empty())
            }}
        }}\n"
    )
}
