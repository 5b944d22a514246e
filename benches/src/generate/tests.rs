use super::*;

#[test]
fn every_type_has_fifteen_members_with_names_of_their_own() {
    for thing in &Schema::new(40).things {
        let mut names: Vec<_> = thing.members.iter().map(|m| m.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 15, "{}", thing.name());
    }
}

#[test]
fn a_smaller_schema_is_the_beginning_of_a_larger_one() {
    let (small, large) = (Schema::new(7), Schema::new(9));
    let small = small.types(Side::Serde);
    assert!(large.types(Side::Serde).starts_with(&small));
}

#[test]
fn every_side_parses_and_declares_the_same_members() {
    let schema = Schema::new(12);
    let members = |side| -> Vec<(String, Vec<String>)> {
        let file = syn::parse_file(&schema.types(side)).unwrap();
        let structs = file.items.into_iter().filter_map(|item| match item {
            syn::Item::Struct(item) if matches!(item.fields, syn::Fields::Named(_)) => Some(item),
            _ => None,
        });
        let members = |item: &syn::ItemStruct| {
            let names = item.fields.iter().flat_map(|field| &field.ident);
            names
                .map(ToString::to_string)
                .filter(|name| name != "extra" && name != "object")
                .collect()
        };
        structs
            .map(|item| (item.ident.to_string(), members(&item)))
            .collect()
    };
    assert_eq!(members(Side::Serde), members(Side::Ours));
    assert_eq!(members(Side::Serde), members(Side::Crowd));
    assert_eq!(members(Side::Serde), members(Side::Miniserde));
    assert_eq!(members(Side::Ours).len(), 12);
}

#[test]
fn every_shape_occurs() {
    for side in [Side::Serde, Side::Ours, Side::Crowd] {
        let text = Schema::new(10).types(side);
        let has = |item: &str| text.contains(item);
        assert!(has("enum Thing3Part {") && has("Thing2),"), "{text}");
        assert!(has("Vec<Thing8Part>") && has("Thing7Id"), "{text}");
    }
    let ours = Schema::new(10).types(Side::Ours);
    assert_eq!(ours.matches("#[api(status {").count(), 2);
    assert!(ours.contains("set_in(succeeded)") && ours.contains("range(0.0..=1.0)"));
}
