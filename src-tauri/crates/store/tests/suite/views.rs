//! The views for people who open the file with something else.

use crate::sample::{NOW, Sample, TEXT, entity, link, sample, span};
use postil_core::attribute::Attribute;
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{EntityLinkId, SpanId};
use postil_core::link::Target;
use postil_store::StoreError;
use rusqlite::Connection;

fn marked() -> (Sample, SpanId) {
    let mut sample = sample();
    let layer = sample.layer;
    let (claim, _) = sample
        .project
        .edit("mark", None, NOW, |edits| -> Result<_, StoreError> {
            let mut person = entity("person", "Vedant Patel");
            person
                .attributes
                .insert("role_title".to_owned(), Attribute::by_hand("Spokesperson"));
            let patel = edits.insert_entity(person)?;
            let he = edits.insert_entity(entity("person", "Patel"))?;
            let merged = Entity {
                merged_into: Some(patel),
                ..edits.entity(he)?
            };
            edits.update_entity(&merged)?;
            let office = edits.insert_entity(entity("organisation", "State Department"))?;
            edits.insert_entity_link(EntityLink {
                id: EntityLinkId::UNSTORED,
                uid: crate::sample::uid(),
                kind: "affiliated_with".to_owned(),
                head: patel,
                tail: office,
            })?;
            let mut city = entity("place", "Baku");
            city.attributes
                .insert("lat".to_owned(), Attribute::by_hand("40.4"));
            let baku = edits.insert_entity(city)?;
            let mut claim = span(layer, "claim", &[(12, 30), (34, 41)]);
            claim
                .attributes
                .insert("form".to_owned(), Attribute::by_rule("direct"));
            let claim = edits.insert_span(claim)?;
            let mut said = |label: &str, kind: &str, at, whom| {
                let mut mention = span(layer, label, &[at]);
                mention.entity = whom;
                let mention = edits.insert_span(mention)?;
                edits.insert_link(link(
                    layer,
                    kind,
                    claim,
                    Target::Mention {
                        span: mention,
                        entity: whom,
                    },
                ))
            };
            said("speaker", "said_by", (0, 5), Some(he))?;
            said("cue", "cued_by", (6, 10), None)?;
            said("place", "about", (45, 49), Some(baku))?;
            Ok(claim)
        })
        .unwrap();
    (sample, claim)
}

fn text(connection: &Connection, sql: &str) -> String {
    connection
        .query_row(sql, [], |row| row.get::<_, Option<String>>(0))
        .unwrap()
        .unwrap_or_default()
}

#[test]
fn a_claim_is_one_row_with_its_slots() {
    let (mut sample, claim) = marked();
    let uid = sample.project.span(claim).unwrap().uid;
    let raw = Connection::open(sample.project.path()).unwrap();
    for (column, expected) in [
        ("title", "Talks"),
        ("outlet", "Turan"),
        ("annotator", "Ada"),
        ("status", "started"),
        ("claim_id", &uid.to_string()),
        ("text", "\"We look forward 😀 … talks.\""),
        ("start || '-' || end", "12-41"),
        ("fragments", "[[12,30],[34,41]]"),
        ("form", "direct"),
        ("statement", ""),
        ("speaker_mention", "Patel"),
        ("speaker_entity", "Vedant Patel"),
        ("role", "Spokesperson"),
        ("affiliation", "State Department"),
        ("how_sourced", "named"),
        ("cue", "said"),
        ("json_extract(places, '$[0].name')", "Baku"),
        ("json_extract(places, '$[0].mention')", "Баку"),
        ("json_extract(places, '$[0].lat')", "40.4"),
    ] {
        assert_eq!(
            text(&raw, &format!("SELECT {column} FROM claims")),
            expected,
            "{column}"
        );
    }
    let count = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM claims"), 1);
    assert_eq!(count("SELECT count(*) FROM annotations"), 4);
    assert_eq!(
        count("SELECT count(*) FROM relations WHERE head_id = (SELECT claim_id FROM claims)"),
        3
    );
    sample
        .project
        .edit("bin", None, NOW, |edits| -> Result<(), StoreError> {
            let mut document = edits.document(sample.document)?;
            document.removed_at = Some(NOW);
            edits.update_document(&document)
        })
        .unwrap();
    assert_eq!(count("SELECT count(*) FROM claims"), 0);
    assert_eq!(count("SELECT count(*) FROM annotations"), 0);
    assert_eq!(count("SELECT count(*) FROM relations"), 0);
}

#[test]
fn plain_sql_cuts_every_quote_out_of_the_text() {
    let (sample, _) = marked();
    let raw = Connection::open(sample.project.path()).unwrap();
    let sql = "SELECT quote = substr(text, start+1, end-start), quote FROM fragment
        JOIN span ON span.id = fragment.span JOIN layer ON layer.id = span.layer
        JOIN document ON document.id = layer.document";
    let mut statement = raw.prepare(sql).unwrap();
    let rows: Vec<(bool, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(rows.len(), 5);
    assert!(
        rows.iter()
            .all(|(same, quote)| *same && TEXT.contains(quote))
    );
}
