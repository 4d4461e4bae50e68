DELETE FROM question WHERE layer IN (
  SELECT layer.id FROM layer JOIN document ON document.id = layer.document
  WHERE document.removed_at > 0
)
