SELECT counted.entity, counted.mentions, span.uid
FROM (
  SELECT entity, count(*) AS mentions, max(id) AS newest
  FROM span
  WHERE entity IS NOT NULL
  GROUP BY entity
) AS counted
JOIN span ON span.id = counted.newest
