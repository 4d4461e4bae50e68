
-- Shape 2: questions for the team, each about one span.
CREATE TABLE question (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE RESTRICT,
  span INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  asked_at INTEGER NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES annotator (id) ON DELETE RESTRICT,
  -- All five or none: an open question has no answer.
  answer TEXT CHECK (answer <> ''),
  answered_at INTEGER,
  answered_by INTEGER REFERENCES annotator (id) ON DELETE RESTRICT,
  -- The label, attribute and value that the answer is a rule for.
  subject TEXT CHECK (json_valid(subject) AND json_type(subject) = 'object'),
  scheme_version INTEGER CHECK (scheme_version >= 1),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((answer IS NULL) = (answered_by IS NULL)),
  CHECK ((answer IS NULL) = (subject IS NULL)),
  CHECK ((answer IS NULL) = (scheme_version IS NULL)),
  -- So that a question lies in the layer of its span.
  FOREIGN KEY (span, layer) REFERENCES span (id, layer) ON DELETE RESTRICT
) STRICT;
CREATE INDEX question_span ON question (layer, span);
