
-- Views for people who open the file with Python, R or DuckDB. Uids are text
-- here. Only SQL that SQLite 3.37 reads.

CREATE VIEW scheme_label AS
SELECT json_extract(label.value, '$.id') AS id, json_extract(label.value, '$.role') AS role
FROM (SELECT json FROM scheme ORDER BY id DESC LIMIT 1) AS current, json_each(current.json, '$.labels') AS label;

-- is_source: the kind that offers the author and "not given".
CREATE VIEW scheme_link AS
SELECT json_extract(kind.value, '$.id') AS id,
  coalesce(json_array_length(kind.value, '$.special'), 0) > 0 AS is_source
FROM (SELECT json FROM scheme ORDER BY id DESC LIMIT 1) AS current, json_each(current.json, '$.links') AS kind;

CREATE VIEW document_uid AS
SELECT id, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4)
  || '-' || substr(h, 21) AS uid
FROM (SELECT id, lower(hex(uid)) AS h FROM document);

CREATE VIEW layer_uid AS
SELECT id, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4)
  || '-' || substr(h, 21) AS uid
FROM (SELECT id, lower(hex(uid)) AS h FROM layer);

CREATE VIEW span_uid AS
SELECT id, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4)
  || '-' || substr(h, 21) AS uid
FROM (SELECT id, lower(hex(uid)) AS h FROM span);

CREATE VIEW link_uid AS
SELECT id, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4)
  || '-' || substr(h, 21) AS uid
FROM (SELECT id, lower(hex(uid)) AS h FROM link);

-- Every entity as readers see it: one that is merged stands for its target.
CREATE VIEW register AS
SELECT entity.id, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-'
  || substr(h, 17, 4) || '-' || substr(h, 21) AS uid,
  target.kind, target.name, target.attributes
FROM (SELECT id, coalesce(merged_into, id) AS target FROM entity) AS entity
JOIN (SELECT id, lower(hex(uid)) AS h, kind, name, attributes FROM entity) AS target
  ON target.id = entity.target;

-- One row for each span outside the bin. start and end are those of the whole
-- span, fragments is a JSON list of [start, end], text joins the fragments.
CREATE VIEW annotations AS
SELECT
  document_uid.uid AS article_id,
  document.title,
  annotator.name AS annotator,
  layer_uid.uid AS layer,
  layer.kind AS layer_kind,
  layer.status,
  span_uid.uid AS id,
  span.label,
  (SELECT group_concat(quote, ' … ')
    FROM (SELECT quote FROM fragment WHERE fragment.span = span.id ORDER BY n)) AS text,
  (SELECT min(start) FROM fragment WHERE fragment.span = span.id) AS start,
  (SELECT max(end) FROM fragment WHERE fragment.span = span.id) AS end,
  (SELECT json_group_array(json_array(start, end))
    FROM (SELECT start, end FROM fragment WHERE fragment.span = span.id ORDER BY n)) AS fragments,
  register.uid AS entity_id,
  register.name AS entity,
  span.attributes,
  span.flags,
  span.note,
  span.id AS row,
  span.layer AS layer_row,
  document.id AS document_row
FROM span
JOIN layer ON layer.id = span.layer
JOIN document ON document.id = layer.document
JOIN annotator ON annotator.id = layer.annotator
JOIN document_uid ON document_uid.id = document.id
JOIN layer_uid ON layer_uid.id = layer.id
JOIN span_uid ON span_uid.id = span.id
LEFT JOIN register ON register.id = span.entity
WHERE document.removed_at IS NULL;

-- One row for each link outside the bin.
CREATE VIEW relations AS
SELECT
  document_uid.uid AS article_id,
  annotator.name AS annotator,
  layer_uid.uid AS layer,
  link_uid.uid AS id,
  link.kind,
  head_uid.uid AS head_id,
  (SELECT group_concat(quote, ' … ')
    FROM (SELECT quote FROM fragment WHERE fragment.span = link.head ORDER BY n)) AS head,
  tail_uid.uid AS tail_id,
  (SELECT group_concat(quote, ' … ')
    FROM (SELECT quote FROM fragment WHERE fragment.span = link.tail ORDER BY n)) AS tail,
  register.uid AS entity_id,
  register.name AS entity,
  link.special,
  link.attributes,
  link.by_rule,
  link.note,
  link.head AS head_row,
  link.tail AS tail_row,
  link.layer AS layer_row
FROM link
JOIN layer ON layer.id = link.layer
JOIN document ON document.id = layer.document
JOIN annotator ON annotator.id = layer.annotator
JOIN document_uid ON document_uid.id = document.id
JOIN layer_uid ON layer_uid.id = layer.id
JOIN link_uid ON link_uid.id = link.id
JOIN span_uid AS head_uid ON head_uid.id = link.head
LEFT JOIN span_uid AS tail_uid ON tail_uid.id = link.tail
LEFT JOIN register ON register.id = link.entity
WHERE document.removed_at IS NULL;

-- One row for each claim outside the bin: spans whose label the scheme calls
-- a statement. Several speakers or cues are joined by " | ". how_sourced:
-- author, not_given, named, unnamed (an entity without a name), mention (one
-- whose entity is not known), NULL before it is decided. places is a JSON
-- list.
CREATE VIEW claims AS
SELECT
  document_uid.uid AS article_id,
  document.title,
  json_extract(document.metadata, '$.outlet') AS outlet,
  json_extract(document.metadata, '$.published') AS date,
  (SELECT tag FROM language WHERE language.document = document.id AND language.start IS NULL) AS language,
  annotator.name AS annotator,
  layer_uid.uid AS layer,
  layer.kind AS layer_kind,
  layer.status,
  span_uid.uid AS claim_id,
  (SELECT group_concat(quote, ' … ')
    FROM (SELECT quote FROM fragment WHERE fragment.span = span.id ORDER BY n)) AS text,
  (SELECT min(start) FROM fragment WHERE fragment.span = span.id) AS start,
  (SELECT max(end) FROM fragment WHERE fragment.span = span.id) AS end,
  (SELECT json_group_array(json_array(start, end))
    FROM (SELECT start, end FROM fragment WHERE fragment.span = span.id ORDER BY n)) AS fragments,
  json_extract(span.attributes, '$.form.value') AS form,
  json_extract(span.attributes, '$.statement.value') AS statement,
  (SELECT group_concat(mention, ' | ')
    FROM (SELECT (SELECT group_concat(quote, ' … ')
        FROM (SELECT quote FROM fragment WHERE fragment.span = link.tail ORDER BY n)) AS mention
      FROM link
      WHERE link.layer = span.layer AND link.head = span.id
        AND link.kind IN (SELECT id FROM scheme_link WHERE is_source)
      ORDER BY link.id)) AS speaker_mention,
  (SELECT group_concat(name, ' | ')
    FROM (SELECT register.name
      FROM link JOIN register ON register.id = link.entity
      WHERE link.layer = span.layer AND link.head = span.id
        AND link.kind IN (SELECT id FROM scheme_link WHERE is_source)
      ORDER BY link.id)) AS speaker_entity,
  (SELECT group_concat(uid, ' | ')
    FROM (SELECT register.uid
      FROM link JOIN register ON register.id = link.entity
      WHERE link.layer = span.layer AND link.head = span.id
        AND link.kind IN (SELECT id FROM scheme_link WHERE is_source)
      ORDER BY link.id)) AS speaker_entity_id,
  (SELECT group_concat(role, ' | ')
    FROM (SELECT json_extract(register.attributes, '$.role_title.value') AS role
      FROM link JOIN register ON register.id = link.entity
      WHERE link.layer = span.layer AND link.head = span.id
        AND link.kind IN (SELECT id FROM scheme_link WHERE is_source)
      ORDER BY link.id)) AS role,
  (SELECT group_concat(affiliation, ' | ')
    FROM (SELECT coalesce(
          (SELECT other.name FROM entity_link JOIN register AS other ON other.id = entity_link.tail
            WHERE entity_link.head = coalesce(own.merged_into, own.id)
              AND entity_link.kind = 'affiliated_with'
            ORDER BY entity_link.id LIMIT 1),
          json_extract(register.attributes, '$.affiliation.value')) AS affiliation
      FROM link
      JOIN register ON register.id = link.entity
      JOIN entity AS own ON own.id = link.entity
      WHERE link.layer = span.layer AND link.head = span.id
        AND link.kind IN (SELECT id FROM scheme_link WHERE is_source)
      ORDER BY link.id)) AS affiliation,
  (SELECT coalesce(link.special,
      CASE
        WHEN register.kind IS NULL THEN 'mention'
        WHEN register.kind = 'unnamed' THEN 'unnamed'
        ELSE 'named'
      END)
    FROM link LEFT JOIN register ON register.id = link.entity
    WHERE link.layer = span.layer AND link.head = span.id
      AND link.kind IN (SELECT id FROM scheme_link WHERE is_source)
    ORDER BY link.id LIMIT 1) AS how_sourced,
  (SELECT group_concat(cue, ' | ')
    FROM (SELECT (SELECT group_concat(quote, ' … ')
        FROM (SELECT quote FROM fragment WHERE fragment.span = link.tail ORDER BY n)) AS cue
      FROM link JOIN span AS tail ON tail.id = link.tail
      WHERE link.layer = span.layer AND link.head = span.id
        AND tail.label IN (SELECT id FROM scheme_label WHERE role = 'cue')
      ORDER BY link.id)) AS cue,
  (SELECT json_group_array(json_object('id', uid, 'name', name, 'mention', mention,
      'lat', lat, 'lon', lon, 'wikidata', wikidata, 'geonames', geonames))
    FROM (SELECT register.uid, register.name,
        (SELECT group_concat(quote, ' … ')
          FROM (SELECT quote FROM fragment WHERE fragment.span = link.tail ORDER BY n)) AS mention,
        json_extract(register.attributes, '$.lat.value') AS lat,
        json_extract(register.attributes, '$.lon.value') AS lon,
        json_extract(register.attributes, '$.wikidata.value') AS wikidata,
        json_extract(register.attributes, '$.geonames.value') AS geonames
      FROM link
      LEFT JOIN span AS tail ON tail.id = link.tail
      LEFT JOIN register ON register.id = link.entity
      WHERE link.layer = span.layer AND link.head = span.id
        AND (tail.label IN (SELECT id FROM scheme_label WHERE role = 'place')
          OR (link.tail IS NULL AND register.kind = 'place'))
      ORDER BY link.id)) AS places,
  span.id AS row,
  span.layer AS layer_row,
  document.id AS document_row
FROM span
JOIN layer ON layer.id = span.layer
JOIN document ON document.id = layer.document
JOIN annotator ON annotator.id = layer.annotator
JOIN document_uid ON document_uid.id = document.id
JOIN layer_uid ON layer_uid.id = layer.id
JOIN span_uid ON span_uid.id = span.id
WHERE document.removed_at IS NULL
  AND span.label IN (SELECT id FROM scheme_label WHERE role = 'statement');
