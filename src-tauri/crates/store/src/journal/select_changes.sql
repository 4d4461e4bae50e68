SELECT kind, table_name, row, format, before, after FROM change WHERE step = ?1 ORDER BY n
