//! The index by which the reader finds the member that a name means.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

/// The most members that have an index, and one less than the fewest.
const MOST: usize = 127;
const FEW: usize = 3;

// Expands to:
// b"\0\x03\0\0\x01…"
/// The place of each member, and one more, at the slot that its name is hashed to or the next free one; at least half of all
/// slots are free. Few members are looked through as fast.
pub(super) fn expand(names: &[&str]) -> TokenStream {
    if !(FEW + 1..=MOST).contains(&names.len()) {
        return quote!(&[]);
    }
    let mut slots = vec![0; (2 * names.len()).next_power_of_two()];
    let last = slots.len() - 1;
    for (number, name) in (1..).zip(names) {
        let mut slot = slot(name) & last;
        while slots[slot] != 0 {
            slot = (slot + 1) & last;
        }
        slots[slot] = number;
    }
    Literal::byte_string(&slots).into_token_stream()
}

/// Where a name is looked for: by its first eight bytes, of which those from a quote on count for nothing.
///
/// The runtime computes the same (`json/names.rs`), and finds a member that comes out of order by nothing else.
fn slot(name: &str) -> usize {
    let mut head = [0; 8];
    let bytes = name.bytes().take_while(|byte| *byte != b'"');
    head.iter_mut().zip(bytes).for_each(|(to, byte)| *to = byte);
    (u64::from_le_bytes(head).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize
}

#[cfg(test)]
mod tests {
    use super::expand;

    fn slots(names: &[&str]) -> Vec<u8> {
        let literal: syn::LitByteStr = syn::parse2(expand(names)).expect("a byte string");
        literal.value()
    }

    #[test]
    fn every_name_has_a_slot_and_half_of_them_are_free() {
        for count in [4, 5, 16, 17, 100, 127] {
            let names: Vec<String> = (0..count).map(|n| format!("completed_{n}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let mut slots = slots(&names);
            assert!(slots.len().is_power_of_two() && slots.len() >= 2 * count);
            slots.retain(|slot| *slot != 0);
            slots.sort_unstable();
            assert!(slots.iter().copied().eq(1..=count as u8));
        }
    }

    #[test]
    fn few_and_very_many_are_looked_through() {
        let names = ["name"; 200];
        for count in [0, 1, 3, 128, 200] {
            assert_eq!(expand(&names[..count]).to_string(), "& []");
        }
    }
}
