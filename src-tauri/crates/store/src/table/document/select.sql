SELECT id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by
FROM document
