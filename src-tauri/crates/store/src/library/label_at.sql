SELECT span.label FROM span JOIN fragment ON fragment.span = span.id
WHERE span.layer = ?1 AND fragment.start < ?3 AND fragment.end > ?2
ORDER BY fragment.end - fragment.start, span.id
LIMIT 1
