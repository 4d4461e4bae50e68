SELECT id, uid, version, json FROM scheme
