SELECT page.id, page.uid, page.title, page.sha256, page.metadata, page.version_of, page.added_at,
  page.removed_at, page.changed_at, page.changed_by,
  layer.status,
  (SELECT tag FROM language WHERE language.document = page.id AND start IS NULL),
  page.length,
  (SELECT count(*) FROM span
    WHERE span.layer = layer.id AND span.label IN (SELECT value FROM json_each(?3)))
FROM page
LEFT JOIN layer ON layer.id = (
  SELECT min(id) FROM layer AS own
  WHERE own.document = page.id AND own.annotator = ?1 AND own.kind = ?2
)
ORDER BY page.added_at, page.uid
