UPDATE language
SET document = ?2, start = ?3, end = ?4, tag = ?5, confidence = ?6, guess = ?7, detector = ?8,
  detector_version = ?9, by_hand = ?10
WHERE id = ?1
