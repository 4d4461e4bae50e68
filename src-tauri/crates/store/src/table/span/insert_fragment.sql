INSERT INTO fragment (span, n, start, end, quote) VALUES (?1, ?2, ?3, ?4, ?5)
