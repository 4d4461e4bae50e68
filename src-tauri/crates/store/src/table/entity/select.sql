SELECT id, uid, kind, name, aliases, attributes, note, merged_into FROM entity
