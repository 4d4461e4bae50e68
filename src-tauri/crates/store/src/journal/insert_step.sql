INSERT INTO step
  (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
