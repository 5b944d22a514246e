//! Which members of an object have come.

/// A set of member places; up to 64 without an allocation, and any number with one.
#[derive(Default)]
pub(crate) struct Seen {
    low: u64,
    high: Vec<u64>,
}

impl Seen {
    /// Adds a place, and says whether it is new.
    #[inline(always)]
    pub(crate) fn insert(&mut self, place: usize) -> bool {
        let word = match place {
            0..64 => &mut self.low,
            _ => self.high_word(place),
        };
        let bit = 1 << (place % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Whether no place from `from` on is here, and all of `count` places fit one word.
    #[inline(always)]
    pub(crate) fn is_free(&self, from: usize, count: usize) -> bool {
        count < 64 && self.low >> (from % 64) == 0
    }

    /// Adds places that are free: those from `from` on and below `to`.
    #[inline(always)]
    pub(crate) fn insert_run(&mut self, from: usize, to: usize) {
        self.low |= (1 << (to % 64)) - (1 << (from % 64));
    }

    #[inline]
    pub(crate) fn contains(&self, place: usize) -> bool {
        let word = match place {
            0..64 => self.low,
            _ => self.high.get(place / 64 - 1).copied().unwrap_or(0),
        };
        word >> (place % 64) & 1 == 1
    }

    /// Whether all places below `count` are here, without those of the first 64 that have a bit.
    #[inline]
    pub(crate) fn holds_all_but(&self, but: u64, count: usize) -> bool {
        match count {
            0..=64 => (self.low | but).trailing_ones() as usize >= count,
            _ => self.missing_but(but, count).next().is_none(),
        }
    }

    /// The first place from `from` on and below `count` that is not here.
    #[inline]
    pub(crate) fn next_missing(&self, from: usize, count: usize) -> Option<usize> {
        if count > 64 {
            return (from..count).find(|place| !self.contains(*place));
        }
        let left = !self.low & u64::MAX.checked_shl(from as u32).unwrap_or(0);
        let place = left.trailing_zeros() as usize;
        (place < count).then_some(place)
    }

    /// The places below `count` that are not here, without those of the first 64 that have a bit.
    pub(crate) fn missing_but(&self, but: u64, count: usize) -> impl Iterator<Item = usize> {
        let (mut word, mut left) = (0, !(self.low | but));
        let places = std::iter::from_fn(move || {
            while left == 0 {
                word += 1;
                if word * 64 >= count {
                    return None;
                }
                left = !self.high.get(word - 1).copied().unwrap_or(0);
            }
            let place = word * 64 + left.trailing_zeros() as usize;
            left &= left - 1;
            Some(place)
        });
        places.take_while(move |place| *place < count)
    }

    #[cold]
    fn high_word(&mut self, place: usize) -> &mut u64 {
        let word = place / 64 - 1;
        if self.high.len() <= word {
            self.high.resize(word + 1, 0);
        }
        &mut self.high[word]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_all_that_are_missing_but_some() {
        for count in [0, 1, 5, 63, 64, 65, 130, 200] {
            for step in [1, 2, 3, 64, 70] {
                let mut seen = Seen::default();
                (0..count).step_by(step).for_each(|place| {
                    seen.insert(place);
                });
                let but = 0b1011_0110 | 1 << 63;
                let is_named = |place: &usize| {
                    !seen.contains(*place) && (*place >= 64 || but >> place & 1 == 0)
                };
                let expected: Vec<usize> = (0..count).filter(is_named).collect();
                let found: Vec<usize> = seen.missing_but(but, count).collect();
                assert_eq!(found, expected, "{count} {step}");
            }
        }
    }

    #[test]
    fn knows_places_on_both_sides_of_every_word() {
        for place in [0, 1, 63, 64, 65, 127, 128, 500] {
            let mut seen = Seen::default();
            assert!(!seen.contains(place));
            assert!(seen.insert(place));
            assert!(seen.contains(place));
            assert!(!seen.insert(place));
            assert!(!seen.contains(place + 1));
        }
    }

    #[test]
    fn a_run_adds_what_its_places_would() {
        for from in 0..63 {
            for to in from..63 {
                let (mut run, mut each) = (Seen::default(), Seen::default());
                assert!(run.is_free(from, 63));
                run.insert_run(from, to);
                (from..to).for_each(|place| {
                    each.insert(place);
                });
                assert_eq!(run.low, each.low, "{from}..{to}");
                assert!(run.is_free(to, 63));
                assert_eq!(run.is_free(from, 63), from == to);
            }
        }
        assert!(!Seen::default().is_free(0, 64));
    }

    #[test]
    fn holds_all_only_when_none_is_missing() {
        for count in [0, 1, 63, 64, 65, 200] {
            for left_out in 0..=count {
                let mut seen = Seen::default();
                (0..count).filter(|&p| p != left_out).for_each(|p| {
                    seen.insert(p);
                });
                let missing: Vec<_> = (left_out..count).take(1).collect();
                let next = |place: usize| seen.next_missing(place, count);
                let found = std::iter::successors(next(0), |&place| next(place + 1));
                assert_eq!(found.collect::<Vec<_>>(), missing);
                for but in [0, 0b101, 1 << 63] {
                    let is_spared = left_out < 64 && but >> left_out & 1 == 1;
                    let holds_all = seen.holds_all_but(but, count);
                    assert_eq!(
                        holds_all,
                        left_out == count || is_spared,
                        "{count} {left_out}"
                    );
                }
            }
        }
    }
}
