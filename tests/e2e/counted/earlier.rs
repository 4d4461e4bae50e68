//! The article of the day before: the program itself annotates it, so that
//! its names are known.

use super::reference::folder;
use postil_app::app::App;
use postil_app::commands::dispatch;
use postil_app::environment::{Home, SystemEnvironment, WrittenAnswers};
use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::window::text::{offset, units};
use serde_json::{Value, json};

/// Words, and whose mention they are.
type Names = &'static [(&'static str, &'static str)];

/// Whom an article mentions: actors, places, and places that stand for a
/// government.
struct Mentioned {
    actors: Names,
    places: Names,
    stand_ins: Names,
}

const ENGLISH: Mentioned = Mentioned {
    actors: &[
        ("Norrlaine", "Norrlaine"),
        ("Seafarers’ Union", "Seafarers’ Union"),
        ("Kadri Lepik", "Kadri Lepik"),
        ("Jarmo Ristola", "Jarmo Ristola"),
        ("Liina Saar", "Liina Saar"),
        ("Vindö", "Vindö"),
        ("Mart Tamm", "Mart Tamm"),
    ],
    places: &[
        ("Tallinn", "Tallinn"),
        ("Helsinki", "Helsinki"),
        ("Estonia", "Estonia"),
        ("Finland", "Finland"),
        ("Naissaar", "Naissaar"),
        ("Stockholm", "Stockholm"),
        ("Espoo", "Espoo"),
        ("Baltic", "Baltic"),
        ("Åland", "Åland"),
    ],
    stand_ins: &[
        ("Tallinn", "Estonian government"),
        ("Helsinki", "Finnish government"),
        ("Finland", "Finnish government"),
    ],
};

const ARABIC: Mentioned = Mentioned {
    actors: &[
        ("نقابة البحارة", "نقابة البحارة"),
        ("وزارة الفلاحة", "وزارة الفلاحة"),
        ("سلمى الجريبي", "سلمى الجريبي"),
        ("منير العيادي", "منير العيادي"),
        ("وكالة «ميديترانيو»", "وكالة «ميديترانيو»"),
        ("جوليو فيراندي", "جوليو فيراندي"),
        ("حاتم بوزيد", "حاتم بوزيد"),
        ("الطاهر بن رمضان", "الطاهر بن رمضان"),
        ("غرفة الصيد البحري", "غرفة الصيد البحري"),
    ],
    places: &[
        ("صفاقس", "صفاقس"),
        ("تونس", "تونس"),
        ("روما", "روما"),
        ("إيطاليا", "إيطاليا"),
        ("الحمامات", "الحمامات"),
        ("قرقنة", "قرقنة"),
        ("صقلية", "صقلية"),
        ("سلامبو", "سلامبو"),
    ],
    stand_ins: &[
        ("تونس", "الحكومة التونسية"),
        ("روما", "الحكومة الإيطالية"),
        ("إيطاليا", "الحكومة الإيطالية"),
    ],
};

/// Adds the earlier article of the same language and marks who is named.
pub fn annotate(desk: &Desk, article: &str) -> Outcome {
    let (_, language) = article.rsplit_once('.').ok_or("no language")?;
    let mentioned = if language == "ar" { ARABIC } else { ENGLISH };
    let text = std::fs::read_to_string(folder().join(format!("earlier.{language}.txt")))?;
    let home = desk.path("");
    let answers = WrittenAnswers::new(desk.path("answers"));
    let mut app = App::new(
        Home::below(&home),
        Box::new(SystemEnvironment),
        Box::new(answers),
    );
    let mut call = |command: &str, request: Value| -> Outcome<Value> {
        let answer = dispatch(&mut app, command, &request.to_string())
            .map_err(|problem| format!("{command}: {problem:?}"))?;
        Ok(serde_json::from_str(&answer)?)
    };
    call("set_annotator", json!({ "name": "Ada" }))?;
    let added = call(
        "add_article",
        json!({ "text": text, "title": "", "language": null, "metadata": {} }),
    )?;
    let document = &added["document"]["id"];
    call("open_article", json!({ "document": document }))?;
    for (label, names) in [("speaker", mentioned.actors), ("place", mentioned.places)] {
        for (words, name) in names {
            let start = offset(&text, words, 0)?;
            let end = start + units(words);
            let made = call(
                "mark",
                json!({ "document": document, "label": label, "caret": end, "claim": null, "slot": null,
                        "selection": { "start": start, "end": end } }),
            )?;
            call(
                "set_entity",
                json!({ "document": document, "span": made["current"], "entity": null, "name": name }),
            )?;
        }
    }
    let mut governments = std::collections::BTreeMap::<&str, Value>::new();
    for (words, name) in mentioned.stand_ins {
        let caret = offset(&text, words, 0)? + 1;
        let known = governments.get(name).cloned().unwrap_or(Value::Null);
        let new = known.is_null().then_some(name);
        let made = call(
            "mark_stand_in",
            json!({ "document": document, "selection": null, "caret": caret, "entity": known, "name": new }),
        )?;
        let links = made["patch"]["links"].as_array().ok_or("no links")?;
        let entity = links
            .iter()
            .find_map(|link| link["target"]["entity"].as_u64());
        governments.insert(name, json!(entity.ok_or("stands for nobody")?));
    }
    Ok(())
}
