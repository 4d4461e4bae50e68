use super::*;
use proptest::prelude::*;

const ENGLISH: &str = "The foreign ministers met in Washington on Wednesday to talk about the \
    border, and said that they would continue the negotiations next month.";
const GERMAN: &str = "Die Außenminister trafen sich am Mittwoch in Washington, um über die Grenze \
    zu sprechen, und wollen die Verhandlungen im nächsten Monat fortsetzen.";
const RUSSIAN: &str = "Министры иностранных дел встретились в среду в Вашингтоне, чтобы обсудить \
    границу, и договорились продолжить переговоры в следующем месяце.";
const AZERBAIJANI: &str = "Xarici işlər nazirləri çərşənbə günü Vaşinqtonda görüşərək sərhəd \
    məsələsini müzakirə ediblər və danışıqları davam etdirmək barədə razılığa gəliblər.";

fn tags(content: &str, by_hand: &[(usize, &str)], article: Option<&str>) -> (String, Vec<String>) {
    let by_hand: Vec<_> = by_hand
        .iter()
        .map(|(number, tag)| (*number, (*tag).to_owned()))
        .collect();
    let found = detect_article(&Text::from(content), &by_hand, article);
    (
        found.article.map(|found| found.tag).unwrap_or_default(),
        found
            .paragraphs
            .into_iter()
            .map(|paragraph| paragraph.detection.tag)
            .collect(),
    )
}

#[test]
fn plain_texts_in_many_scripts() {
    let cases = [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (RUSSIAN, "ru"),
        (AZERBAIJANI, "az"),
        (
            "قال وزير الخارجية يوم الأربعاء في واشنطن إن المحادثات ستستمر في الشهر المقبل بين البلدين",
            "ar",
        ),
        (
            "שר החוץ אמר ביום רביעי בוושינגטון כי השיחות יימשכו בחודש הבא בין שתי המדינות",
            "he",
        ),
        (
            "विदेश मंत्री ने बुधवार को वाशिंगटन में कहा कि दोनों देशों के बीच बातचीत अगले महीने जारी रहेगी",
            "hi",
        ),
        (
            "外交部长星期三在华盛顿表示，两国之间的谈判将于下个月继续进行。",
            "zh",
        ),
        (
            "外相は水曜日にワシントンで、両国間の交渉は来月も続くと述べた。",
            "ja",
        ),
        ("외교부 장관은 수요일에 협상이 계속될 것이라고 말했다", "ko"),
        ("Արտգործնախարարը", "hy"),
        ("მინისტრმა თქვა", "ka"),
        ("Ο υπουργός", "el"),
        ("รัฐมนตรีต่างประเทศ", "th"),
        (
            "Сыртқы істер министрі сәрсенбі күні Вашингтонда келіссөздер жалғасатынын және шекара мәселесі құқықтық жолмен шешілетінін айтты",
            "kk",
        ),
    ];
    for (content, tag) in cases {
        let found = detect(content);
        assert_eq!(found.tag, tag, "{content}: {found:?}");
        assert!(found.confidence >= THRESHOLD && found.suggestion.is_none());
    }
}

#[test]
fn what_says_too_little_is_undetermined() {
    for content in ["OK", "2026 – 14:30", "NATO", "??", "02.Jan.2026"] {
        let found = detect(content);
        assert_eq!(found.tag, UNDETERMINED, "{content}: {found:?}");
        assert!(found.confidence < THRESHOLD);
    }
    assert_eq!(detect("12 – 14").confidence, 0.0);
    let croatian =
        detect("Ministar vanjskih poslova izjavio je u srijedu da će se pregovori nastaviti");
    assert_eq!(croatian.tag, UNDETERMINED);
    assert_eq!(croatian.suggestion.as_deref(), Some("hr"));
}

#[test]
fn paragraphs_follow_their_article_and_scripts_stay_apart() {
    let content = format!("{ENGLISH}\nTalks resume in Baku\n\n{RUSSIAN}\n{ENGLISH}\nԵրևան");
    let (article, paragraphs) = tags(&content, &[], None);
    assert_eq!(article, "en");
    assert_eq!(paragraphs, ["en", "en", "ru", "en", "hy"]);
}

#[test]
fn a_long_paragraph_in_another_language_keeps_it() {
    let content = [ENGLISH, ENGLISH, GERMAN, ENGLISH, ENGLISH].join("\n");
    let (article, paragraphs) = tags(&content, &[], None);
    assert_eq!(article, "en");
    assert_eq!(paragraphs, ["en", "en", "de", "en", "en"]);
}

#[test]
fn what_a_person_set_is_final_and_informs_the_rest() {
    let content = format!("{ENGLISH}\n{GERMAN}\nOK");
    let (article, paragraphs) = tags(&content, &[(0, "en-GB"), (2, "sco"), (9, "fr")], Some("fr"));
    assert_eq!(article, "fr");
    assert_eq!(paragraphs, ["en-GB", "de", "sco"]);
    let kyrgyz = "Тышкы иштер министри Вашингтондо сүйлөдү";
    let (article, paragraphs) = tags(
        &format!("{kyrgyz}\nБишкек шаарынын башчысы"),
        &[],
        Some("ky"),
    );
    assert_eq!(article, "ky");
    assert_eq!(paragraphs, ["ky", "ky"]);
}

#[test]
fn no_letters_no_article() {
    let found = detect_article(&Text::from("12\n\n– –"), &[], None);
    assert_eq!(found.article, None);
    assert_eq!(found.paragraphs.len(), 2);
    assert!(found.paragraphs.iter().all(|paragraph| {
        paragraph.detection.tag == UNDETERMINED && paragraph.detection.confidence == 0.0
    }));
}

#[test]
fn another_detector_can_stand_in() {
    struct Always;
    impl Detector for Always {
        fn guess(&self, _: &str) -> Option<Guess> {
            Some(Guess {
                tag: "tlh".to_owned(),
                confidence: 1.0,
            })
        }
        fn knows(&self, tag: &str) -> bool {
            tag == "tlh"
        }
    }
    let found = detect_article_with(&Always, &Text::from(ENGLISH), &[], None);
    assert_eq!(found.article.map(|found| found.tag).as_deref(), Some("tlh"));
}

proptest! {
    #[test]
    fn every_paragraph_has_an_answer_within_bounds(content in crate::text::any_text(), number in 0_usize..9) {
        let text = Text::new(content);
        let by_hand = [(number, "az".to_owned())];
        let found = detect_article(&text, &by_hand, None);
        let extents: Vec<_> = found.paragraphs.iter().map(|paragraph| paragraph.extent).collect();
        prop_assert_eq!(extents, text.paragraphs().collect::<Vec<_>>());
        for (place, paragraph) in found.paragraphs.iter().enumerate() {
            let Detection { tag, confidence, suggestion, by_hand } = &paragraph.detection;
            prop_assert!((0.0..=1.0).contains(confidence));
            prop_assert_eq!(*by_hand, place == number);
            prop_assert_eq!(tag == UNDETERMINED, *confidence < THRESHOLD);
            let suggested = (SUGGESTION..THRESHOLD).contains(confidence);
            prop_assert_eq!(suggestion.is_some(), suggested);
        }
    }
}
