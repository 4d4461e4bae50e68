DELETE FROM question WHERE layer IN (SELECT id FROM layer WHERE document = ?1);
DELETE FROM link WHERE layer IN (SELECT id FROM layer WHERE document = ?1);
DELETE FROM fragment WHERE span IN (
  SELECT span.id FROM layer JOIN span ON span.layer = layer.id WHERE layer.document = ?1
);
DELETE FROM span WHERE layer IN (SELECT id FROM layer WHERE document = ?1);
DELETE FROM layer_version WHERE layer IN (SELECT id FROM layer WHERE document = ?1);
DELETE FROM layer WHERE document = ?1;
DELETE FROM zone WHERE document = ?1;
DELETE FROM language WHERE document = ?1;
DELETE FROM search WHERE rowid = ?1;
DELETE FROM document WHERE id = ?1;
DELETE FROM batch WHERE kind = 'document' AND id = ?1
