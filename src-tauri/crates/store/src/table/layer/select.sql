SELECT id, uid, document, annotator, kind, status, answers, scheme_version, active_ms FROM layer
