INSERT INTO zone (id, uid, document, start, end, kind, reason, state, by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
