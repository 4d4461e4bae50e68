//! Names in Chinese characters, which nothing sets off: a dictionary does not know them, so
//! they fall apart into single characters.

use super::super::Text;
use super::super::offsets::{CodePoint, Extent};

/// Characters that are words of their own and hardly part of a name.
const SMALL: &str = "的了在是和与與及或把被将將对對向从從自到由于於以为為而则則又也还還就都不没沒有无無要会會能可\
    很更最再已曾正并並但却卻说說称稱道令让讓使给給跟同比用按据據因其该該此这這那各每某一二三四五六七八九十两兩\
    个個名位他她它我你们們月日年时時分上下里内內外后後前间間等地得着著过過去来來本只才";

/// Family names of one character.
const FAMILY_NAMES: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮\
    董萧蕭程曹袁邓鄧许許傅沈彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金\
    陆陸郝孔白崔康毛邱秦史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔";

/// Characters that end the name of a place.
const PLACE_ENDINGS: &str = "省市县縣镇鎮乡鄉村区區州江河湖海山岛島港湾灣岭嶺路街寺桥橋";

/// Words that do.
const PLACE_WORDS: &[&str] = &[
    "水库",
    "水庫",
    "机场",
    "機場",
    "大桥",
    "大橋",
    "半岛",
    "半島",
    "群岛",
    "群島",
    "海峡",
    "海峽",
    "运河",
    "運河",
    "山脉",
    "山脈",
    "高原",
    "盆地",
    "平原",
    "湿地",
    "濕地",
    "自治区",
    "自治區",
];

/// A family name and at most two characters.
const PERSON: u32 = 3;

/// How many characters without a word among them a name has at most.
const LONGEST: usize = 4;

/// How far around a caret words are looked at, in code points.
const REACH: u32 = 12;

/// The name at a caret in Chinese characters, by its form: a family name and what follows, or
/// characters that no dictionary joins, and what ends the name of a place. `None` where it is
/// no more than the word.
#[must_use]
pub fn han_name_at(text: &Text, at: CodePoint) -> Option<Extent> {
    let word = text.word_at(at)?;
    if !is_han(text, word) || is_small(text, word) {
        return None;
    }
    let words = words_around(text, word);
    let here = words.iter().position(|one| *one == word)?;
    // Between the name of a town and "town".
    let ended = here.checked_sub(1).filter(|before| {
        ends_place(text, word) && !words.get(*before).is_none_or(|one| is_small(text, *one))
    });
    let here = ended.unwrap_or(here);
    let (first, mut last) = person(text, &words, here).unwrap_or_else(|| loose(text, &words, here));
    while words
        .get(last + 1)
        .is_some_and(|next| ends_place(text, *next))
    {
        last += 1;
    }
    let name = Extent {
        start: words.get(first)?.start,
        end: words.get(last)?.end,
    };
    (name != word).then_some(name)
}

/// The person's name that a mention in Chinese characters is or ends with: of "市长何建中"
/// the last three characters.
#[must_use]
pub fn person_at_end(mention: &str) -> Option<&str> {
    let text = Text::new(mention);
    let words = words_around(&text, Extent::of(0, text.len()));
    (0..words.len()).find_map(|first| {
        let (first, last) = person(&text, &words, first)?;
        let start = words.get(first)?.start;
        let ends = words.get(last)?.end == text.end();
        ends.then(|| mention.get(text.byte(start)?..)).flatten()
    })
}

/// The words next to each other around one, itself among them.
fn words_around(text: &Text, word: Extent) -> Vec<Extent> {
    let mut words = Vec::new();
    let mut start = word.start;
    while word.start.0.saturating_sub(start.0) < REACH {
        match text.previous_word_break(start) {
            Some(before)
                if is_han(
                    text,
                    Extent {
                        start: before,
                        end: start,
                    },
                ) =>
            {
                start = before;
            }
            _ => break,
        }
    }
    let until = CodePoint(word.end.0.saturating_add(REACH));
    while start < until {
        let Some(end) = text.next_word_break(start) else {
            break;
        };
        let one = Extent { start, end };
        if !is_han(text, one) {
            break;
        }
        words.push(one);
        start = end;
    }
    words
}

/// A family name at or before a word, and what it names with it.
fn person(text: &Text, words: &[Extent], here: usize) -> Option<(usize, usize)> {
    (here.saturating_sub(2)..=here).find_map(|first| {
        let family = words
            .get(first)
            .filter(|one| is_one_of(text, **one, FAMILY_NAMES))?;
        let mut last = first;
        while let Some(next) = words.get(last + 1) {
            let length = next.end.0 - family.start.0;
            let given = next.len() == 1 || last == first;
            if length > PERSON || !given || is_small(text, *next) {
                break;
            }
            last += 1;
        }
        (last > first && here <= last).then_some((first, last))
    })
}

/// Characters around a word that the dictionary joins to nothing.
fn loose(text: &Text, words: &[Extent], here: usize) -> (usize, usize) {
    let single = |index: usize| {
        words
            .get(index)
            .is_some_and(|one| one.len() == 1 && !is_small(text, *one))
    };
    let (mut first, mut last) = (here, here);
    if single(here) {
        while last - first + 1 < LONGEST && single(last + 1) {
            last += 1;
        }
        while last - first + 1 < LONGEST && first > 0 && single(first - 1) {
            first -= 1;
        }
    }
    (first, last)
}

fn ends_place(text: &Text, word: Extent) -> bool {
    is_one_of(text, word, PLACE_ENDINGS)
        || text
            .slice(word)
            .is_some_and(|word| PLACE_WORDS.contains(&word))
}

fn is_small(text: &Text, word: Extent) -> bool {
    is_one_of(text, word, SMALL)
}

fn is_one_of(text: &Text, word: Extent, characters: &str) -> bool {
    word.len() == 1
        && text
            .slice(word)
            .is_some_and(|word| characters.contains(word))
}

fn is_han(text: &Text, word: Extent) -> bool {
    text.slice(word).is_some_and(|word| {
        !word.is_empty()
            && word
                .chars()
                .all(|character| matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_no_dictionary_has() {
        // The caret is at `^`, the name between the bars; no bars, no more than the word.
        let cases = [
            "主任|^沈若兰|则认为",
            "主任|沈若^兰|则认为",
            "总工程师|^梁永康|告诉本报",
            "市长|^何建中|向记者说",
            "船工|^罗大海|正在补漆",
            "船工|罗^大海|正在补漆",
            "发言人|^周敏|周一表示",
            "指责|^白鹿水库|只蓄不放",
            "对岸|^青石镇|的渡轮",
            "在|^青石镇|码头",
            "在|青石^镇|码头",
            "^渡轮很快恢复",
            "^他说自己开船",
            "no ^Han here",
        ];
        for case in cases {
            let marked = case.replace('|', "");
            let caret = marked.chars().take_while(|one| *one != '^').count();
            let expected = case.split('|').nth(1).map(|name| name.replace('^', ""));
            let text = Text::new(marked.replace('^', ""));
            let name = han_name_at(&text, CodePoint(u32::try_from(caret).unwrap()));
            let found = name.and_then(|name| text.slice(name));
            assert_eq!(found, expected.as_deref(), "{case}");
        }
    }

    #[test]
    fn a_title_may_stand_before_a_name() {
        for (mention, name) in [
            ("市长何建中", Some("何建中")),
            ("临河市交通局发言人周敏", Some("周敏")),
            ("六十三岁的船工罗大海", Some("罗大海")),
            ("何建中", Some("何建中")),
            ("白鹿水库", None),
            ("云岭省政府", None),
            ("Mira Vale", None),
        ] {
            assert_eq!(person_at_end(mention), name, "{mention}");
        }
    }
}
