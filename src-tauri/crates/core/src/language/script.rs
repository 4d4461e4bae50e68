//! Scripts, and the languages they give away.

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

/// Scripts of one language, or nearly so.
const SINGLE: &[(Script, &str)] = &[
    (Script::Armenian, "hy"),
    (Script::Bengali, "bn"),
    (Script::Cherokee, "chr"),
    (Script::Ethiopic, "am"),
    (Script::Georgian, "ka"),
    (Script::Greek, "el"),
    (Script::Gujarati, "gu"),
    (Script::Gurmukhi, "pa"),
    (Script::Hangul, "ko"),
    (Script::Kannada, "kn"),
    (Script::Khmer, "km"),
    (Script::Lao, "lo"),
    (Script::Malayalam, "ml"),
    (Script::Mongolian, "mn-Mong"),
    (Script::Myanmar, "my"),
    (Script::Oriya, "or"),
    (Script::Sinhala, "si"),
    (Script::Tamil, "ta"),
    (Script::Telugu, "te"),
    (Script::Thaana, "dv"),
    (Script::Thai, "th"),
    (Script::Tibetan, "bo"),
];

/// Letters that give away languages that nothing else tells as well, and the share of the letters
/// from which they do. The first row that fits wins.
const GIVEAWAYS: &[(Script, &str, &str, f64)] = &[
    (Script::Arabic, "ckb", "ڵڕێ", 0.012),
    (Script::Arabic, "ps", "ټډړښ", 0.012),
    (Script::Arabic, "sd", "ٻڄڪڏ", 0.012),
    (Script::Arabic, "ug", "ۇۈ", 0.012),
    (Script::Bengali, "as", "ৰৱ", 0.012),
    (Script::Ethiopic, "ti", "ቐቑቒቓቔቕቖ", 0.012),
];

/// Frequent characters that traditional Chinese alone has.
const TRADITIONAL: &str = "國會時說這個為們來對發學後經過開間關長門問題動實點還從電車馬\
    東業產華進選議員與處報導記讓將當應該單號雙區醫藥傳統總務機構據標領達運軍戰爭歲廣億萬\
    兩聯黨際線網級約組織終結給絕續維聲聽職親覺觀認識試話詞語請論證護變貿資費買賣質輸轉農連\
    遠適遺錢錄鐵隊階陽險難離雲韓頭顧願風飛飯館驗體麗黃齊龍灣歐縣團圖壓壞夠奪奮參寫屬島師\
    幣帶幫廠廳張強彈歸態慶憲懷戲擁擇擊擔據舉舊";

/// Frequent characters that simplified Chinese alone has; not 台 and 后, which both have.
const SIMPLIFIED: &str = "国会时说这个为们来对发学经过开间关长门问题动实点还从电车马\
    东业产华进选议员与处报导记让将当应该单号双区医药传统总务机构据标领达运军战争岁广亿万\
    两联党际线网级约组织终结给绝续维声听职亲觉观认识试话词语请论证护变贸资费买卖质输转农连\
    远适遗钱录铁队阶阳险难离云韩头顾愿风飞饭馆验体丽黄齐龙湾欧县团图压坏够夺奋参写属岛师\
    币带帮厂厅张强弹归态庆宪怀戏拥择击担据举旧";

/// The script a letter counts for; `None` for what is no letter or of no script. Kana and
/// Han count as one.
pub(super) fn of(character: char) -> Option<Script> {
    if !character.is_alphabetic() {
        return None;
    }
    match CodePointMapData::<Script>::new().get(character) {
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Hiragana | Script::Katakana | Script::Bopomofo => Some(Script::Han),
        script => Some(script),
    }
}

/// How many Latin letters one letter of this script is worth.
pub(super) fn weight(script: Script) -> f64 {
    match script {
        Script::Han => 3.0,
        Script::Hangul | Script::Ethiopic => 2.0,
        _ => 1.0,
    }
}

/// The only language written in a script, as BCP 47.
pub(super) fn only_language(script: Script) -> Option<&'static str> {
    SINGLE
        .iter()
        .find(|(single, _)| *single == script)
        .map(|(_, tag)| *tag)
}

/// The language that some letters of `text`, which is in one script, give away.
pub(super) fn given_away(script: Script, text: &str) -> Option<&'static str> {
    let mut rows: Vec<(&str, &str, f64, f64)> = GIVEAWAYS
        .iter()
        .filter(|row| row.0 == script)
        .map(|(_, tag, signs, share)| (*tag, *signs, *share, 0.0))
        .collect();
    let mut all = 0.0;
    if rows.is_empty() {
        return None;
    }
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphabetic() {
            all += 1.0;
        }
        for (_, signs, _, seen) in &mut rows {
            if !letter.is_ascii() && signs.contains(letter) {
                *seen += 1.0;
            }
        }
    }
    rows.into_iter()
        .find(|(_, _, share, seen)| *seen > 0.0 && *seen >= share * all)
        .map(|(tag, ..)| tag)
}

/// Whether kana make up more than a twentieth of the Han and kana, which is Japanese.
pub(super) fn has_kana(text: &str) -> bool {
    let script = CodePointMapData::<Script>::new();
    let (mut kana, mut all) = (0_usize, 0_usize);
    for character in text.chars() {
        match script.get(character) {
            Script::Hiragana | Script::Katakana => {
                kana += 1;
                all += 1;
            }
            Script::Han => all += 1,
            _ => {}
        }
    }
    kana * 20 > all
}

/// The languages letters may give away in a script.
pub(super) fn given_away_in(script: Script) -> impl Iterator<Item = &'static str> {
    GIVEAWAYS
        .iter()
        .filter(move |(own, ..)| *own == script)
        .map(|(_, tag, ..)| *tag)
}

/// The languages that scripts and letters give away.
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    let single = SINGLE.iter().map(|(_, tag)| *tag);
    single.chain(GIVEAWAYS.iter().map(|(_, tag, ..)| *tag))
}

/// How many more characters of traditional Chinese than of simplified `text` has.
pub(super) fn traditional(text: &str) -> i32 {
    text.chars()
        .map(|character| match () {
            () if SIMPLIFIED.contains(character) => -1,
            () if TRADITIONAL.contains(character) => 1,
            () => 0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_both_traditional_and_simplified() {
        let han =
            |text: &str| -> Vec<char> { text.chars().filter(|at| of(*at).is_some()).collect() };
        let simplified = han(SIMPLIFIED);
        assert!(simplified.len() > 150);
        assert!(
            han(TRADITIONAL)
                .iter()
                .all(|character| !simplified.contains(character))
        );
    }
}
