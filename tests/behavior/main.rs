//! What the derive makes, as its users meet it: JSON in, values, reports and JSON out.
//!
//! A file for each attribute key and each shape; beside them the laws that hold for all of them.

mod attr_accessor;
mod attr_alias;
mod attr_at_least;
mod attr_at_most;
mod attr_check;
mod attr_crate;
mod attr_default;
mod attr_each;
mod attr_extra;
mod attr_former;
mod attr_id;
mod attr_immutable;
mod attr_len;
mod attr_not_after;
mod attr_not_before;
mod attr_note;
mod attr_null_in;
mod attr_object;
mod attr_only_in;
mod attr_optional;
mod attr_pattern;
mod attr_range;
mod attr_rename;
mod attr_rename_all;
mod attr_set_in;
mod attr_set_once;
mod attr_status;
mod attr_tag;
mod attr_unique;
mod attr_unknown;
mod attr_view;
mod bad_input;
mod hygiene;
#[path = "../json_value.rs"]
mod json_value;
mod lints;
mod lossless;
mod model_case;
mod name_conflicts;
mod other_formats;
mod random;
mod round_trip;
mod shape_deleted;
mod shape_expandable;
mod shape_id;
mod shape_list;
mod shape_nullable;
mod shape_object;
mod shape_open_enum;
mod shape_ordered_map;
mod shape_secret;
mod shape_union;
mod shape_unix_seconds;
