INSERT INTO annotator (id, uid, name) VALUES (?1, ?2, ?3)
