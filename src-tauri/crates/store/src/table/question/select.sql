SELECT id, uid, layer, span, text, asked_at, asked_by,
  answer, answered_at, answered_by, subject, scheme_version
FROM question
