SELECT id, uid, kind, head, tail FROM entity_link
