SELECT span.id, layer.document
FROM document
JOIN layer ON layer.document = document.id
JOIN span ON span.layer = layer.id
JOIN fragment ON fragment.span = span.id AND fragment.n = 0
WHERE document.removed_at IS NULL
  AND layer.annotator = ?1 AND layer.kind = 'annotation'
  AND span.label = ?2 AND span.scheme_version < ?3
ORDER BY document.added_at, document.uid, fragment.start, span.id
LIMIT ?4
