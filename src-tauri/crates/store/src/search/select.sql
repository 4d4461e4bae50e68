SELECT document.id
FROM search JOIN document ON document.id = search.rowid
WHERE search MATCH ?1 AND document.removed_at IS NULL
ORDER BY document.added_at, document.uid
LIMIT ?2
