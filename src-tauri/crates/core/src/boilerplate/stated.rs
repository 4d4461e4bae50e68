//! Who wrote an article and when, as its own lines say.

use super::{Page, body, date, name_of, propose};
use crate::document::ZoneKind;
use crate::language;
use crate::text::Text;

/// What the lines between headline and first sentence say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The byline, without a word and colon before it.
    pub author: Option<String>,
    /// The day of publication, ISO 8601, where no other reading is possible. A date anywhere else
    /// on the page belongs to its frame and is not taken.
    pub published: Option<String>,
}

/// What a text says of itself. `title` as for [`propose`].
#[must_use]
pub fn stated(text: &Text, title: Option<&str>) -> Stated {
    let byline = propose(text, title)
        .into_iter()
        .find(|zone| zone.kind == ZoneKind::Byline)
        .and_then(|zone| text.slice(zone.extent));
    let page = Page::read(text);
    let published = body::find(&page, title).and_then(|body| {
        let under = page.run(body.headline? + 1, body.first);
        under
            .iter()
            .filter(|line| line.is_date)
            .find_map(|line| date::iso(line.content))
    });
    Stated {
        author: byline
            .map(|byline| author(byline, text))
            .filter(|author| !author.is_empty()),
        published,
    }
}

/// "Text: Ada Lund | Correspondent" without what is no name.
fn author(byline: &str, text: &Text) -> String {
    let named = byline
        .split_once([':', '：'])
        .map_or(byline, |(_, name)| name);
    let named = named.split(['|', '·']).next().unwrap_or(named);
    let language = || {
        let found = language::detect_article(text, &[], None).article;
        found.map_or_else(String::new, |found| found.tag)
    };
    name_of(named, language).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str =
        "The mill will close in May, its owner said on Monday to nobody's surprise.";

    fn of(head: &str, foot: &str) -> (Option<String>, Option<String>) {
        let content =
            format!("The old mill of Veldan closes\n{head}\n{SENTENCE}\n\n{SENTENCE}\n{foot}");
        let stated = stated(&Text::new(content), None);
        (stated.author, stated.published)
    }

    #[test]
    fn byline_and_date_under_the_headline_are_read() {
        let some = |author: &str, day: &str| (Some(author.to_owned()), Some(day.to_owned()));
        assert_eq!(
            of("By Ada Lund\n12.03.2025, 10:30", ""),
            some("Ada Lund", "2025-03-12")
        );
        assert_eq!(
            of("Text: Ada Lund\nPublished 3 March 2025", ""),
            some("Ada Lund", "2025-03-03")
        );
        assert_eq!(
            of("Ada Lund\n2025年3月3日", "").1.as_deref(),
            Some("2025-03-03")
        );
        assert_eq!(
            of("Ada Lund\n٢٠٢٥/٠٣/١٢", "").1.as_deref(),
            Some("2025-03-12")
        );
    }

    #[test]
    fn a_byline_is_read_in_the_language_of_the_article() {
        let german = "Die alte Mühle von Veldan schließt\nVon Ada Lund\nDie Mühle wird im Mai \
            geschlossen, sagte ihr Besitzer am Montag, was niemanden in der Stadt überraschte.";
        let found = stated(&Text::new(german), None);
        assert_eq!(found.author.as_deref(), Some("Ada Lund"));
        let (english, _) = of("Von Ada Lund", "");
        assert_eq!(english.as_deref(), Some("Von Ada Lund"));
    }

    #[test]
    fn a_byline_that_says_by_after_the_name_is_read() {
        let page = |byline: &str, headline: &str, sentence: &str| {
            let content = format!("{headline}\n{byline}\n{sentence}\n\n{sentence}\n");
            stated(&Text::new(content), None).author
        };
        let turkish = |byline: &str| {
            let sentence = "Değirmenin sahibi pazartesi günü, tesisin mayıs ayında kapanacağını kimseyi \
                şaşırtmadan açıkladı.";
            page(byline, "Veldan'ın eski değirmeni kapanıyor", sentence)
        };
        assert_eq!(turkish("Ada Lund tarafından").as_deref(), Some("Ada Lund"));
        // No name stands before it.
        assert_eq!(turkish("şirket sahibi tarafından"), None);
        assert_eq!(turkish("tarafından"), None);
        let azerbaijani = page(
            "Ada Lund tərəfindən",
            "Veldanın köhnə dəyirmanı bağlanır",
            "Dəyirmanın sahibi bazar ertəsi bildirdi ki, müəssisə may ayında bağlanacaq və bu, heç kəsi \
                təəccübləndirmədi.",
        );
        assert_eq!(azerbaijani.as_deref(), Some("Ada Lund"));
    }

    #[test]
    fn a_date_of_the_frame_or_of_two_readings_is_not_taken() {
        let foot = "Latest news\nThe Well Runs Dry\n11 Mar 2025\nA Bridge Nobody Wants\n10 Mar 2025\n\n14 Mar 2025\n";
        assert_eq!(of("Ada Lund", foot).1, None);
        assert_eq!(of("Ada Lund\n03/04/2025", "").1, None);
        assert_eq!(
            of("Ada Lund\n13/04/2025", "").1.as_deref(),
            Some("2025-04-13")
        );
        assert_eq!(
            of("Ada Lund\n04/13/2025", "").1.as_deref(),
            Some("2025-04-13")
        );
        assert_eq!(of("Ada Lund\n31.02.2025", "").1, None);
    }
}
