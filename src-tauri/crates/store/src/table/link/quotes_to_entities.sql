SELECT fragment.quote, link.entity
FROM link
JOIN fragment ON fragment.span = link.head
WHERE link.kind = ?1 AND link.tail IS NULL AND link.entity IS NOT NULL
ORDER BY link.id, fragment.n
