INSERT INTO project (id, uid, readable_by, created_at, search_version, clean)
VALUES (2, randomblob(16), 1, 0, 1, 1);
INSERT INTO project (id, uid, readable_by, created_at, search_version, clean)
VALUES (1, x'00', 1, 0, 1, 1);
INSERT INTO project (id, uid, readable_by, created_at, search_version, clean)
VALUES (1, randomblob(16), 0, 0, 1, 1);
INSERT INTO project (id, uid, readable_by, created_at, search_version, clean)
VALUES (1, randomblob(16), 1, 0, -1, 1);
INSERT INTO project (id, uid, readable_by, created_at, search_version, clean)
VALUES (1, randomblob(16), 1, 0, 1, 2);
INSERT INTO annotator (id, uid, name)
VALUES (NULL, x'00', 'Ada');
INSERT INTO annotator (id, uid, name)
VALUES (NULL, randomblob(16), '');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (NULL, x'00', 'A', lower(hex(randomblob(32))), '{}', NULL, 0, NULL, 0, 1, 1, 'x');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (NULL, randomblob(16), 'A', 'abc', '{}', NULL, 0, NULL, 0, 1, 1, 'x');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (NULL, randomblob(16), 'A', upper(hex(zeroblob(31)) || 'FF'), '{}', NULL, 0, NULL, 0, 1, 1, 'x');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (NULL, randomblob(16), 'A', lower(hex(randomblob(32))), '[]', NULL, 0, NULL, 0, 1, 1, 'x');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (NULL, randomblob(16), 'A', lower(hex(randomblob(32))), 'nonsense', NULL, 0, NULL, 0, 1, 1, 'x');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (9, randomblob(16), 'A', lower(hex(randomblob(32))), '{}', 9, 0, NULL, 0, 1, 1, 'x');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (NULL, randomblob(16), 'A', lower(hex(randomblob(32))), '{}', NULL, 0, NULL, 0, 1, 2, 'x');
INSERT INTO document (id, uid, title, sha256, metadata, version_of, added_at, removed_at, changed_at, changed_by, length, text)
VALUES (NULL, randomblob(16), 'A', lower(hex(randomblob(32))), '{}', NULL, 0, NULL, 0, 1, 3, 'x' || char(0) || 'y');
INSERT INTO language (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (NULL, 1, -1, 5, 'en', 1.0, NULL, 'd', '1', 0);
INSERT INTO language (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (NULL, 1, 1, 1, 'en', 1.0, NULL, 'd', '1', 0);
INSERT INTO language (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (NULL, 1, 1, 5, '', 1.0, NULL, 'd', '1', 0);
INSERT INTO language (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (NULL, 1, 1, 5, 'en', 1.5, NULL, 'd', '1', 0);
INSERT INTO language (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (NULL, 1, 1, 5, 'en', 1.0, '', 'd', '1', 0);
INSERT INTO language (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (NULL, 1, 1, 5, 'en', 1.0, NULL, 'd', '1', 2);
INSERT INTO language (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (NULL, 1, NULL, 5, 'en', 1.0, NULL, 'd', '1', 0);
INSERT INTO zone (id, uid, document, start, end, kind, reason, state, by)
VALUES (NULL, x'00', 1, 0, 1, 'skip', '', 'proposed', 1);
INSERT INTO zone (id, uid, document, start, end, kind, reason, state, by)
VALUES (NULL, randomblob(16), 1, -1, 1, 'skip', '', 'proposed', 1);
INSERT INTO zone (id, uid, document, start, end, kind, reason, state, by)
VALUES (NULL, randomblob(16), 1, 0, 0, 'skip', '', 'proposed', 1);
INSERT INTO zone (id, uid, document, start, end, kind, reason, state, by)
VALUES (NULL, randomblob(16), 1, 0, 1, 'menu', '', 'proposed', 1);
INSERT INTO zone (id, uid, document, start, end, kind, reason, state, by)
VALUES (NULL, randomblob(16), 1, 0, 1, 'skip', '', 'maybe', 1);
INSERT INTO layer (id, uid, document, annotator, kind, status, answers, scheme_version, active_ms)
VALUES (NULL, x'00', 1, 1, 'annotation', 'new', '{}', 1, 0);
INSERT INTO layer (id, uid, document, annotator, kind, status, answers, scheme_version, active_ms)
VALUES (NULL, randomblob(16), 1, 1, 'silver', 'new', '{}', 1, 0);
INSERT INTO layer (id, uid, document, annotator, kind, status, answers, scheme_version, active_ms)
VALUES (NULL, randomblob(16), 1, 1, 'annotation', 'half', '{}', 1, 0);
INSERT INTO layer (id, uid, document, annotator, kind, status, answers, scheme_version, active_ms)
VALUES (NULL, randomblob(16), 1, 1, 'annotation', 'new', '[]', 1, 0);
INSERT INTO layer (id, uid, document, annotator, kind, status, answers, scheme_version, active_ms)
VALUES (NULL, randomblob(16), 1, 1, 'annotation', 'new', '{}', -1, 0);
INSERT INTO layer (id, uid, document, annotator, kind, status, answers, scheme_version, active_ms)
VALUES (NULL, randomblob(16), 1, 1, 'annotation', 'new', '{}', 1, -1);
INSERT INTO layer_version (layer, installation, revision)
VALUES (2, x'00', 1);
INSERT INTO layer_version (layer, installation, revision)
VALUES (2, randomblob(16), 0);
INSERT INTO entity (id, uid, kind, name, aliases, attributes, note, merged_into)
VALUES (NULL, x'00', 'person', 'P', '[]', '{}', '', NULL);
INSERT INTO entity (id, uid, kind, name, aliases, attributes, note, merged_into)
VALUES (NULL, randomblob(16), '', 'P', '[]', '{}', '', NULL);
INSERT INTO entity (id, uid, kind, name, aliases, attributes, note, merged_into)
VALUES (NULL, randomblob(16), 'person', 'P', '{}', '{}', '', NULL);
INSERT INTO entity (id, uid, kind, name, aliases, attributes, note, merged_into)
VALUES (NULL, randomblob(16), 'person', 'P', '[]', '[]', '', NULL);
INSERT INTO entity (id, uid, kind, name, aliases, attributes, note, merged_into)
VALUES (9, randomblob(16), 'person', 'P', '[]', '{}', '', 9);
INSERT INTO entity_link (id, uid, kind, head, tail)
VALUES (NULL, x'00', 'k', 1, 2);
INSERT INTO entity_link (id, uid, kind, head, tail)
VALUES (NULL, randomblob(16), '', 1, 2);
INSERT INTO entity_link (id, uid, kind, head, tail)
VALUES (NULL, randomblob(16), 'k', 1, 1);
INSERT INTO span (id, uid, layer, label, attributes, entity, note, flags, scheme_version)
VALUES (NULL, x'00', 1, 'claim', '{}', NULL, '', '[]', 1);
INSERT INTO span (id, uid, layer, label, attributes, entity, note, flags, scheme_version)
VALUES (NULL, randomblob(16), 1, '', '{}', NULL, '', '[]', 1);
INSERT INTO span (id, uid, layer, label, attributes, entity, note, flags, scheme_version)
VALUES (NULL, randomblob(16), 1, 'claim', '[]', NULL, '', '[]', 1);
INSERT INTO span (id, uid, layer, label, attributes, entity, note, flags, scheme_version)
VALUES (NULL, randomblob(16), 1, 'claim', '{}', NULL, '', '{}', 1);
INSERT INTO span (id, uid, layer, label, attributes, entity, note, flags, scheme_version)
VALUES (NULL, randomblob(16), 1, 'claim', '{}', NULL, '', '[]', -1);
INSERT INTO fragment (span, n, start, end, quote)
VALUES (1, -1, 2, 3, 'b');
INSERT INTO fragment (span, n, start, end, quote)
VALUES (1, 1, -1, 0, 'b');
INSERT INTO fragment (span, n, start, end, quote)
VALUES (1, 1, 2, 2, 'b');
INSERT INTO fragment (span, n, start, end, quote)
VALUES (1, 1, 2, 3, 'bc');
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, x'00', 1, 'said_by', 1, 2, NULL, NULL, '{}', '', 0);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, '', 1, 2, NULL, NULL, '{}', '', 0);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, 'said_by', 1, 1, NULL, NULL, '{}', '', 0);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, 'said_by', 1, NULL, NULL, 'nobody', '{}', '', 0);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, 'said_by', 1, 2, NULL, NULL, '[]', '', 0);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, 'said_by', 1, 2, NULL, NULL, '{}', '', 2);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, 'said_by', 1, NULL, NULL, NULL, '{}', '', 0);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, 'said_by', 1, 2, NULL, 'author', '{}', '', 0);
INSERT INTO link (id, uid, layer, kind, head, tail, entity, special, attributes, note, by_rule)
VALUES (NULL, randomblob(16), 1, 'said_by', 1, NULL, 1, 'author', '{}', '', 0);
INSERT INTO scheme (id, uid, version, json)
VALUES (NULL, '', 1, '{}');
INSERT INTO scheme (id, uid, version, json)
VALUES (NULL, 's', -1, '{}');
INSERT INTO scheme (id, uid, version, json)
VALUES (NULL, 's', 1, 'nonsense');
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, '', NULL, 0, 'edit', NULL, 0, NULL, NULL, 0, 1, 0);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'other', 1, 0, NULL, NULL, 0, 1, 0);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'edit', NULL, -1, NULL, NULL, 0, 1, 0);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'edit', NULL, 0, NULL, '', 0, 1, 0);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'edit', NULL, 0, NULL, NULL, -1, 1, 0);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'edit', NULL, 0, NULL, NULL, 0, -1, 0);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'edit', NULL, 0, NULL, NULL, 0, 1, -1);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'edit', 1, 0, NULL, NULL, 0, 1, 0);
INSERT INTO step (id, name, document, at, kind, reverses, previous, continues, joins, above, next_undo, next_redo)
VALUES (NULL, 's', NULL, 0, 'undo', NULL, 0, NULL, NULL, 0, 1, 0);
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, -1, 'insert', 'span', 1, 1, NULL, '{}');
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, 1, 'other', 'span', 1, 1, NULL, NULL);
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, 1, 'insert', 'span', 0, 1, NULL, '{}');
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, 1, 'insert', 'span', 1, 0, NULL, '{}');
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, 1, 'update', 'span', 1, 1, 'nonsense', '{}');
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, 1, 'insert', 'span', 1, 1, NULL, 'nonsense');
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, 1, 'insert', 'span', 1, 1, '{}', '{}');
INSERT INTO change (step, n, kind, table_name, row, format, before, after)
VALUES (1, 1, 'insert', 'span', 1, 1, NULL, NULL);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by)
VALUES (randomblob(15), 1, 1, 'Q', 0, 1);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by)
VALUES (randomblob(16), 1, 1, '', 0, 1);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by, answer, answered_at, answered_by, subject, scheme_version)
VALUES (randomblob(16), 1, 1, 'Q', 0, 1, '', 1, 1, '{}', 2);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by, answer, answered_at, answered_by, subject, scheme_version)
VALUES (randomblob(16), 1, 1, 'Q', 0, 1, 'A', 1, 1, '[]', 2);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by, answer, answered_at, answered_by, subject, scheme_version)
VALUES (randomblob(16), 1, 1, 'Q', 0, 1, 'A', 1, 1, '{}', 0);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by, answer, answered_at, answered_by, subject, scheme_version)
VALUES (randomblob(16), 1, 1, 'Q', 0, 1, 'A', NULL, 1, '{}', 2);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by, answer, answered_at, answered_by, subject, scheme_version)
VALUES (randomblob(16), 1, 1, 'Q', 0, 1, 'A', 1, NULL, '{}', 2);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by, answer, answered_at, answered_by, subject, scheme_version)
VALUES (randomblob(16), 1, 1, 'Q', 0, 1, 'A', 1, 1, NULL, 2);
INSERT INTO question (uid, layer, span, text, asked_at, asked_by, answer, answered_at, answered_by, subject, scheme_version)
VALUES (randomblob(16), 1, 1, 'Q', 0, 1, 'A', 1, 1, '{}', NULL);
