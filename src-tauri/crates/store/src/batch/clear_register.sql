-- What somebody has used meanwhile stays.
UPDATE entity SET merged_into = NULL
WHERE merged_into IS NOT NULL AND id IN (SELECT id FROM batch WHERE kind = 'entity');
DELETE FROM entity
WHERE id IN (SELECT id FROM batch WHERE kind = 'entity')
  AND NOT EXISTS (SELECT 1 FROM span WHERE span.entity = entity.id)
  AND NOT EXISTS (SELECT 1 FROM link WHERE link.entity = entity.id)
  AND NOT EXISTS (SELECT 1 FROM entity_link WHERE entity_link.head = entity.id)
  AND NOT EXISTS (SELECT 1 FROM entity_link WHERE entity_link.tail = entity.id)
  AND NOT EXISTS (
    SELECT 1 FROM entity AS merged WHERE merged.merged_into IS NOT NULL AND merged.merged_into = entity.id
  );
DELETE FROM annotator
WHERE id IN (SELECT id FROM batch WHERE kind = 'annotator')
  AND NOT EXISTS (SELECT 1 FROM layer WHERE layer.annotator = annotator.id)
  AND NOT EXISTS (SELECT 1 FROM document WHERE document.changed_by = annotator.id);
DROP TABLE batch;
