SELECT id, document, start, end, tag, confidence, guess, detector, detector_version, by_hand
FROM language
