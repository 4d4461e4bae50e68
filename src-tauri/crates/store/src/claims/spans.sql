SELECT span.id, span.label, span.attributes, span.flags, span.note,
  fragment.start, fragment.end, fragment.quote, span.entity
FROM span CROSS JOIN fragment ON fragment.span = span.id
WHERE span.layer = ?1 AND span.label IN (SELECT value FROM json_each(?2))
ORDER BY span.id, fragment.n
