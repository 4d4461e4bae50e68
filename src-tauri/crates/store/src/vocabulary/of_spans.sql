WITH used AS (
  SELECT span.attributes ->> ('$.' || json_quote(?2) || '.value') AS word
  FROM span
  JOIN layer ON layer.id = span.layer
  JOIN document ON document.id = layer.document
  WHERE span.label = ?1 AND span.attributes <> '{}' AND document.removed_at IS NULL
)
SELECT word, count(*) FROM used
WHERE word IS NOT NULL AND typeof(word) = 'text'
GROUP BY word
ORDER BY count(*) DESC, word
LIMIT ?3
