SELECT id, name, document, at, kind, previous, continues, joins, next_undo, next_redo FROM step
