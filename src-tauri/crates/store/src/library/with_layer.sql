SELECT document FROM layer
WHERE document IN (SELECT value FROM json_each(?1)) AND annotator = ?2 AND kind = ?3
