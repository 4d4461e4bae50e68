//! What elements mean for paragraphs.

/// How an element parts the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Parting {
    /// Words go on.
    None,
    /// A cell: a tab.
    Cell,
    /// A new line.
    Line,
    /// A blank line.
    Paragraph,
}

/// How an element parts the text, by its name.
pub(super) fn parting(name: &str) -> Parting {
    match name {
        "td" | "th" => Parting::Cell,
        "div" | "li" | "tr" | "dt" | "dd" | "option" | "optgroup" | "legend" | "summary"
        | "center" => Parting::Line,
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "ul" | "ol" | "dl"
        | "menu" | "table" | "thead" | "tbody" | "tfoot" | "caption" | "figure" | "figcaption"
        | "pre" | "article" | "section" | "header" | "footer" | "main" | "aside" | "nav"
        | "address" | "hgroup" | "details" | "fieldset" | "form" | "hr" | "body" | "dir"
        | "search" => Parting::Paragraph,
        _ => Parting::None,
    }
}

/// Elements whose inside is never text of the page.
pub(super) fn is_never_shown(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "template"
            | "svg"
            | "math"
            | "object"
            | "canvas"
            | "video"
            | "audio"
            | "select"
            | "datalist"
            | "button"
            | "map"
            | "frameset"
            | "applet"
            | "meter"
            | "progress"
    )
}

/// Elements without an end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "basefont"
            | "bgsound"
            | "frame"
            | "keygen"
    )
}

/// Whether a style hides its element.
pub(super) fn hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        let Some((property, value)) = rule.split_once(':') else {
            return false;
        };
        let value = value.trim().to_ascii_lowercase();
        let value = value.trim_end_matches("!important").trim_end();
        match property.trim().to_ascii_lowercase().as_str() {
            "display" => value == "none",
            "visibility" => value == "hidden" || value == "collapse",
            _ => false,
        }
    })
}
