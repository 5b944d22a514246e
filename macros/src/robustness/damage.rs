//! Damage to tokens: one is lost, doubled, exchanged, wrapped or laid open.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Numbers that are the same in each run.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// A number below `end`; 0 where there is none.
    fn below(&mut self, end: usize) -> usize {
        // xorshift64*, of Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled".
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(drawn).unwrap_or_default() % end.max(1)
    }
}

pub(super) struct Damage<'r> {
    pub(super) random: &'r mut Random,
    pub(super) vocabulary: &'r [TokenTree],
    /// Whether only `#[api(...)]` is damaged.
    pub(super) attributes_only: bool,
}

impl Damage<'_> {
    /// Damages up to three tokens.
    pub(super) fn wound(&mut self, mut tokens: TokenStream) -> TokenStream {
        for _ in 0..=self.random.below(3) {
            let count = count(tokens.clone(), !self.attributes_only);
            let mut place = Some(self.random.below(count));
            tokens = self.strike(tokens, !self.attributes_only, &mut place);
        }
        tokens
    }

    /// Damages the token at `place`, which is counted down.
    fn strike(
        &mut self,
        tokens: TokenStream,
        counts: bool,
        place: &mut Option<usize>,
    ) -> TokenStream {
        let mut tokens = tokens.into_iter();
        let mut damaged = Vec::new();
        while let Some(token) = tokens.next() {
            if counts && *place == Some(0) {
                *place = None;
                self.hit(token, &mut tokens, &mut damaged);
                continue;
            }
            if counts {
                *place = place.map(|place| place - 1);
            }
            damaged.push(match token {
                TokenTree::Group(group) => {
                    let counts = counts || is_ours(&group);
                    let inside = self.strike(group.stream(), counts, place);
                    Group::new(group.delimiter(), inside).into()
                }
                other => other,
            });
        }
        damaged.into_iter().collect()
    }

    fn hit(
        &mut self,
        token: TokenTree,
        rest: &mut impl Iterator<Item = TokenTree>,
        damaged: &mut Vec<TokenTree>,
    ) {
        match self.random.below(8) {
            0 => {}
            1 => damaged.extend([token.clone(), token]),
            2 => damaged.push(self.word()),
            3 => damaged.extend([self.word(), token]),
            4 => damaged.extend(rest.next().into_iter().chain([token])),
            5 => damaged.push(Group::new(self.bracket(), token.into()).into()),
            6 => match token {
                TokenTree::Group(group) => damaged.extend(group.stream()),
                _ => damaged.extend([token, self.word(), self.word()]),
            },
            _ => match token {
                TokenTree::Group(group) => {
                    damaged.push(Group::new(self.bracket(), group.stream()).into());
                }
                _ => damaged.extend(rest.next()),
            },
        }
    }

    fn word(&mut self) -> TokenTree {
        let place = self.random.below(self.vocabulary.len());
        self.vocabulary[place].clone()
    }

    fn bracket(&mut self) -> Delimiter {
        let all = [
            Delimiter::Parenthesis,
            Delimiter::Bracket,
            Delimiter::Brace,
            Delimiter::None,
        ];
        all[self.random.below(all.len())]
    }
}

/// `[api(...)]`.
fn is_ours(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(word)) if word == "api")
}

fn count(tokens: TokenStream, counts: bool) -> usize {
    let each = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            usize::from(counts) + count(group.stream(), counts || is_ours(&group))
        }
        _ => usize::from(counts),
    });
    each.sum()
}

/// The tokens without the one at `place`, if there is one; a group counts, and each token in it.
pub(super) fn without(tokens: &TokenStream, place: usize) -> Option<TokenStream> {
    let mut left = Some(place);
    let rest = leave_out(tokens.clone(), &mut left);
    left.is_none().then_some(rest)
}

fn leave_out(tokens: TokenStream, left: &mut Option<usize>) -> TokenStream {
    let keep = |token: TokenTree| {
        match left {
            Some(0) => {
                *left = None;
                return None;
            }
            Some(left) => *left -= 1,
            None => {}
        }
        Some(match token {
            TokenTree::Group(group) => {
                let inside = leave_out(group.stream(), left);
                Group::new(group.delimiter(), inside).into()
            }
            other => other,
        })
    };
    tokens.into_iter().filter_map(keep).collect()
}

/// All tokens but brackets.
pub(super) fn words(tokens: TokenStream, found: &mut Vec<TokenTree>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => words(group.stream(), found),
            other => found.push(other),
        }
    }
}
