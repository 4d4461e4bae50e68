WITH page AS MATERIALIZED (
  SELECT id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length
  FROM document
  WHERE CASE WHEN ?4 THEN removed_at > 0 ELSE removed_at IS NULL END
  ORDER BY added_at, uid
  LIMIT ?5 OFFSET ?6
)
