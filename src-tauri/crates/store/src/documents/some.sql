WITH page AS MATERIALIZED (
  SELECT id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length
  FROM document
  WHERE id IN (SELECT value FROM json_each(?4)) AND removed_at IS NULL
)
