// What the derive makes of the declaration beside this folder; `cargo xtask bless` writes it anew.

use super::*;

#[doc(hidden)]
const _: () = {
    use crate::__private::derive_needs_api_object_0_1_0 as __rt;
    impl<T: __rt::Described> __rt::Declared for List<T> {
        const TYPE: &'static __rt::ObjectType = &__rt::ObjectType::of(
            "List",
            "A page of objects: `{\"object\":\"list\",\"data\":[…]}`, with whatever of the usual members tells where it ends and\nwhat follows. The form that came is the form that is written, and none of them deviates.\n\nAn item that cannot be read stays in its place as text, and the report says why (see [`Items`]). An envelope\nwith members of its own is declared as any object, for any type of items and with a field of type [`Items`]:\n\n```\nuse api_object::{ApiObject, Extra, Items};\n\n#[derive(Debug, ApiObject)]\n#[api(object = \"search_result\")]\npub struct SearchPage<T> {\n    pub data: Items<T>,\n    pub query: String,\n    pub next_page: Option<String>,\n    #[api(extra)]\n    pub extra: Extra,\n}\n\n#[derive(Debug, ApiObject)]\nstruct File {\n    id: String,\n}\n\nlet json = r#\"{\"object\":\"search_result\",\"data\":[{\"id\":\"f1\"},7],\"query\":\"f\",\"next_page\":null}\"#;\nlet page = api_object::from_str::<SearchPage<File>>(json)?;\nassert_eq!((page.data.iter().count(), page.data.unreadable().count()), (1, 1));\nassert_eq!(page.report().issues()[0].pointer.as_str(), \"/data/1\");\nassert_eq!(api_object::to_string(&page), json);\n# Ok::<(), api_object::DecodeError>(())\n```\n\nThe page that most APIs have:\n\n```\nuse api_object::{ApiObject, List};\n\n#[derive(ApiObject)]\nstruct File {\n    id: String,\n    bytes: u64,\n}\n\nlet json = r#\"{\"object\":\"list\",\"data\":[{\"id\":\"f1\",\"bytes\":7},{\"id\":\"f2\"}],\"has_more\":true}\"#;\nlet page = api_object::from_str::<List<File>>(json)?;\nassert_eq!(page.iter().map(File::bytes).sum::<u64>(), 7);\nassert_eq!(page.report().issues()[0].pointer.as_str(), \"/data/1/bytes\");\nassert_eq!(page.next_cursor().as_deref(), Some(\"f2\"));\nassert_eq!(api_object::to_string(&page), json);\n\nlet all: List<File> = page.lenient().into_iter().collect();\nassert_eq!(api_object::to_string(&all), r#\"{\"object\":\"list\",\"data\":[{\"id\":\"f1\",\"bytes\":7}]}\"#);\n# Ok::<(), api_object::DecodeError>(())\n```",
            __rt::None,
            &[
                __rt::Member {
                    name: "object",
                    token: b",\"object\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\n",
                    docs: "What the envelope calls itself: mostly `list`.",
                    shape: <Nullable<Str> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "data",
                    token: b",\"data\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08",
                    docs: "The items of this page.",
                    shape: <Items<T> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "first_id",
                    token: b",\"first_id\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x0C",
                    docs: "The id of the first item.",
                    shape: <Nullable<Str> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "last_id",
                    token: b",\"last_id\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x0B",
                    docs: "The id of the last item.",
                    shape: <Nullable<Str> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "has_more",
                    token: b",\"has_more\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x0C",
                    docs: "Whether another page follows.",
                    shape: <Nullable<bool> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "next",
                    token: b",\"next\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08",
                    docs: "The token or link by which the next page is asked for.",
                    shape: <Nullable<String> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "next_page",
                    token: b",\"next_page\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\r",
                    docs: "The same, by another name.",
                    shape: <Nullable<String> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "total_count",
                    token: b",\"total_count\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x0F",
                    docs: "How many items there are on all pages together.",
                    shape: <Nullable<u64> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "url",
                    token: b",\"url\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x07",
                    docs: "The endpoint that the page comes from.",
                    shape: <Nullable<String> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
            ],
            true,
            b"\0\0\x04\0\x02\x07\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\x06\0\t\x03\x08",
            53863,
        );
    }
    type __Sound<T> = __rt::Sound<
        List<T>,
        {
            <[_]>::is_empty(
                &[
                    <Nullable<Str> as __rt::Described>::SHAPE,
                    <Nullable<Str> as __rt::Described>::SHAPE,
                    <Nullable<Str> as __rt::Described>::SHAPE,
                    <Nullable<bool> as __rt::Described>::SHAPE,
                    <Nullable<String> as __rt::Described>::SHAPE,
                    <Nullable<String> as __rt::Described>::SHAPE,
                    <Nullable<u64> as __rt::Described>::SHAPE,
                    <Nullable<String> as __rt::Described>::SHAPE,
                ],
            )
        },
    >;
    impl<T: __rt::Described> __rt::Described for List<T> {
        const DECLARED: __rt::Descriptor = __rt::Descriptor::Object(
            <Self as __rt::Declared>::TYPE,
        );
        #[inline(never)]
        fn blank() -> Self {
            __Sound::<T> {
                object: __rt::Described::blank(),
                data: __rt::Described::blank(),
                first_id: __rt::Described::blank(),
                last_id: __rt::Described::blank(),
                has_more: __rt::Described::blank(),
                next: __rt::Described::blank(),
                next_page: __rt::Described::blank(),
                total_count: __rt::Described::blank(),
                url: __rt::Described::blank(),
                extra: __rt::Extra::new(),
            }
        }
    }
    impl<T: __rt::Described> __rt::ApiObject for List<T> {}
    impl<T: __rt::Described> __rt::Node for List<T> {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
    }
    impl<T: __rt::Described> __rt::Object for List<T> {
        fn lend(self: &__Sound<T>, __f: &mut dyn __rt::Borrower) {
            __rt::lend_members(
                <Self as __rt::Declared>::TYPE,
                __rt::Some(&self.extra),
                &[
                    &self.object,
                    &self.data,
                    &self.first_id,
                    &self.last_id,
                    &self.has_more,
                    &self.next,
                    &self.next_page,
                    &self.total_count,
                    &self.url,
                ],
                __f,
            )
        }
    }
    impl<'__de, T: __rt::Fill<'__de> + __rt::Described> __rt::ObjectMut<'__de>
    for List<T> {
        fn lend_mut(self: &mut __Sound<T>, __f: &mut dyn __rt::BorrowerMut<'__de>) {
            __rt::lend_members_mut(
                <Self as __rt::Declared>::TYPE,
                __rt::Some(&mut self.extra),
                &mut [
                    &mut self.object,
                    &mut self.data,
                    &mut self.first_id,
                    &mut self.last_id,
                    &mut self.has_more,
                    &mut self.next,
                    &mut self.next_page,
                    &mut self.total_count,
                    &mut self.url,
                ],
                __f,
            )
        }
    }
    impl<'__de, T: __rt::Fill<'__de> + __rt::Described> __rt::Fill<'__de> for List<T> {
        fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, '__de> {
            __rt::Slot::Object(self)
        }
    }
    impl<T: __rt::Described> __rt::Serialize for List<T> {
        fn serialize<__S: __rt::Serializer>(
            &self,
            __serializer: __S,
        ) -> __rt::Result<__S::Ok, __S::Error> {
            __rt::serialize(self, __serializer)
        }
    }
    impl<'__de, T: __rt::Fill<'__de> + __rt::Described> __rt::Deserialize<'__de>
    for List<T> {
        fn deserialize<__D: __rt::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __rt::Result<Self, __D::Error> {
            __rt::deserialize(__deserializer)
        }
    }
};
