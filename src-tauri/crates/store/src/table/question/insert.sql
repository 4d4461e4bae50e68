INSERT INTO question (id, uid, layer, span, text, asked_at, asked_by,
  answer, answered_at, answered_by, subject, scheme_version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
