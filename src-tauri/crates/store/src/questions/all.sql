SELECT question.id, question.uid, question.layer, question.span, question.text, question.asked_at,
  question.asked_by, answer, answered_at, answered_by, subject, question.scheme_version,
  layer.document
FROM question
JOIN layer ON layer.id = question.layer
JOIN document ON document.id = layer.document
WHERE document.removed_at IS NULL
ORDER BY question.asked_at, question.id
