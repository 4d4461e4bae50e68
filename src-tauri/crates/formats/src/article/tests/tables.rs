use super::*;
use std::collections::BTreeMap;

fn chosen(columns: &[(Field, &str)]) -> Choices {
    let columns: BTreeMap<_, _> = columns
        .iter()
        .map(|(field, name)| (*field, (*name).to_owned()))
        .collect();
    Choices {
        encoding: None,
        columns,
    }
}

#[test]
fn a_table_gives_an_article_a_row() {
    let source = "\u{feff}id;Headline;Date;Body;Quelle;Link;lang\r\n\
        7;Mills reopen;14.01.2026;\"The mills; \"\"all\"\" of them,\nopen.\";Post;https://x.example/1;en\r\n\
        8;Rain;soon;It rained.;;ftp://x;English\r\n9;Nothing;;;;;\r\n";
    let reading = read_plain("a.csv", source.as_bytes()).unwrap();
    assert_eq!(reading.encoding.unwrap().name, "UTF-8");
    let columns = reading.columns.unwrap();
    assert_eq!((columns.rows, columns.names.len()), (3, 7));
    assert_eq!(columns.used[&Field::Text], 3);
    let [mills, rain] = &reading.articles[..] else {
        panic!("{:?}", reading.articles);
    };
    assert_eq!(mills.text, "The mills; \"all\" of them,\nopen.");
    assert_eq!(mills.metadata.title.as_deref(), Some("Mills reopen"));
    assert_eq!(mills.metadata.published.as_deref(), Some("2026-01-14"));
    assert_eq!(mills.metadata.outlet.as_deref(), Some("Post"));
    assert_eq!(mills.language.as_deref(), Some("en"));
    assert_eq!(mills.other["id"], "7");
    // What is no date, address or language stays as it is written.
    assert_eq!(
        (&rain.metadata.published, &rain.metadata.url),
        (&None, &None)
    );
    assert_eq!(rain.other["Date"], "soon");
    assert_eq!(rain.other["lang"], "English");
    for what in [Left::EmptyRow, Left::Date, Left::Address, Left::Language] {
        assert_eq!(reading.left_out.count(what), 1, "{what:?}");
    }
}

#[test]
fn a_column_can_be_chosen_by_name_or_number_or_not_at_all() {
    let source = b"one\ttwo\tpractice\nRain\tIt rained.\tyes\n";
    let reading = read_plain("a.tsv", source).unwrap();
    assert!(reading.needs_text_column() && reading.articles.is_empty());
    assert_eq!(reading.columns.unwrap().samples[0][1], "It rained.");
    for name in ["two", "TWO", "2"] {
        let choices = chosen(&[(Field::Text, name), (Field::Title, "one")]);
        let reading = read("a.tsv", source, &choices).unwrap();
        assert_eq!(reading.articles[0].text, "It rained.");
        let title = reading.articles[0].metadata.title.as_deref();
        assert_eq!(title, Some("Rain"));
        // A name that means something to Postil does not come from a file.
        assert_eq!(reading.articles[0].other["practice (column)"], "yes");
    }
    let refused = read("a.tsv", source, &chosen(&[(Field::Text, "4")])).unwrap_err();
    assert!(matches!(refused, Refusal::UnknownColumn { name, .. } if name == "4"));

    let none = chosen(&[(Field::Title, "")]);
    let reading = read("a.csv", b"title,text\nRain,It rained.\n", &none).unwrap();
    assert_eq!(reading.articles[0].metadata.title, None);
}

#[test]
fn long_values_tell_the_column_of_the_texts() {
    let long = "It rained for a long time. ".repeat(20);
    let source = format!("1,{long}\n2,\"{long}\nagain\"\n");
    let reading = read_plain("a.csv", source.as_bytes()).unwrap();
    assert_eq!(reading.articles.len(), 2);
    assert_eq!(reading.columns.unwrap().names, ["1", "2"]);
}

#[test]
fn lines_of_json_are_a_table_and_those_of_postil_are_not() {
    let source = b"{\"headline\":\"Rain\",\"body\":\"It rained.\",\"meta\":{\"author\":[\"A\",\"B\"],\"deep\":{}}}\n\n[1]\n\
        {\"body\":\"Sun\\nshone.\",\"views\":3,\"headline\":null}\nbroken\n";
    let reading = read_plain("a.jsonl", source).unwrap();
    let [rain, sun] = &reading.articles[..] else {
        panic!("{:?}", reading.articles);
    };
    assert_eq!(
        (rain.row, rain.metadata.title.as_deref()),
        (1, Some("Rain"))
    );
    assert_eq!(rain.other["meta.author"], "A, B");
    assert_eq!((sun.row, sun.text.as_str()), (4, "Sun\nshone."));
    assert_eq!(sun.other["views"], "3");
    assert_eq!(reading.left_out.count(Left::BadRow), 2);
    assert_eq!(reading.left_out.count(Left::Value), 1);

    let ours = read_plain("a.jsonl", b"{\"format\":\"postil/1\",\"text\":\"x\"}").unwrap_err();
    assert_eq!(ours, Refusal::Stranger(Stranger::PostilJsonl));
    let broken = read_plain("a.jsonl", b"{\"a\":").unwrap_err();
    assert!(matches!(broken, Refusal::Damaged { .. }));
    let deep = format!("{{\"a\":{}", "[".repeat(1_000_000));
    assert!(read_plain("a.jsonl", deep.as_bytes()).is_err());
}

#[test]
fn tables_without_end_are_refused() {
    let wide = ",".repeat(2_000);
    let refused = read_plain("a.csv", wide.as_bytes()).unwrap_err();
    assert!(matches!(refused, Refusal::TooManyColumns { .. }));
    let tall = "a\n".repeat(100_002);
    let refused = read_plain("a.csv", tall.as_bytes()).unwrap_err();
    assert!(matches!(refused, Refusal::TooManyRows { .. }));
}
