//! Tags of HTML in prose, as the marks of Markdown that say the same. What is no tag, or has none that ends it, stays as it is.

/// Tags of a span of text, and what stands around it instead.
const SPANS: &[(&str, &str)] = &[
    ("b", "**"),
    ("strong", "**"),
    ("i", "*"),
    ("em", "*"),
    ("code", "`"),
    ("tt", "`"),
];
/// Tags that begin or end a paragraph.
const BLOCKS: &[&str] = &["p", "div", "ul", "ol", "table", "tr", "blockquote"];
/// What stands for a character that means something in HTML.
const ENTITIES: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
];

/// How far the end of a tag or of a span is looked for, in bytes.
const FAR: usize = 2000;

/// A tag: its name in small letters, whether it ends something, and all that stands in the angle brackets.
struct Tag<'t> {
    name: String,
    is_end: bool,
    inner: &'t str,
}

/// The text with marks for its tags. Code stays as it is.
pub(super) fn as_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '`']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = match rest.starts_with('`') {
            true => code(rest, &mut out),
            false => replaced(rest, &mut out),
        };
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// Code between as many ticks as it begins with.
fn code(rest: &str, out: &mut String) -> usize {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let end = rest[ticks..].find(&rest[..ticks]);
    let taken = end.map_or(ticks, |end| ticks + end + ticks);
    out.push_str(&rest[..taken]);
    taken
}

/// What a tag says in Markdown, and how much of the text that was.
fn replaced(rest: &str, out: &mut String) -> usize {
    let Some(tag) = tag(rest) else {
        out.push('<');
        return 1;
    };
    let taken = tag.inner.len() + 2;
    let after = &rest[taken..];
    let name = tag.name.as_str();
    if let Some((_, mark)) = SPANS.iter().find(|(span, _)| *span == name)
        && let Some((within, whole)) = span(after, name).filter(|_| !tag.is_end)
    {
        let within = match *mark {
            "`" => plain(within),
            _ => as_markdown(within),
        };
        out.push_str(&format!("{mark}{}{mark}", within.trim()));
        return taken + whole;
    }
    if name == "a"
        && let Some(address) = address(tag.inner)
        && let Some((within, whole)) = span(after, name)
    {
        out.push_str(&format!("[{}]({address})", as_markdown(within).trim()));
        return taken + whole;
    }
    match name {
        "br" if out.ends_with('\n') => out.push('\n'),
        "br" => out.push_str(" \n"),
        "li" if !tag.is_end => out.push_str("\n- "),
        "li" => out.push('\n'),
        name if BLOCKS.contains(&name) => out.push_str("\n\n"),
        _ => {
            out.push('<');
            return 1;
        }
    }
    taken
}

/// The tag that a text begins with.
fn tag(rest: &str) -> Option<Tag<'_>> {
    let near = near(rest);
    let inner = &near[1..near.find('>')?];
    let is_end = inner.starts_with('/');
    let name: String = inner
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let behind = inner.trim_start_matches('/')[name.len()..].chars().next();
    let is_tag = behind.is_none_or(|c| c.is_whitespace() || c == '/');
    (is_tag && !name.is_empty() && !inner.contains('<')).then(|| Tag {
        name: name.to_ascii_lowercase(),
        is_end,
        inner,
    })
}

/// What stands before the end of a span, if it is not empty and of one line, and how much that is with its end.
fn span<'t>(after: &'t str, name: &str) -> Option<(&'t str, usize)> {
    let end = format!("</{name}>");
    let after = near(after);
    let at = after.to_ascii_lowercase().find(&end)?;
    let within = &after[..at];
    let is_text = !within.trim().is_empty() && !within.contains(['\n', '`', '*']);
    is_text.then_some((within, at + end.len()))
}

/// The beginning of a text.
fn near(text: &str) -> &str {
    let end = (0..=FAR.min(text.len())).rev();
    let mut end = end.filter(|at| text.is_char_boundary(*at));
    &text[..end.next().unwrap_or(0)]
}

/// The address of a link.
fn address(inner: &str) -> Option<String> {
    let at = inner.find("href=")?;
    let rest = &inner[at + "href=".len()..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let address = rest[1..].split(quote).next()?;
    // Round brackets would end the link.
    let is_plain = !address.is_empty() && !address.contains([' ', '<', '>']);
    is_plain.then(|| address.replace('(', "%28").replace(')', "%29"))
}

/// A text without tags, as code shows it.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let taken = tag(&rest[at..]).map_or(1, |tag| tag.inner.len() + 2);
        if taken == 1 {
            out.push('<');
        }
        rest = &rest[at + taken..];
    }
    out.push_str(rest);
    let replaced = ENTITIES.iter();
    replaced.fold(out, |text, (entity, c)| text.replace(entity, c))
}

#[cfg(test)]
mod tests {
    use super::as_markdown;

    #[test]
    fn tags_become_marks() {
        for (html, markdown) in [
            (
                "in <a href=\"https://a.example/b\" target=\"x\">the smallest unit</a>.",
                "in [the smallest unit](https://a.example/b).",
            ),
            (
                "<a href='https://a.example/b_(c)'>d</a>",
                "[d](https://a.example/b_%28c%29)",
            ),
            ("<b>Never</b> <EM>this</EM>", "**Never** *this*"),
            ("use <code>a &lt; b</code>", "use `a < b`"),
            ("a<br><br/>b", "a \n\nb"),
            ("<p>One</p><p>Two</p>", "\n\nOne\n\n\n\nTwo\n\n"),
            ("<ul><li>a</li><li>b</li></ul>", "\n\n\n- a\n\n- b\n\n\n"),
        ] {
            assert_eq!(as_markdown(html), markdown, "{html}");
        }
    }

    #[test]
    fn what_is_no_tag_stays() {
        for same in [
            "from <a> to <b>",
            "a < b, and <https://a.example>",
            "`<b>x</b>` and ```\n<br>\n```",
            "f:<name> and Map<String, b>",
            "<a href=\"x y\">z</a>",
            "<script>x</script>",
            "a <b>",
            "<b></b>",
            "<",
        ] {
            assert_eq!(as_markdown(same), same);
        }
    }
}
