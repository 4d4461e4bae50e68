-- The project file, shape 1. Times are Unix milliseconds, offsets are code
-- points over document.text, uids are the 16 bytes of a UUID.

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid BLOB NOT NULL CHECK (length(uid) = 16),
  -- The oldest shape whose programs may open this file.
  readable_by INTEGER NOT NULL CHECK (readable_by >= 1),
  created_at INTEGER NOT NULL,
  -- The version of the function that feeds the search table; 0: feed again.
  search_version INTEGER NOT NULL CHECK (search_version >= 0),
  -- 0 while a program that has written has not closed the file.
  clean INTEGER NOT NULL CHECK (clean IN (0, 1))
) STRICT;

CREATE TABLE annotator (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  title TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  metadata TEXT NOT NULL CHECK (json_valid(metadata) AND json_type(metadata) = 'object'),
  version_of INTEGER REFERENCES document (id) ON DELETE RESTRICT CHECK (version_of <> id),
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  changed_at INTEGER NOT NULL,
  changed_by INTEGER REFERENCES annotator (id) ON DELETE RESTRICT,
  -- Code points; kept so that lists need not read the texts.
  length INTEGER NOT NULL,
  -- Last, so that reading the other columns reads no further page.
  text TEXT NOT NULL,
  CHECK (length(text) = length)
) STRICT;
CREATE INDEX document_order ON document (added_at, uid);

-- start and end are NULL for the whole article.
CREATE TABLE language (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  start INTEGER CHECK (start >= 0),
  end INTEGER CHECK (end > start),
  tag TEXT NOT NULL CHECK (tag <> ''),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  guess TEXT CHECK (guess <> ''),
  detector TEXT NOT NULL,
  detector_version TEXT NOT NULL,
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  CHECK ((start IS NULL) = (end IS NULL))
) STRICT;
CREATE UNIQUE INDEX language_place ON language (document, ifnull(start, -1));

CREATE TABLE zone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end > start),
  kind TEXT NOT NULL
    CHECK (kind IN ('skip', 'headline', 'subheading', 'byline', 'dateline', 'caption')),
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused')),
  by INTEGER REFERENCES annotator (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX zone_document ON zone (document, start);

CREATE TABLE layer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  annotator INTEGER NOT NULL REFERENCES annotator (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('annotation', 'gold', 'reference')),
  status TEXT NOT NULL CHECK (status IN ('new', 'started', 'done')),
  answers TEXT NOT NULL CHECK (json_valid(answers) AND json_type(answers) = 'object'),
  scheme_version INTEGER NOT NULL CHECK (scheme_version >= 0),
  active_ms INTEGER NOT NULL CHECK (active_ms >= 0)
) STRICT;
CREATE INDEX layer_document ON layer (document, annotator, kind);

-- How many times each installation has changed a layer.
CREATE TABLE layer_version (
  layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE RESTRICT,
  installation BLOB NOT NULL CHECK (length(installation) = 16),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (layer, installation)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  kind TEXT NOT NULL CHECK (kind <> ''),
  name TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases) AND json_type(aliases) = 'array'),
  attributes TEXT NOT NULL CHECK (json_valid(attributes) AND json_type(attributes) = 'object'),
  note TEXT NOT NULL,
  -- Never an entity that is itself merged.
  merged_into INTEGER REFERENCES entity (id) ON DELETE RESTRICT CHECK (merged_into <> id)
) STRICT;
CREATE INDEX entity_merged_into ON entity (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE entity_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  kind TEXT NOT NULL CHECK (kind <> ''),
  head INTEGER NOT NULL REFERENCES entity (id) ON DELETE RESTRICT,
  tail INTEGER NOT NULL REFERENCES entity (id) ON DELETE RESTRICT,
  CHECK (head <> tail)
) STRICT;
CREATE INDEX entity_link_head ON entity_link (head);
CREATE INDEX entity_link_tail ON entity_link (tail);

-- The empty values of millions of rows are not parsed.
CREATE TABLE span (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE RESTRICT,
  label TEXT NOT NULL CHECK (label <> ''),
  attributes TEXT NOT NULL
    CHECK (attributes = '{}' OR (json_valid(attributes) AND json_type(attributes) = 'object')),
  entity INTEGER REFERENCES entity (id) ON DELETE RESTRICT,
  note TEXT NOT NULL,
  flags TEXT NOT NULL CHECK (flags = '[]' OR (json_valid(flags) AND json_type(flags) = 'array')),
  scheme_version INTEGER NOT NULL CHECK (scheme_version >= 0),
  -- What a link refers to, so that both ends lie in the link's layer.
  UNIQUE (layer, id)
) STRICT;
-- For the counts of the library.
CREATE INDEX span_label ON span (layer, label);
CREATE INDEX span_entity ON span (entity) WHERE entity IS NOT NULL;

CREATE TABLE fragment (
  span INTEGER NOT NULL REFERENCES span (id) ON DELETE RESTRICT,
  n INTEGER NOT NULL CHECK (n >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end > start),
  quote TEXT NOT NULL CHECK (length(quote) = end - start),
  PRIMARY KEY (span, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  head INTEGER NOT NULL,
  tail INTEGER,
  entity INTEGER REFERENCES entity (id) ON DELETE RESTRICT,
  special TEXT CHECK (special IN ('author', 'not_given')),
  attributes TEXT NOT NULL
    CHECK (attributes = '{}' OR (json_valid(attributes) AND json_type(attributes) = 'object')),
  note TEXT NOT NULL,
  by_rule INTEGER NOT NULL CHECK (by_rule IN (0, 1)),
  CHECK (tail <> head),
  -- A tail may keep its entity; a special has neither.
  CHECK ((special IS NOT NULL) = (tail IS NULL AND entity IS NULL)),
  FOREIGN KEY (head, layer) REFERENCES span (id, layer) ON DELETE RESTRICT,
  FOREIGN KEY (tail, layer) REFERENCES span (id, layer) ON DELETE RESTRICT
) STRICT;
CREATE INDEX link_head ON link (layer, head);
CREATE INDEX link_tail ON link (layer, tail) WHERE tail IS NOT NULL;
CREATE INDEX link_entity ON link (entity) WHERE entity IS NOT NULL;

CREATE TABLE scheme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL CHECK (uid <> ''),
  version INTEGER NOT NULL CHECK (version >= 0),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

-- The journal. Rows are only ever added.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  document INTEGER,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  -- The step that an undo or redo reverses.
  reverses INTEGER REFERENCES step (id) ON DELETE RESTRICT,
  -- The step before this one in the line of history, 0 at its start.
  previous INTEGER NOT NULL CHECK (previous >= 0),
  -- The step that this one is undone with, such as the nudge before.
  continues INTEGER REFERENCES step (id) ON DELETE RESTRICT,
  joins TEXT CHECK (joins <> ''),
  -- For an undo: what could be redone before it, 0 for nothing.
  above INTEGER NOT NULL CHECK (above >= 0),
  -- What could be undone and redone after this step, 0 for nothing.
  next_undo INTEGER NOT NULL CHECK (next_undo >= 0),
  next_redo INTEGER NOT NULL CHECK (next_redo >= 0),
  CHECK ((kind = 'edit') = (reverses IS NULL))
) STRICT;
CREATE INDEX step_reverses ON step (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE change (
  step INTEGER NOT NULL REFERENCES step (id) ON DELETE RESTRICT,
  n INTEGER NOT NULL CHECK (n >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete', 'add')),
  table_name TEXT NOT NULL,
  row INTEGER NOT NULL CHECK (row >= 1),
  -- The format of the two images.
  format INTEGER NOT NULL CHECK (format >= 1),
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  PRIMARY KEY (step, n),
  CHECK ((before IS NOT NULL) = (kind IN ('update', 'delete'))),
  CHECK ((after IS NOT NULL) = (kind IN ('update', 'insert')))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER step_is_kept BEFORE DELETE ON step
  BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER step_is_fixed BEFORE UPDATE ON step
  BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change
  BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change
  BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER text_is_fixed BEFORE UPDATE OF text, sha256, length ON document
  BEGIN SELECT raise(ABORT, 'the text of an article never changes'); END;

-- Derived from titles and texts, folded and segmented; rowid = document.id.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
