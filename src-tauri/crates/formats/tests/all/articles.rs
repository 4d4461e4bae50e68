//! The corpus of the golden files: invented news in several scripts.

use super::build::Article;
use postil_core::attribute::{Attribute, Value};
use postil_core::bundle::{Bundle, Register};
use postil_core::document::{ZoneKind, ZoneState};
use postil_core::entity::EntityLink;
use postil_core::id::{EntityId, EntityLinkId, SpanId, Uid};
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::link::{Special, Target};
use postil_core::question::{Answer, Subject};
use postil_core::span::Flag;

pub fn all() -> Vec<Bundle> {
    vec![
        harbour(),
        right_to_left(),
        chinese(),
        untouched(),
        formulas(),
    ]
}

/// Emoji, combining marks, U+2028, nested and discontinuous claims.
fn harbour() -> Bundle {
    let text = "🚢 Harbour to close, cafe\u{301} owners say\n\n\
        \"We will close it in May,\" Mayor Ana Ruiz said in Port Ellery, \"and not a day \
        later.\"\u{2028}Reuters reported that Ruiz said the port was 🇦🇿\u{200d} \"too small\".\n\
        Latest news\u{85}Weather: −3 °C\n";
    let mut article = Article::new(1, "🚢 Harbour to close, cafe\u{301} owners say", text)
        .metadata("outlet", "The Skerry Times")
        .metadata("published", "2026-01-14")
        .metadata("author", "B. \"Bo\" O'Neil, jr.")
        .languages("en", false);
    article.zone(
        "🚢 Harbour to close, cafe\u{301} owners say",
        ZoneKind::Headline,
        ZoneState::Accepted,
    );
    article.zone(
        "Latest news\u{85}Weather: −3 °C",
        ZoneKind::Skip,
        ZoneState::Proposed,
    );
    let ruiz = article.entity(
        "person",
        "Ana Ruiz",
        &[("role_title", "Mayor"), ("affiliation", "Port Ellery")],
    );
    let port = article.entity(
        "place",
        "Port Ellery",
        &[("geonames", "2640381"), ("lat", "-33.9"), ("lon", "18.4")],
    );
    let reuters = article.entity("organisation", "Reuters", &[]);
    let old = article.entity("person", "A. Ruiz", &[]);
    article.bundle.entities[3].merged_into = Some(ruiz);
    article.bundle.entities[0].aliases = vec!["Ruiz".to_owned(), "the mayor".to_owned()];
    article.layer((1, "Ada"), LayerKind::Annotation, LayerStatus::Done);
    let closing = article.span(
        "claim",
        &["\"We will close it in May,\"", "\"and not a day later.\""],
    );
    let mayor = article.span("speaker", &["Mayor Ana Ruiz"]);
    article.mention(mayor, ruiz);
    let said = article.span("cue", &["said"]);
    let here = article.span("place", &["Port Ellery"]);
    article.mention(here, port);
    let outer = article.span(
        "claim",
        &["that Ruiz said the port was 🇦🇿\u{200d} \"too small\""],
    );
    let again = article.span("speaker", &["Reuters"]);
    article.mention(again, reuters);
    let inner = article.span("claim", &["the port was 🇦🇿\u{200d} \"too small\""]);
    let ruiz_again = article.span_at("speaker", vec![super::build::extent(146, 150)]);
    article.mention(ruiz_again, old);
    article.set(closing, "form", "direct", true);
    article.set(closing, "statement", "plan", false);
    article.set(inner, "form", "mixed", true);
    article.set(
        inner,
        "topic",
        Value::Several(vec!["ports".to_owned(), "money".to_owned()]),
        false,
    );
    article.set(again, "mention", "name", true);
    article.change(inner, |span| {
        span.note = "check: \"too small\",\nor too shallow?".to_owned();
        span.flags = [Flag::Unsure, Flag::CutsGrapheme].into();
    });
    article.to("said_by", closing, mayor);
    article.to("cued_by", closing, said);
    article.to("about", closing, here);
    article.to("said_by", outer, again);
    article.to("part_of", inner, outer);
    article.to("said_by", inner, ruiz_again);
    article.link("addressed_to", inner, Target::Entity(reuters));
    let layer = article.bundle.layers.last_mut().unwrap();
    layer.links[2].by_rule = true;
    layer.links[4].by_rule = true;
    article.layer((2, "Bela"), LayerKind::Annotation, LayerStatus::Started);
    let other = article.span("claim", &["\"We will close it in May,\""]);
    article.link("said_by", other, Target::Entity(ruiz));
    work(&mut article, here, old);
    settled(article)
}

/// What the first layer holds beside its spans and links: an answer about the article, time, a
/// question that somebody without a layer answered, and details of few spans and links.
fn work(article: &mut Article, asked: SpanId, kept: EntityId) {
    article.bundle.zones[0].reason = "first line".to_owned();
    let cleo = article.other(8, "Cleo");
    article.bundle.zones[0].by = Some(cleo);
    article.bundle.languages[1].by_hand = true;
    let ada = &mut article.bundle.layers[0];
    let here = ada.annotator.id;
    let mood = Attribute::by_hand("calm");
    ada.layer.answers.insert("mood".to_owned(), mood);
    let kind = Attribute::by_rule("report");
    ada.layer.answers.insert("genre".to_owned(), kind);
    ada.layer.active_ms = 5_400_000_123;
    let span = ada.spans.iter_mut().find(|span| span.id == asked).unwrap();
    span.scheme_version = 0;
    span.flags.insert(Flag::Question);
    let link = &mut ada.links[0];
    let sure = Attribute::by_rule("no");
    link.attributes.insert("sure".to_owned(), sure);
    if let Target::Mention { entity, .. } = &mut link.target {
        *entity = Some(kept);
    }
    article.question(asked, "A place, or its\u{2028}council?", here, None);
    let answer = Answer {
        text: "The place, unless it acts.".to_owned(),
        at: 1_770_000_060_000,
        by: cleo,
        subject: Subject {
            label: "place".to_owned(),
            link: None,
            attribute: None,
            value: None,
        },
        scheme_version: 2,
    };
    article.question(asked, "Port or city?", cleo, Some(answer));
}

/// Arabic and Hebrew, with an override that must come back as it was.
fn right_to_left() -> Bundle {
    let text =
        "قال مسؤول كبير إن «المحادثات ستُستأنف قريبًا».\n\u{202e}שר החוץ אמר: ״נמשיך״\u{202c}.";
    let mut article = Article::new(2, "المحادثات", text).languages("ar", true);
    let official = article.entity("unnamed", "مسؤول كبير", &[]);
    article.layer((1, "Ada"), LayerKind::Annotation, LayerStatus::Started);
    let claim = article.span("claim", &["«المحادثات ستُستأنف قريبًا»"]);
    let speaker = article.span("speaker", &["مسؤول كبير"]);
    article.mention(speaker, official);
    let cue = article.span("cue", &["قال"]);
    let hebrew = article.span("claim", &["״נמשיך״"]);
    article.set(claim, "form", "direct", true);
    article.set(hebrew, "check_worthy", true, false);
    article.to("said_by", claim, speaker);
    article.to("cued_by", claim, cue);
    article.link("said_by", hebrew, Target::Special(Special::Author));
    settled(article)
}

/// No spaces, and a source that nobody gives.
fn chinese() -> Bundle {
    let text = "据悉，北京将与东京继续会谈。\n「𠮷野家は閉まる」とのこと。";
    let mut article = Article::new(3, "北京与东京", text).languages("zh", false);
    article.layer((3, "陈"), LayerKind::Gold, LayerStatus::Done);
    let talks = article.span("claim", &["北京将与东京继续会谈"]);
    let beijing = article.span("place", &["北京"]);
    let tokyo = article.span("place", &["东京"]);
    let shop = article.span("claim", &["「𠮷野家は閉まる」"]);
    let nested = article.span("claim", &["𠮷野家"]);
    article.link("said_by", talks, Target::Special(Special::NotGiven));
    article.to("about", talks, beijing);
    article.to("about", talks, tokyo);
    article.to("part_of", nested, shop);
    settled(article)
}

/// Done, and nothing claimed.
fn untouched() -> Bundle {
    let mut article = Article::new(4, "Lottery numbers", "4 8 15\n");
    article.layer((1, "Ada"), LayerKind::Reference, LayerStatus::Done);
    settled(article)
}

/// Spans over line ends of several kinds, and several on one place.
pub fn crossing() -> Bundle {
    let text = "Uno dijo:\n\u{201c}No iremos.\n\nNi hoy\u{2028}ni mañana\u{201d} 👩\u{200d}👧.\n";
    let mut article = Article::new(6, "Uno dijo", text).languages("es", false);
    let uno = article.entity("person", "Uno", &[]);
    article.layer((1, "Ada Ñ/1"), LayerKind::Annotation, LayerStatus::Started);
    let claim = article.span(
        "claim",
        &["\u{201c}No iremos.\n\nNi hoy\u{2028}ni mañana\u{201d}"],
    );
    let again = article.span("claim", &["No iremos", "ni mañana"]);
    let same = article.span("place", &["No iremos"]);
    let speaker = article.span("speaker", &["Uno"]);
    article.mention(speaker, uno);
    article.change(speaker, |span| span.note = "quién\tes".to_owned());
    article.to("said_by", claim, speaker);
    article.to("part_of", again, claim);
    article.to("about", again, same);
    settled(article)
}

/// Words that a spreadsheet would run.
fn formulas() -> Bundle {
    let text = "=HYPERLINK(\"http://example.org\",\"x\") he said; @home +1 -2\tend";
    let mut article = Article::new(5, "-1+1", text).metadata("outlet", "+News");
    article.layer((1, "Ada"), LayerKind::Annotation, LayerStatus::New);
    article.span("claim", &["=HYPERLINK(\"http://example.org\",\"x\")"]);
    article.span("claim", &["@home +1"]);
    let tab = article.span("claim", &["\tend"]);
    article.change(tab, |span| span.note = "-2".to_owned());
    settled(article)
}

/// What a reader gives: rows in order, numbered from 1.
fn settled(article: Article) -> Bundle {
    let mut line = Vec::new();
    postil_formats::jsonl::write_article(&mut line, &article.bundle).unwrap();
    let mut reader = postil_formats::jsonl::Reader::new(line.as_slice(), "sample".to_owned());
    let bundle = reader.next().unwrap().unwrap();
    assert!(reader.unknown().is_empty());
    bundle
}

/// All entities of the corpus, and links between them.
pub fn register() -> Register {
    let mut article = Article::new(9, "Register", "x");
    let ruiz = article.entity("person", "Ana Ruiz", &[("role_title", "Mayor")]);
    let port = article.entity(
        "place",
        "Port\u{2029}Ellery",
        &[("lat", "-33.9"), ("lon", "18.4")],
    );
    let land = article.entity("place", "Skerry Land", &[]);
    let old = article.entity("person", "A. Ruiz", &[]);
    let mut entities = article.bundle.entities;
    entities[3].merged_into = Some(ruiz);
    entities[0]
        .attributes
        .get_mut("role_title")
        .unwrap()
        .by_rule = true;
    assert_eq!(old, entities[3].id);
    let link = |id: u32, kind: &str, head, tail| EntityLink {
        id: EntityLinkId(id),
        uid: Uid::at(1_770_000_000_000 + u64::from(id), &[9; 10]),
        kind: kind.to_owned(),
        head,
        tail,
    };
    let links = vec![
        link(1, "affiliated_with", ruiz, port),
        link(2, "located_in", port, land),
    ];
    Register { entities, links }
}
