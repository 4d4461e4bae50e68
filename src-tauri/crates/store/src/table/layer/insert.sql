INSERT INTO layer (id, uid, document, annotator, kind, status, answers, scheme_version, active_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
