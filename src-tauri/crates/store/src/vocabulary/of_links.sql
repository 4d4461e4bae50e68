WITH used AS (
  SELECT link.attributes ->> ('$.' || json_quote(?2) || '.value') AS word
  FROM link
  JOIN layer ON layer.id = link.layer
  JOIN document ON document.id = layer.document
  WHERE link.kind = ?1 AND link.attributes <> '{}' AND document.removed_at IS NULL
)
SELECT word, count(*) FROM used
WHERE word IS NOT NULL AND typeof(word) = 'text'
GROUP BY word
ORDER BY count(*) DESC, word
LIMIT ?3
