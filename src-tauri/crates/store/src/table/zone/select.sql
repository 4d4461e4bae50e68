SELECT id, uid, document, start, end, kind, reason, state, by FROM zone
