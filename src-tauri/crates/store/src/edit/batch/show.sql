UPDATE document SET removed_at = NULL WHERE id IN (SELECT id FROM batch WHERE kind = 'document');
DROP TABLE batch;
