WITH RECURSIVE earlier (id, removed_at) AS (
  SELECT version_of, removed_at FROM document WHERE removed_at > 0 AND version_of IS NOT NULL
  UNION
  SELECT document.version_of, earlier.removed_at FROM document JOIN earlier USING (id)
  WHERE document.version_of IS NOT NULL
)
UPDATE document SET removed_at = (SELECT earlier.removed_at FROM earlier WHERE earlier.id = document.id)
WHERE removed_at < 0 AND id IN (SELECT id FROM earlier)
