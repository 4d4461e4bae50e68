# Exports and imports in further formats.

## From the program

problem-export-folder-taken = { $path } has files in it, and this format fills a folder of its own. Choose a folder that is empty or not there yet.
problem-export-needs-folder = { $format } fills a folder, so it cannot go into one stream. Name a folder.
problem-format-not-read = { $format } goes out only; Postil does not read it.
problem-format-option = { $format }: { $reason }.
note-repaired = Offsets repaired in { $articles ->
    [one] 1 article
   *[other] { $articles } articles
} with { $spans ->
    [one] 1 span
   *[other] { $spans } spans
}: { $what } ({ $examples }).

loss-language = Not written: the languages of { $count } articles ({ $examples }).
loss-discontinuous = Written as separate pieces or cut: { $count } spans in several fragments ({ $examples }).
loss-nested = Not kept: { $count } spans that lie inside others ({ $examples }).
loss-overlapping = Not kept: { $count } spans that overlap others ({ $examples }).
loss-span-link = Not written: { $count } links between spans ({ $examples }).
loss-other-target = Not written: { $count } links to entities without a mention, to the author or to nobody ({ $examples }).
loss-attribute = Not written: { $count } values of spans ({ $examples }).
loss-by-rule = Not written: that a rule set { $count } values and links ({ $examples }).
loss-note = Not written: the notes of { $count } spans ({ $examples }).
loss-flag = Not written: the flags of { $count } spans ({ $examples }).
loss-entity = Not written: whom { $count } spans mention ({ $examples }).
loss-entity-detail = Not written: what is known of { $count } entities beyond their names ({ $examples }).
loss-layer-state = Not written: how far { $count } layers are, or that they are gold ({ $examples }).
loss-line-end = Line ends left out or written as spaces in { $count } spans and notes ({ $examples }).
loss-edge = Moved to the ends of words: { $count } spans ({ $examples }).
loss-dropped = Not written: { $count } spans that the format has no room for ({ $examples }).
loss-marks-nothing = Read past: { $count } annotations that mark nothing in the text ({ $examples }).
loss-unknown-line = Read past: { $count } lines that Postil has no place for ({ $examples }).
loss-no-place = Read past: { $count } parts of the files that Postil has no place for ({ $examples }).
