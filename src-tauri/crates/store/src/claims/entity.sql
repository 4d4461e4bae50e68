SELECT coalesce(target.kind, entity.kind), coalesce(target.name, entity.name)
FROM entity LEFT JOIN entity AS target ON target.id = entity.merged_into
WHERE entity.id = ?1
