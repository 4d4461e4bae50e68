UPDATE document SET version_of = NULL
WHERE version_of IN (SELECT id FROM document WHERE removed_at > 0)
