//! Sentences: UAX 29, and a layer over it that undoes the breaks news is known for.

mod merge;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use super::Text;
use super::boundaries::Line;
use super::offsets::{CodePoint, Extent, count};

impl Text {
    /// The sentences of line number `line`, in order, without the white space around them.
    /// Empty when the line is blank or does not exist.
    #[must_use]
    pub fn sentences(&self, line: usize) -> Vec<Extent> {
        self.line(line)
            .map(|line| {
                whole_sentences(line)
                    .map(|sentence| self.trim_extent(sentence))
                    .filter(|sentence| !sentence.is_empty())
                    .collect()
            })
            .unwrap_or_default()
    }

    /// The sentence at a caret, without the white space around it. White space belongs to
    /// the sentence before it. `None` on a blank line and beyond the end.
    #[must_use]
    pub fn sentence_at(&self, at: CodePoint) -> Option<Extent> {
        let line = self.line(self.line_of(at)?)?;
        let found = whole_sentences(line)
            .find(|sentence| at < sentence.end || sentence.end == line.extent.end)?;
        let sentence = self.trim_extent(found);
        (!sentence.is_empty()).then_some(sentence)
    }

    /// `sentence` without white space and the marks that end it. A stop that belongs to an
    /// abbreviation stays, and so does a mark inside a closing quotation mark or bracket.
    /// A sentence of nothing but marks is answered whole.
    #[must_use]
    pub fn sentence_without_end_mark(&self, sentence: Extent) -> Extent {
        let trimmed = self.trim_extent(sentence);
        let Some(content) = self.slice(trimmed) else {
            return trimmed;
        };
        let kept = merge::without_end_mark(content);
        if kept.is_empty() {
            return trimmed;
        }
        Extent {
            start: trimmed.start,
            end: CodePoint(trimmed.start.0 + count(kept.chars().count())),
        }
    }
}

/// The sentences of a line, together the whole line.
fn whole_sentences(line: Line<'_>) -> impl Iterator<Item = Extent> {
    let positions = line.positions(sentence_breaks(line.content));
    let ends: Vec<_> = positions.iter().copied().skip(1).collect();
    positions
        .into_iter()
        .zip(ends)
        .map(|(start, end)| Extent { start, end })
}

/// Sentence boundaries of a line in bytes, its ends included.
fn sentence_breaks(line: &str) -> Vec<usize> {
    if line.is_empty() {
        return vec![0];
    }
    let mut raw: Vec<usize> = SentenceSegmenter::new(SentenceBreakInvariantOptions::default())
        .segment_str(line)
        .map(|at| {
            let (before, after) = line.split_at_checked(at).unwrap_or_default();
            at + merge::detached_closing(after) - merge::attached_opening(before)
        })
        .collect();
    raw.extend(merge::stops_of_scripts(line));
    raw.sort_unstable();
    raw.dedup();
    let mut kept = vec![0];
    let (mut first, mut words) = (true, false);
    for triple in raw.windows(3) {
        let &[before, at, after] = triple else {
            continue;
        };
        let piece = line.get(before..at).unwrap_or_default();
        let next = line.get(at..after).unwrap_or_default();
        words |= piece.chars().any(char::is_alphanumeric);
        first = if words && !merge::joins(piece, next, first) {
            kept.push(at);
            words = false;
            true
        } else {
            false
        };
    }
    kept.push(line.len());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::any_text;
    use proptest::prelude::*;

    /// Each case is one line; `|` stands where a sentence ends.
    const CASES: &[&str] = &[
        "The U.S. President met Mr. Biden in Washington.| He left.",
        "It is in the U.S.| The talks go on.",
        "J. K. Rowling spoke.| George W. Bush did not.",
        "В. В. Путин приехал в Баку.| Он сказал: «Да».| Потом уехал.",
        "Am 3. Mai tagte der Bundestag.| Er tagte lange.",
        "1. Der Anfang ist schwer.| Das Ende auch.",
        "“Stop!” he said.| “Why?” asked Ms. Lee.| Nobody knew.",
        "\"We continue to believe direct dialogue is key...\" Patel went on to add.| \
         \"...We continue to believe.\"| Nobody answered.",
        "Wait… and see.| Then go.",
        "He was 25.| Then he left.",
        "See No. 5 and p. 12 there.| Done.",
        "他说：“我们会继续。”|然后他走了。|完了！",
        "他走了。|“我们走。”|《书》很好。",
        "他说：“会继续。”外交部发言人表示。|完。",
        "“没有问题。”|她告诉记者，新水厂明年供水。|完。",
        "“没有问题。”她说，“请放心。”|完。",
        "東京に行く。|帰る。|「行く。」と彼は述べた。",
        "\"간다.\"라고 밝혔다.| 끝.",
        "यू. एस. ने कहा।| वह गया।",
        "אמר ג. כהן.| לא.| הוא הלך.",
        "قال الوزير: \"نعم.\"| ثم غادر؟| نعم.",
        "यह सच है।| वह गया।",
        "Նա եկավ։| Հետո գնաց։",
        "დიახ, ასეა.| მერე წავიდა.",
        "Nazir s. bildirdi ki, \"gələcəyik\".| Prof. Əliyev də gəldi.",
        "« Oui. »| Il part.| « Non ! » dit-elle.| « Si. »",
        "Τι είπε ο κ. Παπάς;| Έφυγε.| «Πού πάει;» ρώτησε η Άννα· κανείς δεν ήξερε.",
        "Ποιος ήρθε\u{37e}| «Εγώ\u{37e}»| Όχι.",
        "Նա եկավ:| Հետո գնաց:| «Եկե՛ք»,- ասաց նա:| Վերջ:",
        "ሚኒስትሩ መጡ፡፡| ከዚያም ሄዱ፡፡ ",
        "ሚኒስትሩ መጡ።| ከዚያም ሄዱ።",
        "وزیر آ گئے۔| پھر چلے گئے۔| کیوں؟| معلوم نہیں۔",
        "মন্ত্রী এলেন।| তারপর চলে গেলেন।| কেন?| জানা নেই।",
        "ဝန်ကြီး လာသည်။| ပြန်သွားသည်။",
        "រដ្ឋមន្ត្រីមក។| គាត់ទៅវិញ។",
        "El Sr. García llegó a EE. UU. para hablar.| «¿Por qué?», preguntó la Sra. Ruiz.| ¡Nadie lo sabe!",
        "EE.UU. Hoy no.| El fin.",
        "O dep. disse que não.| A Dra. Souza saiu.| «Porquê?» perguntou.",
        "Il sig. Rossi è arrivato.| «Perché?» chiese l'avv. Bianchi.| Nessuno rispose.",
        "Przyjechał prof. Kowalski z ks. Nowakiem.| „Dlaczego?” zapytał.| Nikt nie wie.",
        "Přijel doc. Novák a Ing. Dvořák.| „Proč?“ ptal se.| Nikdo neví.",
        "Bakan Dr. Yılmaz geldi.| \"Neden?\" diye sordu.| Prof. Kaya gitti.",
        "Приїхав проф. Шевченко.| «Чому?» – спитав він.| В. О. Зеленський пішов.",
        "Minister J. de Vries kwam om 10.30 uur.| “Waarom?” vroeg dhr. Bakker.| Niemand weet het.",
        "Ministern kom kl. 10.| Sedan gick han.| ”Varför?” frågade hon.",
        "Ông A. đến TP. Hồ Chí Minh.| Sau đó TS. Nam rời đi.",
        "Bpk. Joko tiba di Jakarta.| “Mengapa?” tanya Ny. Sari.| Tak ada jawaban.",
        "அமைச்சர் வந்தார்.| பிறகு சென்றார்.",
    ];

    fn split(line: &str) -> Vec<String> {
        let text = Text::from(line);
        text.sentences(0)
            .into_iter()
            .filter_map(|sentence| text.slice(sentence).map(str::to_owned))
            .collect()
    }

    #[test]
    fn written_cases() {
        for case in CASES {
            let expected: Vec<_> = case.split('|').map(|part| part.trim().to_owned()).collect();
            assert_eq!(split(&case.replace('|', "")), expected);
        }
    }

    #[test]
    fn caret_after_a_sentence_is_in_it() {
        let text = Text::from("One.  Two.\n\nThree");
        let at = |at| {
            text.sentence_at(CodePoint(at))
                .and_then(|found| text.slice(found))
        };
        assert_eq!(at(0), Some("One."));
        assert_eq!(at(5), Some("One."));
        assert_eq!(at(6), Some("Two."));
        assert_eq!(at(10), Some("Two."));
        assert_eq!(at(11), None);
        assert_eq!(at(17), Some("Three"));
        assert_eq!(at(18), None);
    }

    #[test]
    fn end_marks_come_off() {
        let cases = [
            ("He left. ", "He left"),
            ("Wait…", "Wait"),
            ("Why?!", "Why"),
            ("他走了。", "他走了"),
            ("ثم غادر؟", "ثم غادر"),
            ("यह सच है ।", "यह सच है"),
            ("Talks in the U.S.", "Talks in the U.S."),
            ("He said \"No.\"", "He said \"No.\""),
            ("...", "..."),
            ("In 2020.", "In 2020"),
            ("Τι είπε;", "Τι είπε"),
            ("One; two;", "One; two;"),
            ("Հետո գնաց:", "Հետո գնաց"),
            ("ከዚያም ሄዱ፡፡", "ከዚያም ሄዱ"),
        ];
        for (content, expected) in cases {
            let text = Text::from(content);
            let kept = text.sentence_without_end_mark(text.extent());
            assert_eq!(text.slice(kept), Some(expected));
        }
    }

    #[test]
    fn a_long_line_is_cut_in_linear_time() {
        let line = "! ".repeat(20_000) + &"A. ".repeat(20_000) + &"\"x?\" ".repeat(8_000);
        let text = Text::from(line.as_str());
        assert!(text.sentences(0).len() > 1);
    }

    proptest! {
        #[test]
        fn sentences_lie_in_order_and_hold_all_that_is_seen(content in any_text()) {
            let text = Text::new(content);
            for line in 0..text.line_count() {
                let extent = text.line_extent(line).unwrap_or_default();
                let mut at = extent.start;
                for sentence in text.sentences(line) {
                    prop_assert!(at <= sentence.start && sentence.end <= extent.end);
                    let between = text.slice(Extent { start: at, end: sentence.start });
                    prop_assert!(between.is_some_and(|between| between.trim().is_empty()));
                    for caret in sentence.start.0..sentence.end.0 {
                        prop_assert_eq!(text.sentence_at(CodePoint(caret)), Some(sentence));
                    }
                    let kept = text.sentence_without_end_mark(sentence);
                    prop_assert!(!kept.is_empty() && kept.start == sentence.start);
                    prop_assert!(sentence.contains_extent(kept));
                    at = sentence.end;
                }
                let rest = text.slice(Extent { start: at, end: extent.end });
                prop_assert!(rest.is_some_and(|rest| rest.trim().is_empty()));
            }
        }
    }
}
