SELECT tables.name, keys."from", keys."table"
FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
WHERE tables.type = 'table' AND keys."from" <> 'layer'
UNION
SELECT tables.name, keys."from", keys."table"
FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
WHERE tables.type = 'table' AND keys."from" = 'layer' AND keys."table" = 'layer'
ORDER BY 1, 2
