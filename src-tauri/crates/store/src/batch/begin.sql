-- Not of the shape of a project: it is there only while articles come in.
CREATE TABLE batch (
  kind TEXT NOT NULL CHECK (kind IN ('document', 'entity', 'annotator')),
  id INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID
