INSERT INTO language
  (id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
