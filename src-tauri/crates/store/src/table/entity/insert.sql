INSERT INTO entity (id, uid, kind, name, aliases, attributes, note, merged_into)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
