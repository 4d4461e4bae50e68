INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
