// What the derive makes of the declaration beside this folder; `cargo xtask bless` writes it anew.

use super::*;

#[doc(hidden)]
const _: () = {
    use crate::__private::derive_needs_api_object_0_1_0 as __rt;
    impl<T: ApiObject + __rt::Described, I: __rt::Described> __rt::Declared
    for Deleted<T, I> {
        const TYPE: &'static __rt::ObjectType = &__rt::ObjectType::of(
            "Deleted",
            "The receipt for an object `T` that was deleted: `{\"id\":…,\"object\":…,\"deleted\":true}`.\n\nIts `object` is the word of `T`'s own tag, or that with `.deleted` behind it; it is written as it came. Any other\nword is a violation. Of a type without a tag any word will do. A receipt with members of its own is declared as any object.\n\n```\nuse api_object::{ApiObject, Deleted};\n\n#[derive(ApiObject)]\n#[api(object = \"thread\")]\nstruct Thread {\n    #[api(id = \"thread_\")]\n    id: ThreadId,\n}\n\nlet json = r#\"{\"id\":\"thread_7\",\"object\":\"thread.deleted\",\"deleted\":true}\"#;\nlet receipt = api_object::from_str::<Deleted<Thread, ThreadId>>(json)?;\nassert!(receipt.deleted && receipt.id == ThreadId::from(\"thread_7\"));\nassert_eq!(api_object::to_string(&receipt), json);\n\nlet another = r#\"{\"id\":\"run_7\",\"object\":\"run\",\"deleted\":true}\"#;\nlet report = api_object::from_str::<Deleted<Thread>>(another)?.report();\nassert_eq!(report.issues()[0].pointer.as_str(), \"/object\");\n# Ok::<(), api_object::DecodeError>(())\n```",
            __rt::None,
            &[
                __rt::Member {
                    name: "id",
                    token: b",\"id\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x06",
                    docs: "The id that the object had.",
                    shape: <I as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "object",
                    token: b",\"object\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\n",
                    docs: "",
                    shape: <Nullable<Word<T>> as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
                __rt::Member {
                    name: "deleted",
                    token: b",\"deleted\":\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x0B",
                    docs: "Whether the object is deleted now.",
                    shape: <bool as __rt::Described>::SHAPE,
                    terms: __rt::Terms::None,
                },
            ],
            true,
            &[],
            35407,
        );
    }
    type __Sound<T, I> = __rt::Sound<
        Deleted<T, I>,
        { <[_]>::is_empty(&[<bool as __rt::Described>::SHAPE]) },
    >;
    impl<T: ApiObject + __rt::Described, I: __rt::Described> __rt::Described
    for Deleted<T, I> {
        const DECLARED: __rt::Descriptor = __rt::Descriptor::Object(
            <Self as __rt::Declared>::TYPE,
        );
        #[inline(never)]
        fn blank() -> Self {
            __Sound::<T, I> {
                id: __rt::Described::blank(),
                object: __rt::Described::blank(),
                deleted: __rt::Described::blank(),
                extra: __rt::Extra::new(),
            }
        }
    }
    impl<T: ApiObject + __rt::Described, I: __rt::Described> __rt::ApiObject
    for Deleted<T, I> {}
    impl<T: ApiObject + __rt::Described, I: __rt::Described> __rt::Node
    for Deleted<T, I> {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
    }
    impl<T: ApiObject + __rt::Described, I: __rt::Described> __rt::Object
    for Deleted<T, I> {
        fn lend(self: &__Sound<T, I>, __f: &mut dyn __rt::Borrower) {
            __rt::lend_members(
                <Self as __rt::Declared>::TYPE,
                __rt::Some(&self.extra),
                &[&self.id, &self.object, &self.deleted],
                __f,
            )
        }
    }
    impl<
        '__de,
        T: ApiObject + __rt::Fill<'__de> + __rt::Described,
        I: __rt::Fill<'__de> + __rt::Described,
    > __rt::ObjectMut<'__de> for Deleted<T, I> {
        fn lend_mut(self: &mut __Sound<T, I>, __f: &mut dyn __rt::BorrowerMut<'__de>) {
            __rt::lend_members_mut(
                <Self as __rt::Declared>::TYPE,
                __rt::Some(&mut self.extra),
                &mut [&mut self.id, &mut self.object, &mut self.deleted],
                __f,
            )
        }
    }
    impl<
        '__de,
        T: ApiObject + __rt::Fill<'__de> + __rt::Described,
        I: __rt::Fill<'__de> + __rt::Described,
    > __rt::Fill<'__de> for Deleted<T, I> {
        fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, '__de> {
            __rt::Slot::Object(self)
        }
    }
    impl<T: ApiObject + __rt::Described, I: __rt::Described> __rt::Serialize
    for Deleted<T, I> {
        fn serialize<__S: __rt::Serializer>(
            &self,
            __serializer: __S,
        ) -> __rt::Result<__S::Ok, __S::Error> {
            __rt::serialize(self, __serializer)
        }
    }
    impl<
        '__de,
        T: ApiObject + __rt::Fill<'__de> + __rt::Described,
        I: __rt::Fill<'__de> + __rt::Described,
    > __rt::Deserialize<'__de> for Deleted<T, I> {
        fn deserialize<__D: __rt::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __rt::Result<Self, __D::Error> {
            __rt::deserialize(__deserializer)
        }
    }
};
