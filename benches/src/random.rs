//! A small generator of numbers that look random and are the same in every run (xorshift64*).

/// Numbers that follow from a seed.
pub(crate) struct Random {
    state: u64,
}

impl Random {
    /// Starts from `seed`, which must not be zero.
    pub(crate) fn new(seed: u64) -> Self {
        assert_ne!(seed, 0, "xorshift never leaves zero");
        Random { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number from 0 to `end` without `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // The high bits are the good ones; the bias of the remainder is of no concern here.
        ((self.next() >> 32) % end as u64) as usize
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// As many ASCII letters and digits as asked for.
    pub(crate) fn alphanumeric(&mut self, len: usize) -> String {
        const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        (0..len).map(|_| char::from(*self.pick(LETTERS))).collect()
    }

    /// Puts the elements into another order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}
