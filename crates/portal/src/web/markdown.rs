//! Markdown to safe HTML, the one way texts become pages, previews, mails and feeds.
//!
//! Raw HTML in a text is shown as text. Headings start at the second level: a page has one title, its own.

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The Markdown of texts: the common one, with tables and words struck out.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    }
}

/// The only elements a text can become. Pictures come later, with their own checks.
static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::new();
    builder
        .tags(HashSet::from([
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "ol",
            "li",
            "a",
            "strong",
            "em",
            "del",
            "blockquote",
            "hr",
            "br",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        ]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .link_rel(Some("noopener noreferrer nofollow"));
    builder
});

/// The text as HTML.
///
/// ```
/// use portal::web::markdown;
/// assert_eq!(markdown::to_html("# Салам\n\n*Бирге*"), "<h2>Салам</h2>\n<p><em>Бирге</em></p>\n");
/// assert_eq!(markdown::to_html("<script>x</script>"), "&lt;script&gt;x&lt;/script&gt;");
/// ```
pub fn to_html(text: &str) -> String {
    let events = Parser::new_ext(text, OPTIONS).map(|event| match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        // A picture's words stay; the picture itself would be loaded from elsewhere.
        Event::Start(Tag::Image { .. }) => Event::Text(CowStr::Borrowed("")),
        Event::End(TagEnd::Image) => Event::Text(CowStr::Borrowed("")),
        other => other,
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    SAFE.clean(&out).to_string()
}

/// The words alone, for mails, feeds and summaries.
pub fn to_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut links: Vec<String> = Vec::new();
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                out.push_str(&words);
            }
            Event::Start(Tag::Item) => out.push_str("• "),
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::End(TagEnd::Link) => {
                if let Some(address) = links.pop()
                    && !out.ends_with(&address)
                    // A number to call stands there in words already.
                    && !address.starts_with("tel:")
                {
                    out.push_str(&format!(" ({address})"));
                }
            }
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::Table) => {
                out.push_str("\n\n");
            }
            Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) if !out.ends_with('\n') => {
                out.push('\n');
            }
            Event::End(TagEnd::TableCell) => out.push_str("  "),
            _ => {}
        }
    }
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    out.trim().to_owned()
}

/// Where the links of a text lead, in order.
///
/// ```
/// use portal::web::markdown;
/// assert_eq!(markdown::links("[бир](/ky/kits) <https://a.example> https://no-link.example"), ["/ky/kits", "https://a.example"]);
/// ```
pub fn links(text: &str) -> Vec<String> {
    let link = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    };
    Parser::new_ext(text, OPTIONS).filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_smuggle_in_scripts_styles_or_strange_links() {
        let html = to_html("[x](javascript:alert(1)) <img src=x onerror=y> ![p](https://a.example/b.png)");
        assert!(!html.contains("javascript:") && !html.contains("<img"), "{html}");
        assert!(html.contains("&lt;img src=x onerror=y&gt;"), "{html}");
    }

    #[test]
    fn tables_and_lists_stay() {
        let html = to_html("| а | б |\n|---|---|\n| 1 | 2 |\n\n1. бир\n2. эки");
        assert!(html.contains("<table>") && html.contains("<td>2</td>") && html.contains("<ol>"), "{html}");
    }

    #[test]
    fn plain_words_keep_lists_and_addresses() {
        assert_eq!(
            to_text("# Салам\n\n- бир [кара](https://a.example)\n- эки"),
            "Салам\n\n• бир кара (https://a.example)\n• эки"
        );
    }
}
