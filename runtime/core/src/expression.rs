//! Expressions of declarations that the derive hands on unread.

/// An expression, if it is one: the compiler reads it, and says what is wrong with it where it stands.
///
/// A derive that read all expressions would have syn's feature `full` compiled for it, which takes half as long again.
#[doc(hidden)]
#[macro_export]
macro_rules! __expression {
    ($expression:expr) => {
        $expression
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_the_expression() {
        assert_eq!(
            __expression!(
                match 1 {
                    0 => 2,
                    _ => 3,
                } + 1
            ),
            4
        );
        assert_eq!(2 * __expression!(1 + 1), 4);
    }
}
