SELECT link.note, CASE WHEN said.value IS NOT NULL THEN link.entity END,
  CASE WHEN said.value IS NOT NULL THEN link.special END,
  CASE WHEN said.value IS NOT NULL AND link.entity IS NULL AND link.special IS NULL THEN (
    SELECT group_concat(quote, ' … ')
    FROM (SELECT quote FROM fragment WHERE fragment.span = link.tail ORDER BY n)
  ) END
FROM link LEFT JOIN json_each(?2) AS said ON said.value = link.kind
WHERE link.layer = ?1 AND (said.value IS NOT NULL OR link.note <> '')
ORDER BY link.id
