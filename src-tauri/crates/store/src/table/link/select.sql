SELECT id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule FROM link
