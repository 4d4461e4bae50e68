SELECT head FROM link WHERE layer = ?1
GROUP BY head, kind HAVING count(*) > 1 AND count(special) > 0
LIMIT 1
