INSERT INTO document
  (uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
