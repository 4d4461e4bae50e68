SELECT
  (SELECT count(*) FROM document WHERE removed_at IS NULL),
  (SELECT count(*) FROM document WHERE removed_at > 0),
  (SELECT count(*) FROM span JOIN layer ON layer.id = span.layer
    JOIN document ON document.id = layer.document WHERE removed_at IS NULL),
  (SELECT count(*) FROM link JOIN layer ON layer.id = link.layer
    JOIN document ON document.id = layer.document WHERE removed_at IS NULL),
  (SELECT count(*) FROM entity WHERE merged_into IS NULL)
