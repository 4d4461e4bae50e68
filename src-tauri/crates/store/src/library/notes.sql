SELECT note FROM (
  SELECT id, 0 AS kind, note FROM span WHERE layer = ?1 AND note <> ''
  UNION ALL
  SELECT id, 1, note FROM link WHERE layer = ?1 AND note <> ''
)
ORDER BY kind, id
