WITH named AS MATERIALIZED (
  SELECT id FROM entity WHERE id = ?1 OR merged_into = ?1
)
SELECT span.id, document.id, document.title, layer.id, layer.kind, layer.status, annotator.id, annotator.name
FROM named
CROSS JOIN span ON span.entity = named.id
JOIN layer ON layer.id = span.layer
JOIN document ON document.id = layer.document
JOIN annotator ON annotator.id = layer.annotator
JOIN fragment ON fragment.span = span.id AND fragment.n = 0
WHERE document.removed_at IS NULL AND layer.kind <> 'reference'
ORDER BY document.added_at, document.uid, fragment.start, span.id
LIMIT ?2 OFFSET ?3
