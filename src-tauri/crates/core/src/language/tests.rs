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

fn detect(content: &str) -> Detection {
    detect_paragraphs(&[content]).remove(0)
}

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
    // Nothing in it is not Bosnian too.
    assert!(matches!(croatian.suggestion.as_deref(), Some("hr" | "bs")));
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

/// What only the table or the characters can tell.
const BEYOND_WHATLANG: &[(&str, &str)] = &[
    (
        "kk",
        "Үкімет келесі айда жаңа мектептер салуды бастайтынын мәлімдеді",
    ),
    (
        "sq",
        "Qeveria njoftoi se muajin e ardhshëm do të fillojë ndërtimin e shkollave të reja",
    ),
    (
        "ms",
        "Kerajaan memaklumkan bahawa pembinaan sekolah baharu akan bermula bulan depan kerana permintaan ramai",
    ),
    (
        "id",
        "Pemerintah mengumumkan bahwa pembangunan sekolah baru akan dimulai bulan depan karena permintaan warga",
    ),
    (
        "is",
        "Ríkisstjórnin tilkynnti að bygging nýrra skóla hefjist í næsta mánuði",
    ),
    (
        "eu",
        "Gobernuak iragarri du datorren hilean hasiko direla eskola berriak eraikitzen",
    ),
    (
        "gl",
        "O Goberno anunciou que o vindeiro mes comezará a construción de novas escolas nas aldeas",
    ),
    (
        "sw",
        "Serikali imetangaza kwamba ujenzi wa shule mpya utaanza mwezi ujao",
    ),
    (
        "ky",
        "Өкмөт кийинки айда жаңы мектептерди кура баштай турганын билдирди",
    ),
    (
        "tg",
        "Ҳукумат эълон кард, ки моҳи оянда сохтмони мактабҳои навро оғоз мекунад",
    ),
    (
        "mn",
        "Засгийн газар ирэх сард шинэ сургууль барьж эхэлнэ гэж мэдэгдлээ",
    ),
    (
        "sr",
        "Влада је саопштила да ће следећег месеца почети изградња нових школа",
    ),
    (
        "sr-Latn",
        "Vlada je saopštila da će sledećeg meseca početi izgradnja novih škola posle zahteva građana",
    ),
    (
        "zh-Hant",
        "政府宣布下個月將開始興建新學校，這個問題已經討論了幾年。",
    ),
    (
        "ckb",
        "حکومەت ڕایگەیاند کە مانگی داهاتوو دەست بە دروستکردنی قوتابخانەی نوێ دەکرێت",
    ),
    (
        "ps",
        "حکومت اعلان وکړ چې راتلونکې میاشت به د نویو ښوونځیو جوړول پیل کړي",
    ),
    (
        "ug",
        "ھۆكۈمەت كېلەر ئايدا يېڭى مەكتەپلەرنى سېلىشنى باشلايدىغانلىقىنى ئېلان قىلدى",
    ),
    ("as", "চৰকাৰে ঘোষণা কৰিছে যে অহা মাহত নতুন বিদ্যালয় নিৰ্মাণ আৰম্ভ হ'ব"),
    (
        "cy",
        "Cyhoeddodd y llywodraeth y bydd gwaith adeiladu ysgolion newydd yn dechrau fis nesaf",
    ),
    (
        "mt",
        "Il-gvern ħabbar li x-xahar id-dieħel jibda l-bini ta' skejjel ġodda",
    ),
];

#[test]
fn languages_whatlang_lacks_or_takes_for_others() {
    for (tag, content) in BEYOND_WHATLANG {
        let found = detect(content);
        assert_eq!(found.tag, *tag, "{content}: {found:?}");
    }
}

#[test]
fn a_run_in_another_script_is_read_on_its_own() {
    let content = format!(
        "{ENGLISH}\nThe minister said on Thursday that «переговоры будут продолжены» in Kyiv (Київ)."
    );
    let found = detect_article(&Text::from(content.as_str()), &[], None);
    assert_eq!(found.paragraphs.len(), 2);
    assert!(
        found
            .paragraphs
            .iter()
            .all(|part| part.detection.tag == "en")
    );
    let text = Text::from(content.as_str());
    let runs: Vec<_> = found
        .runs
        .iter()
        .map(|run| {
            (
                text.slice(run.extent).unwrap_or_default(),
                run.detection.tag.as_str(),
            )
        })
        .collect();
    assert_eq!(runs, [("переговоры будут продолжены", "ru")]);
}

#[test]
fn chinese_without_telling_characters_is_written_as_its_neighbours_are() {
    let traditional = "政府宣布下個月將開始興建新學校，這個問題已經討論了幾年。";
    let simplified = "政府宣布下个月将开始兴建新学校，这个问题已经讨论了几年。";
    let short = "台北市民代表";
    let (article, paragraphs) = tags(&format!("{traditional}\n{short}"), &[], None);
    assert_eq!(
        (article.as_str(), paragraphs[1].as_str()),
        ("zh-Hant", "zh-Hant")
    );
    let (_, paragraphs) = tags(&format!("{simplified}\n{short}"), &[], None);
    assert_eq!(paragraphs, ["zh", "zh"]);
}

#[test]
fn a_short_line_gains_by_what_a_person_set_beside_it() {
    let short = "Ministar je rekao da će razgovori trajati";
    let other = "Sastanak je održan u glavnom gradu";
    let content = format!("{short}\n{other}");
    let alone = detect_article(&Text::from(content.as_str()), &[], None);
    let helped = detect_article(&Text::from(content.as_str()), &[(0, "hr".to_owned())], None);
    let croatian = |found: &ArticleLanguages| match &found.paragraphs[1].detection {
        found if found.best.as_deref() == Some("hr") => found.confidence,
        _ => 0.0,
    };
    assert!(croatian(&helped) > croatian(&alone) && croatian(&helped) > SUGGESTION);
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

proptest! {
    #[test]
    fn every_paragraph_has_an_answer_within_bounds(content in crate::text::any_text(), number in 0_usize..9) {
        let text = Text::new(content);
        let by_hand = [(number, "az".to_owned())];
        let found = detect_article(&text, &by_hand, None);
        let extents: Vec<_> = found.paragraphs.iter().map(|paragraph| paragraph.extent).collect();
        prop_assert_eq!(extents, text.paragraphs().collect::<Vec<_>>());
        for (place, paragraph) in found.paragraphs.iter().enumerate() {
            let Detection { tag, confidence, suggestion, by_hand, .. } = &paragraph.detection;
            prop_assert!((0.0..=1.0).contains(confidence));
            prop_assert_eq!(*by_hand, place == number);
            prop_assert_eq!(tag == UNDETERMINED, *confidence < THRESHOLD);
            let suggested = (SUGGESTION..THRESHOLD).contains(confidence);
            prop_assert_eq!(suggestion.is_some(), suggested);
        }
    }
}
