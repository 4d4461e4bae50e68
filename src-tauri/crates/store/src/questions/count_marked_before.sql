SELECT count(*)
FROM layer
JOIN document ON document.id = layer.document
JOIN span ON span.layer = layer.id
WHERE document.removed_at IS NULL
  AND layer.annotator = ?1 AND layer.kind = 'annotation'
  AND span.label = ?2 AND span.scheme_version < ?3
