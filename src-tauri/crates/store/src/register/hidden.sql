SELECT span.entity, count(*)
FROM document
CROSS JOIN layer ON layer.document = document.id
CROSS JOIN span ON span.layer = layer.id
WHERE (document.removed_at IS NOT NULL OR layer.kind = 'reference') AND span.entity IS NOT NULL
GROUP BY span.entity
