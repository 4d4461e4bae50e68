DELETE FROM fragment WHERE span IN (
  SELECT span.id FROM span
  JOIN layer ON layer.id = span.layer
  JOIN document ON document.id = layer.document
  WHERE document.removed_at > 0
)
