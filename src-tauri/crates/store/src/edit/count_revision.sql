INSERT INTO layer_version (layer, installation, revision)
SELECT layer.id, ?2, (SELECT max(id) FROM step) FROM layer
WHERE layer.id IN (SELECT value FROM json_each(?1))
ON CONFLICT (layer, installation) DO UPDATE SET revision = max(revision + 1, excluded.revision)
