INSERT INTO span (id, uid, layer, label, attributes, entity, note, flags, scheme_version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
