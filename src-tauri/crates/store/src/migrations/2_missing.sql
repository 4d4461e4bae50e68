CREATE TEMP TABLE question (
  id INTEGER, uid BLOB, layer INTEGER, span INTEGER, text TEXT, asked_at INTEGER, asked_by INTEGER,
  answer TEXT, answered_at INTEGER, answered_by INTEGER, subject TEXT, scheme_version INTEGER
) STRICT;
