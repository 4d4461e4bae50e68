SELECT id, uid, name FROM annotator
