WITH page AS MATERIALIZED (
  SELECT id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length
  FROM document
  WHERE CASE WHEN ?1 THEN removed_at > 0 ELSE removed_at IS NULL END
  ORDER BY added_at, uid
  LIMIT ?5 OFFSET ?6
)
SELECT page.id, page.uid, page.title, page.sha256, page.metadata, page.version_of, page.added_at,
  page.removed_at, page.changed_at, page.changed_by,
  layer.status,
  (SELECT tag FROM language WHERE language.document = page.id AND start IS NULL),
  page.length,
  (SELECT count(*) FROM span
    WHERE span.layer = layer.id AND span.label IN (SELECT value FROM json_each(?4)))
FROM page
LEFT JOIN layer ON layer.id = (
  SELECT min(id) FROM layer AS own
  WHERE own.document = page.id AND own.annotator = ?2 AND own.kind = ?3
)
ORDER BY page.added_at, page.uid
