//! Letters of other alphabets in names of Rust, which are written with the plain ones.

/// Letters with marks, and the plain ones that stand for them. Those of one row are read alike.
const PLAIN: &[(&str, &str)] = &[
    ("àáâãåāăą", "a"),
    ("äæ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõøōŏő", "o"),
    ("öœ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûũūŭůűų", "u"),
    ("ü", "ue"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    // Signs of units and powers.
    ("µμ", "u"),
    ("°", "deg"),
    ("¹", "1"),
    ("²", "2"),
    ("³", "3"),
    // An apostrophe parts no words.
    ("'’", ""),
];

/// A text whose letters with marks are plain ones; all else stays as it is.
pub(super) fn plain(text: &str) -> String {
    if text.is_ascii() && !text.contains('\'') {
        return text.to_owned();
    }
    text.chars().map(of).collect()
}

fn of(letter: char) -> String {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let row = PLAIN.iter().find(|(letters, _)| letters.contains(small));
    match row {
        None => letter.to_string(),
        Some((_, plain)) if small == letter => (*plain).to_owned(),
        Some((_, plain)) => {
            let (first, rest) = plain.split_at(1.min(plain.len()));
            first.to_ascii_uppercase() + rest
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_are_left_out_and_nothing_else_is() {
        for (text, written) in [
            ("größe", "groesse"),
            ("Ünïcode", "Uenicode"),
            ("état", "etat"),
            ("descrição", "descricao"),
            ("Łódź", "Lodz"),
            ("a_b-1", "a_b-1"),
            ("won't", "wont"),
            ("m²", "m2"),
            ("°C", "degC"),
            ("µg", "ug"),
            ("名前", "名前"),
        ] {
            assert_eq!(plain(text), written);
        }
    }
}
