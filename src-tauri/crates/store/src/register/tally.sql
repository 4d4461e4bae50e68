SELECT
  (SELECT count(*)
    FROM span
    JOIN layer ON layer.id = span.layer
    JOIN document ON document.id = layer.document
    WHERE span.entity = ?1 AND document.removed_at IS NULL AND layer.kind <> 'reference'),
  (SELECT uid FROM span WHERE id = (SELECT max(id) FROM span WHERE entity = ?1))
