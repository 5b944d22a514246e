//! Links in prose, of which those stay that lead somewhere.

/// `[text](target)`; brackets without a target are no link to an item.
pub(super) fn link(rest: &str, links: Option<&str>, out: &mut String) -> usize {
    let found = rest.find("](").and_then(|middle| {
        let text = &rest[1..middle];
        let end = closing(&rest[middle + 2..])? + middle + 2;
        let target = rest[middle + 2..end].trim();
        let is_code = text.starts_with('`') && text.ends_with('`');
        let has_code = text.matches('`').count().is_multiple_of(2) && !text.contains(['<', '\\']);
        let is_plain = !text.contains(['[', ']']) && (!text.contains('`') || is_code || has_code);
        is_plain.then_some((text, target, end + 1))
    });
    let Some((text, target, taken)) = found else {
        out.push_str("\\[");
        return 1;
    };
    let is_safe = !target.is_empty() && !target.contains(['<', '>', ' ', '"', '\\']);
    let whole = match links {
        _ if target.starts_with("https://") || target.starts_with("http://") => {
            Some(target.to_owned())
        }
        Some(base) if target.starts_with('/') => Some(format!("{base}{target}")),
        _ => None,
    };
    match whole.filter(|_| is_safe) {
        Some(whole) => out.push_str(&format!("[{}]({whole})", plain(text))),
        None => out.push_str(&plain(text)),
    }
    taken
}

/// Where the bracket closes that stands before a text; the first one, where others are open.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0;
    let is_last = |c: char| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open < 0
    };
    let line = text.lines().next().unwrap_or_default();
    line.find(is_last).or_else(|| text.find(')'))
}

/// The text of a link, whose tags are escaped.
fn plain(text: &str) -> String {
    match text.starts_with('`') {
        true => text.to_owned(),
        false => text.replace('\\', "\\\\").replace('<', "\\<"),
    }
}
