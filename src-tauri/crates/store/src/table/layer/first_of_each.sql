 WHERE id IN (
  SELECT min(id) FROM layer
  WHERE document IN (SELECT value FROM json_each(?1)) AND annotator = ?2 AND kind = ?3
  GROUP BY document
)
