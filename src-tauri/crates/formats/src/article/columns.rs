//! Which column of a table gives which field.

use super::choices::{Choices, Field};
use super::refusal::Refusal;
use super::table::Table;
use std::collections::BTreeMap;

/// The columns that give fields, by their places.
pub(super) type Taken = BTreeMap<Field, usize>;

/// Texts are at least this long on average, in characters, where only their length tells.
const TEXT: usize = 200;
/// As many rows are looked at for that.
const LOOKED_AT: usize = 200;

/// How columns are called, in lower case without spaces and signs.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Text,
        &[
            "text",
            "body",
            "fulltext",
            "articletext",
            "articlebody",
            "maintext",
            "content",
            "article",
            "texte",
            "texto",
            "testo",
            "inhalt",
            "tekst",
            "metin",
            "текст",
            "正文",
            "内容",
            "本文",
            "全文",
            "النص",
            "نص",
            "متن",
        ],
    ),
    (
        Field::Title,
        &[
            "title",
            "headline",
            "heading",
            "titel",
            "überschrift",
            "titre",
            "título",
            "titulo",
            "titolo",
            "başlık",
            "заголовок",
            "название",
            "标题",
            "標題",
            "題名",
            "見出し",
            "タイトル",
            "العنوان",
            "عنوان",
        ],
    ),
    (
        Field::Published,
        &[
            "published",
            "publisheddate",
            "publishedat",
            "publicationdate",
            "publishdate",
            "pubdate",
            "datepublished",
            "date",
            "datum",
            "fecha",
            "data",
            "tarih",
            "дата",
            "日期",
            "日付",
            "التاريخ",
            "تاريخ",
            "تاریخ",
        ],
    ),
    (
        Field::Url,
        &[
            "url",
            "link",
            "permalink",
            "canonicalurl",
            "articleurl",
            "sourceurl",
            "href",
            "ссылка",
            "网址",
            "الرابط",
        ],
    ),
    (
        Field::Author,
        &[
            "author",
            "authors",
            "byline",
            "writer",
            "autor",
            "auteur",
            "autore",
            "yazar",
            "автор",
            "作者",
            "著者",
            "الكاتب",
            "نویسنده",
        ],
    ),
    (
        Field::Outlet,
        &[
            "outlet",
            "newspaper",
            "publication",
            "publisher",
            "source",
            "media",
            "medium",
            "sitename",
            "quelle",
            "fuente",
            "fonte",
            "kaynak",
            "источник",
            "издание",
            "来源",
            "媒体",
            "媒体名",
            "المصدر",
            "منبع",
        ],
    ),
    (
        Field::Language,
        &[
            "language",
            "lang",
            "sprache",
            "langue",
            "idioma",
            "lingua",
            "dil",
            "язык",
            "语言",
            "言語",
            "اللغة",
        ],
    ),
];

/// The columns that a person chose, and for the other fields those whose names say it.
pub(super) fn choose(table: &Table, choices: &Choices) -> Result<Taken, Refusal> {
    let mut taken = Taken::new();
    for (field, name) in &choices.columns {
        if !name.trim().is_empty() {
            taken.insert(*field, named(table, name.trim())?);
        }
    }
    let plain: Vec<String> = table.names.iter().map(|name| plain(name)).collect();
    for (field, names) in NAMES {
        if choices.columns.contains_key(field) {
            continue;
        }
        let found = names.iter().find_map(|name| {
            let columns = plain.iter().enumerate();
            columns
                .filter(|(at, _)| !taken.values().any(|taken| taken == at))
                .find(|(_, plain)| plain == name)
                .map(|(at, _)| at)
        });
        if let Some(at) = found {
            taken.insert(*field, at);
        }
    }
    let chosen = choices.columns.contains_key(&Field::Text);
    if !chosen && !taken.contains_key(&Field::Text) {
        let longest = longest(table).filter(|at| !taken.values().any(|taken| taken == at));
        taken.extend(longest.map(|at| (Field::Text, at)));
    }
    Ok(taken)
}

/// The column that a person names.
fn named(table: &Table, name: &str) -> Result<usize, Refusal> {
    let names = || table.names.iter();
    let exact = names().position(|own| own.trim() == name);
    let alike = || names().position(|own| own.trim().to_lowercase() == name.to_lowercase());
    let numbered = || {
        let number: usize = name.parse().ok()?;
        (1..=table.names.len())
            .contains(&number)
            .then(|| number - 1)
    };
    exact
        .or_else(alike)
        .or_else(numbered)
        .ok_or_else(|| Refusal::UnknownColumn {
            name: name.to_owned(),
            columns: table.names.clone(),
        })
}

/// The column whose values are much longer than all others, as texts are.
fn longest(table: &Table) -> Option<usize> {
    let rows = &table.rows[..table.rows.len().min(LOOKED_AT)];
    let mean = |at: usize| {
        let lengths = rows
            .iter()
            .filter_map(|(_, row)| row.get(at))
            .map(|value| value.chars().count());
        lengths.sum::<usize>() / rows.len().max(1)
    };
    let mut means: Vec<(usize, usize)> = (0..table.names.len()).map(|at| (mean(at), at)).collect();
    means.sort_unstable_by(|one, other| other.cmp(one));
    let (first, at) = *means.first()?;
    let second = means.get(1).map_or(0, |(mean, _)| *mean);
    (first >= TEXT && first >= second * 3).then_some(at)
}

fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
