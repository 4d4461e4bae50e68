SELECT span.id, uid, layer, label, attributes, entity, note, flags, scheme_version,
  fragment.start, fragment.end, fragment.quote
FROM span LEFT JOIN fragment ON fragment.span = span.id
