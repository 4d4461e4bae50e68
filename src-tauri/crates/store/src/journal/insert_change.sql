INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
