WITH named AS MATERIALIZED (
  SELECT layer FROM span WHERE entity = ?1
  UNION
  SELECT layer FROM link WHERE entity = ?1
)
SELECT DISTINCT annotator.name
FROM named
JOIN layer ON layer.id = named.layer
JOIN annotator ON annotator.id = layer.annotator
WHERE layer.annotator <> ?2 OR layer.kind <> 'annotation'
ORDER BY annotator.name
