SELECT link.head, link.kind, link.entity, link.special, tail.label,
  CASE WHEN link.entity IS NULL AND link.special IS NULL THEN (
    SELECT group_concat(quote, ' … ')
    FROM (SELECT quote FROM fragment WHERE fragment.span = link.tail ORDER BY n)
  ) END
FROM link LEFT JOIN span AS tail ON tail.id = link.tail
WHERE link.layer = ?1
ORDER BY link.id
