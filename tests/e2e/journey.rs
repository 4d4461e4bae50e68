//! An article is pasted, marked by keys alone, closed, opened and read back.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;
use postil_tests::window::text::{offset, units};

/// What the person does in one article.
struct Journey {
    text: &'static str,
    title: &'static str,
    /// Left to right: caret or selection, key, what the status line must have.
    steps: &'static [(At, &'static str, &'static str)],
    spans: &'static [&'static str],
    links: &'static [&'static str],
}

/// Where a key is pressed.
enum At {
    /// The caret inside the first occurrence, one letter from its start.
    In(&'static str),
    /// The first occurrence, selected by keys.
    Over(&'static str),
    /// Wherever the caret is.
    Here,
}

impl Journey {
    fn go(&self, window: &Window, at: &At) -> Outcome {
        match at {
            At::In(needle) => window.walk_to(offset(self.text, needle, 0)? + 1),
            At::Over(needle) => {
                let start = offset(self.text, needle, 0)?;
                window.select_by_keys(start, start + units(needle))
            }
            At::Here => Ok(()),
        }
    }

    fn walk(&self) -> Outcome {
        let desk = Desk::new()?;
        let window = desk.start(&[])?;
        window.until("document.activeElement?.id === 'annotator'")?;
        window.type_text("Ada")?;
        window.press("Enter")?;
        window.until("document.querySelector('[data-screen=choose]')")?;

        window.paste(self.text)?;
        let pasted = window.read("document.querySelector('dialog[open] textarea').value")?;
        assert_eq!(pasted, self.text);
        window.until("document.querySelector('dialog[open] input').value !== ''")?;
        assert_eq!(
            window.read("document.querySelector('dialog[open] input').value")?,
            self.title
        );
        window.press("Enter")?;
        window.until("document.documentElement.dataset.ready === 'article'")?;
        window.until("document.activeElement?.classList.contains('cm-content')")?;

        for (at, key, answer) in self.steps {
            self.go(&window, at)?;
            let said = window.answer(key)?;
            assert!(
                said.contains(answer),
                "{key} is answered “{said}”, not “{answer}”"
            );
        }
        self.reads_back(&desk)?;
        let claims = self
            .spans
            .iter()
            .filter(|span| span.starts_with("claim:"))
            .count();
        let shown =
            "document.querySelectorAll('.postil-margin li, .postil-margin [aria-posinset]').length";
        assert_eq!(window.until(shown)?, claims);
        window.close()?;
        self.reads_back(&desk)?;
        assert_eq!(
            project::rows(&desk.untitled(), "PRAGMA integrity_check")?,
            ["ok"]
        );

        // Opened again, all is there, and the last step can still be taken back.
        let window = desk.start(&[])?;
        window.until("document.documentElement.dataset.ready === 'article'")?;
        assert_eq!(window.until(shown)?, claims);
        window.until("document.querySelectorAll('.postil-tint').length > 0")?;
        let before = project::spans(&desk.untitled())?;
        window.until("document.activeElement?.classList.contains('cm-content')")?;
        window.answer("U")?;
        assert_ne!(project::spans(&desk.untitled())?, before);
        window.answer("Shift+U")?;
        self.reads_back(&desk)?;
        window.close()
    }

    fn reads_back(&self, desk: &Desk) -> Outcome {
        let file = desk.untitled();
        assert_eq!(project::spans(&file)?, self.spans);
        let mut links = project::links(&file)?;
        links.sort_unstable();
        let mut expected = self.links.to_vec();
        expected.sort_unstable();
        assert_eq!(links, expected);
        let (all, right) = project::fragments(&file)?;
        assert!(all > self.spans.len(), "one claim has two fragments");
        assert_eq!(right, all, "a quote is not what the text has there");
        Ok(())
    }
}

#[test]
fn an_english_article_is_marked_by_keys_and_is_there_again() -> Outcome {
    Journey {
        text: "Ferries to sail again in May, mayor says\n\n\
            “The ferries will sail to Port Arden again,” Mayor Ilse Brandt told reporters on Monday.\n\n\
            “We kept,” Brandt said, “every promise of the spring.”\n\n\
            Otto Kern claimed the plan had failed.\n",
        title: "Ferries to sail again in May, mayor says",
        steps: &[
            (At::In("The ferries"), "C", ""),
            (At::In("Ilse"), "S", "Mayor Ilse Brandt"),
            (At::In("told"), "V", "told"),
            (At::In("Arden"), "P", "Port Arden"),
            (At::In("We kept"), "C", ""),
            (At::In("every promise"), "F", ""),
            (At::Here, "R", ""),
            (At::In("said,"), "V", "said"),
            (At::In("plan"), "C", ""),
            (At::In("Otto"), "S", "Otto Kern"),
            (At::In("claimed"), "V", "claimed"),
            // The cue was one step with the shrinking of the claim.
            (At::Here, "U", ""),
            (At::Here, "Shift+U", ""),
            (At::In("Monday"), "M", "Monday"),
            (At::Here, "Backspace", "Monday"),
        ],
        spans: &[
            "claim: “The ferries will sail to Port Arden again,”",
            "place: Port Arden",
            "speaker: Mayor Ilse Brandt",
            "cue: told",
            "claim: “We kept,” … “every promise of the spring.”",
            "cue: said",
            "speaker: Otto Kern",
            "cue: claimed",
            "claim: the plan had failed",
        ],
        links: &[
            "said_by: “The ferries will sail to Port Arden again,” > Mayor Ilse Brandt",
            "cued_by: “The ferries will sail to Port Arden again,” > told",
            "about: “The ferries will sail to Port Arden again,” > Port Arden (rule)",
            "said_by: “We kept,” … “every promise of the spring.” > Mayor Ilse Brandt",
            "cued_by: “We kept,” … “every promise of the spring.” > said",
            "said_by: the plan had failed > Otto Kern",
            "cued_by: the plan had failed > claimed",
        ],
    }
    .walk()
}

#[test]
fn an_arabic_article_is_marked_by_keys_and_is_there_again() -> Outcome {
    Journey {
        text: "العبّارات تعود إلى ميناء سالم في مايو\n\n\
            «ستعود العبّارات إلى ميناء سالم من جديد»، قالت رئيسة البلدية ليلى حداد للصحفيين يوم الاثنين.\n\n\
            «لقد وفينا»، أضافت حداد، «بكل وعد قطعناه في الربيع».\n\n\
            وزعم كريم نصار أن الخطة فشلت.\n",
        title: "العبّارات تعود إلى ميناء سالم في مايو",
        steps: &[
            (At::In("ستعود"), "C", ""),
            (At::Over("رئيسة البلدية ليلى حداد"), "S", "رئيسة البلدية ليلى حداد"),
            (At::In("قالت"), "V", "قالت"),
            (At::Over("ميناء سالم من"), "P", ""),
            // One word too many: the end goes back by one.
            (At::Here, "Alt+Right", ""),
            (At::In("لقد وفينا"), "C", ""),
            (At::In("بكل وعد"), "F", ""),
            (At::Here, "R", ""),
            (At::In("أضافت"), "V", "أضافت"),
            (At::Over("الخطة فشلت"), "C", ""),
            (At::Over("كريم نصار"), "S", "كريم نصار"),
            (At::In("وزعم"), "V", "وزعم"),
            (At::Here, "U", ""),
            (At::Here, "Shift+U", ""),
            (At::In("الاثنين"), "M", "الاثنين"),
            (At::Here, "Backspace", "الاثنين"),
        ],
        spans: &[
            "claim: «ستعود العبّارات إلى ميناء سالم من جديد»",
            "place: ميناء سالم",
            "cue: قالت",
            "speaker: رئيسة البلدية ليلى حداد",
            "claim: «لقد وفينا» … «بكل وعد قطعناه في الربيع»",
            "cue: أضافت",
            "cue: وزعم",
            "speaker: كريم نصار",
            "claim: الخطة فشلت",
        ],
        links: &[
            "said_by: «ستعود العبّارات إلى ميناء سالم من جديد» > رئيسة البلدية ليلى حداد",
            "cued_by: «ستعود العبّارات إلى ميناء سالم من جديد» > قالت",
            "about: «ستعود العبّارات إلى ميناء سالم من جديد» > ميناء سالم (rule)",
            "said_by: «لقد وفينا» … «بكل وعد قطعناه في الربيع» > رئيسة البلدية ليلى حداد",
            "cued_by: «لقد وفينا» … «بكل وعد قطعناه في الربيع» > أضافت",
            "said_by: الخطة فشلت > كريم نصار",
            "cued_by: الخطة فشلت > وزعم",
        ],
    }
    .walk()
}

#[test]
fn a_chinese_article_is_marked_by_keys_and_is_there_again() -> Outcome {
    Journey {
        text: "渡轮五月恢复通航，市长说\n\n\
            “渡轮将重新开往青山港，”市长林雨涵星期一对记者说道。\n\n\
            “我们履行了，”林雨涵补充，“春天许下的每一个承诺。”\n\n\
            王建国声称这个计划失败了。\n",
        title: "渡轮五月恢复通航，市长说",
        steps: &[
            (At::In("渡轮将"), "C", ""),
            (At::Over("市长林雨涵"), "S", "市长林雨涵"),
            (At::Over("说道"), "V", "说道"),
            (At::Over("青山港"), "P", "青山港"),
            (At::In("我们履行"), "C", ""),
            (At::In("春天"), "F", ""),
            (At::Here, "R", ""),
            (At::Over("补充"), "V", "补充"),
            (At::In("计划"), "C", ""),
            (At::Over("王建国"), "S", "王建国"),
            (At::Over("声称"), "V", "声称"),
            (At::Here, "U", ""),
            (At::Here, "Shift+U", ""),
            (At::Over("星期一"), "M", "星期一"),
            (At::Here, "Backspace", "星期一"),
        ],
        spans: &[
            "claim: “渡轮将重新开往青山港，”",
            "place: 青山港",
            "speaker: 市长林雨涵",
            "cue: 说道",
            "claim: “我们履行了，” … “春天许下的每一个承诺。”",
            "cue: 补充",
            "speaker: 王建国",
            "cue: 声称",
            "claim: 这个计划失败了",
        ],
        links: &[
            "said_by: “渡轮将重新开往青山港，” > 市长林雨涵",
            "cued_by: “渡轮将重新开往青山港，” > 说道",
            "about: “渡轮将重新开往青山港，” > 青山港 (rule)",
            "said_by: “我们履行了，” … “春天许下的每一个承诺。” > 市长林雨涵",
            "cued_by: “我们履行了，” … “春天许下的每一个承诺。” > 补充",
            "said_by: 这个计划失败了 > 王建国",
            "cued_by: 这个计划失败了 > 声称",
        ],
    }
    .walk()
}

#[test]
fn what_was_answered_is_there_after_the_program_was_killed() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window
        .add_article("Mayor Brandt said the boats would sail.\n\n“We kept our word,” she said.")?;
    window.press("Ctrl+Home")?;
    window.answer("C")?;
    window.answer("S")?;
    window.kill()?;
    let marked = [
        "claim: Mayor Brandt said the boats would sail",
        "speaker: Mayor Brandt",
    ];
    assert_eq!(project::spans(&desk.untitled())?, marked);

    let window = desk.start(&[])?;
    window.until("document.documentElement.dataset.ready === 'article'")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    assert_eq!(project::spans(&desk.untitled())?, marked);
    window.answer("U")?;
    window.answer("U")?;
    assert!(project::spans(&desk.untitled())?.is_empty());
    window.answer("Shift+U")?;
    window.close()?;
    assert_eq!(project::spans(&desk.untitled())?, marked[..1]);
    Ok(())
}
