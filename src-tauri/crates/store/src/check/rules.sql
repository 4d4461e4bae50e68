SELECT 'Span ' || id || ' has no text.' FROM span
WHERE NOT EXISTS (SELECT 1 FROM fragment WHERE fragment.span = span.id)
UNION ALL
SELECT 'Claim ' || head || ' has a source beside the author or "not given".' FROM link
GROUP BY layer, head, kind HAVING count(*) > 1 AND count(special) > 0
UNION ALL
SELECT 'Entity "' || entity.name || '" is merged into one that is merged itself.' FROM entity
JOIN entity AS target ON target.id = entity.merged_into WHERE target.merged_into IS NOT NULL
UNION ALL
SELECT 'The project has no scheme.' WHERE NOT EXISTS (SELECT 1 FROM scheme)
UNION ALL
SELECT 'Article "' || title || '" is missing from the search table.' FROM document
WHERE id NOT IN (SELECT rowid FROM search)
