SELECT document.id, document.title, json_extract(document.metadata, '$.outlet'),
  json_extract(document.metadata, '$.published'),
  (SELECT tag FROM language WHERE language.document = document.id AND ifnull(start, -1) = -1),
  layer.id, layer.status, document.added_at, document.uid
FROM document
LEFT JOIN layer ON layer.id = (
  SELECT min(id) FROM layer AS own
  WHERE own.document = document.id AND own.annotator = ?1 AND own.kind = ?2
)
WHERE document.removed_at IS NULL
