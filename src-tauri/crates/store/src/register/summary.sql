WITH named AS MATERIALIZED (
  SELECT id FROM entity WHERE id = ?1 OR merged_into = ?1
),
mention AS MATERIALIZED (
  SELECT document.id AS document
  FROM named
  CROSS JOIN span ON span.entity = named.id
  JOIN layer ON layer.id = span.layer
  JOIN document ON document.id = layer.document
  WHERE document.removed_at IS NULL AND layer.kind <> 'reference'
),
pointing AS MATERIALIZED (
  SELECT document.id AS document
  FROM named
  CROSS JOIN link ON link.entity = named.id
  JOIN layer ON layer.id = link.layer
  JOIN document ON document.id = layer.document
  WHERE document.removed_at IS NULL AND layer.kind <> 'reference'
)
SELECT
  (SELECT count(*) FROM mention),
  (SELECT count(*) FROM pointing),
  (SELECT count(*) FROM (SELECT document FROM mention UNION SELECT document FROM pointing))
