### Files on offer: what would come in, and what became of it.

action-add-files = add articles from files
action-add-folder = add articles from all files of a folder
menu-add-files = Add articles from files…
menu-add-folder = Add articles from a folder…

offer-heading = Articles from files
offer-looking = looking through folders…
offer-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
offer-read = { $read } of { $all } read
offer-refused = { $count ->
    [one] 1 cannot be added
   *[other] { $count } cannot be added
}
offer-passed-over = { $count ->
    [one] 1 other file passed over
   *[other] { $count } other files passed over
}
offer-none = No files here that give articles.
offer-reading = Reading…
offer-add = { $count ->
    [0] Nothing to add
    [one] Add 1 article
   *[other] Add { $count } articles
}
offer-leave = Leave
offer-want-all = All files
offer-key-toggle = add it or not
offer-key-all = all or none
offer-key-add = add
offer-key-leave = leave them
offer-drop = Let go to add articles from these files
offer-kind = { $kind ->
    [text] text
    [html] web page
    [docx] Word
    [odt] ODT
    [pdf] PDF
    [markdown] Markdown
    [csv] CSV table
    [tsv] TSV table
   *[jsonl] JSON lines
}
offer-articles = { $count ->
    [one] 1 article
   *[other] { $count } articles
}
offer-duplicate = here already
offer-duplicates = { $count } here already
offer-near = { $percent } % as another
offer-noted = with notes
offer-facts = { $length ->
    [one] 1 character
   *[other] { $length } characters
}
offer-row = Row { $row }
offer-encoding = Encoding
offer-encoding-find = find out
offer-encoding-found = { $how ->
    [choice] as you say
    [mark] the file begins with its mark
    [bytes] its bytes fit no other
    [declaration] the file says so
   *[guess] a guess: look whether the letters are right
}
offer-columns = Columns
offer-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
offer-column-gives = What “{ $name }” gives
offer-field = { $field ->
    [text] the text
    [title] the title
    [outlet] the outlet
    [author] the author
    [published] the date
    [url] the address
    [language] the language
   *[none] kept beside it
}
offer-metadata = { $field ->
    [outlet] Outlet
    [author] Author
    [published] Published
    [url] Address
   *[other] { $field }
}
offer-more = { $count ->
    [one] … and 1 more article.
   *[other] … and { $count } more articles.
}
offer-is-here = This text is here already, as
offer-is-in-bin = This text is in the bin, as
offer-is-twin = The same text is in { $name }: it comes in once.
offer-is-near = { $percent } % of the shorter text is the same as in
offer-is-near-file = { $percent } % of the shorter text is the same as in { $name }:

added-heading = What came in
added-count = { $articles ->
    [0] No article came in
    [one] 1 article came in
   *[other] { $articles } articles came in
}, from { $files ->
    [one] 1 file
   *[other] { $files } files
}.
added-refused = Not added
added-look = To look at
added-articles = Added
added-duplicate = “{ $title }” is here already, as “{ $same }”.
added-duplicate-row = Row { $row }, “{ $title }”: its text is here already, as “{ $same }”.
added-in-bin = “{ $title }” is in the bin, as “{ $same }”.
added-more = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
}
added-copy = Copy
added-copied = The report is on the clipboard.
added-not-copied = The clipboard cannot be written. Save the report instead.
added-save = Save as text…
added-close = Close

## From the program

job-add-files = Adding articles…
said-files-added = { $articles ->
    [0] No article came in
    [one] Added 1 article
   *[other] Added { $articles } articles
} from { $files ->
    [one] 1 file
   *[other] { $files } files
}{ $without ->
    [0] .
    [one] ; nothing came in from 1 of them.
   *[other] ; nothing came in from { $without } of them.
}
said-report-saved = Wrote the report to { $path }.
problem-no-offer = These files are not on offer any more. Choose them again.
problem-offer-reading = The files are still being read. Wait until all are.
problem-nothing-wanted = No file is chosen that could be added.
problem-one-project = One project is open at a time. Open the others one after another.
problem-file-changed = { $path } was changed after you looked at it, so it was left out. Add it again.
