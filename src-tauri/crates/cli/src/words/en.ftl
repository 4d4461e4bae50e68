### What the command line says beside the words of the window

said-project-made = Made { $path }.
said-added = { $number }	{ $title }
said-exported = Wrote { $articles ->
    [one] 1 article
   *[other] { $articles } articles
 }, { $spans ->
    [one] 1 span
   *[other] { $spans } spans
 } and { $links ->
    [one] 1 link
   *[other] { $links } links
 }; read back and compared.
said-exported-claims = Wrote { $spans ->
    [one] 1 claim
   *[other] { $spans } claims
 } of { $articles ->
    [one] 1 article
   *[other] { $articles } articles
 }; read back and compared.
said-imported = Added { $articles ->
    [one] 1 article
   *[other] { $articles } articles
 } with { $spans ->
    [one] 1 span
   *[other] { $spans } spans
 } and { $links ->
    [one] 1 link
   *[other] { $links } links
 }.
said-whole = { $path } is whole.
note-scheme-taken = The project was empty and took the scheme “{ $title }” from { $path }.
note-scheme-kept = { $path } has another scheme, “{ $title }”. The project kept its own.
note-entities-refused = The articles were added, but the register of entities beside them was not: { $reason }.
note-unknown-labels = The project's scheme does not have these labels or links, which some articles use: { $labels }.

problem-duplicate-of = { $what } was not added: article { $number }, “{ $title }”, is the same.
problem-line = { $path }, line { $line }, column { $column }: { $reason } Nothing was added.
problem-not-utf8 = { $path } is not UTF-8 text: byte { $byte } fits no character.
problem-file-unreadable = { $path } cannot be read: { $reason }.
problem-file-is-folder = { $path } is a folder, not a file.
problem-file-missing = There is no file { $path }.
problem-file-exists = { $path } exists already; nothing was changed.
problem-scheme = The project's scheme cannot be read.
problem-scheme-file = { $path } is no scheme: { $reason }.
problem-export-folder = { $path } is a folder. Name a file in it.
problem-export-disk-full = { $path } could not be written: the disk is full.
problem-export-read-only = { $path } could not be written: you may not write there.
problem-export-no-folder = { $path } could not be written: its folder does not exist.
problem-export-failed = { $path } could not be written: { $reason }.
problem-export-differs = { $path } did not read back as it was written, so it was thrown away. Files that were there before are as they were. Try again, on another disk if it happens twice.
problem-no-temporary-folder = The folder for temporary files cannot be written: { $reason }.
problem-article-not-unique = The titles of { $count } articles start with “{ $article }”. Name more of it, or the number in the list.
problem-no-such-article = No article has the uid, number or title “{ $article }”.
problem-no-such-annotator = Nobody called “{ $name }” has annotated here. Annotators: { $names }.
problem-empty-text = { $path } was not added: there is no text in it.
problem-nul = { $path } was not added: it has a null character (U+0000) at position { $position }, so it is probably no text.
problem-too-large = { $path } was not added: { $size } MiB are more than the 8 MiB that an article may have.
problem-file-not-ours = { $path } is not a Postil project.
problem-file-damaged = { $path } is damaged: { $detail }.
problem-file-too-new = { $path } was written by a newer version of Postil.
problem-file-busy = { $path } is open in another program.
problem-read-only = { $path } cannot be written.
problem-disk-full = The disk is full. Nothing was changed.
problem-invalid = { $detail }.
problem-gone = { $detail }.
problem-there-already = { $detail }.
problem-unreadable = { $detail }.

hint-save-as-utf8 = Save it as UTF-8 and add it again.
hint-other-folder = Choose another folder.
hint-disk-full = Make room and try again.
hint-read-only = Check the rights of the file and its folder.
hint-update = Install the newer version.
hint-backup = Open a backup of it.
hint-close-other = Close it there and try again.
hint-nul = Nothing of it was added.
hint-too-large = Split it into articles.

loss-version-of = Not written: that { $count } articles correct others ({ $examples }).
loss-paragraph-language-by-hand = Not written: that a person chose the language of { $count } paragraphs ({ $examples }).
loss-zone-reason = Not written: why { $count } zones were proposed ({ $examples }).
loss-zone-decider = Not written: who decided about { $count } zones ({ $examples }).
loss-answers = Not written: { $count } answers about whole articles ({ $examples }).
loss-active-time = Not written: the time spent on { $count } layers ({ $examples }).
loss-span-scheme-version = Not written: the scheme version of { $count } spans ({ $examples }).
loss-link-value-by-rule = Not written: that a rule set the values of { $count } links ({ $examples }).
loss-kept-entity = Not written: the entity that { $count } links keep beside their mention's ({ $examples }).
loss-unknown-key = Read past: { $count } keys that this version does not know ({ $examples }).
loss-article-without-claim = Without a row: { $count } articles that have no claim ({ $examples }).
loss-article-text = Not written: the text of { $count } articles, outside their claims.
loss-metadata = Not written: { $count } entries of metadata ({ $examples }).
loss-paragraph-language = Not written: the languages of { $count } paragraphs.
loss-zone = Not written: { $count } zones ({ $examples }).
loss-unlinked-span = Not written: { $count } spans that no claim is linked to ({ $examples }).
loss-mention-detail = Not written: values, notes and flags of { $count } spans that are no claims ({ $examples }).
loss-link = Not written: { $count } links that have no column ({ $examples }).
loss-link-detail = Not written: values and notes of { $count } links ({ $examples }).
loss-neutralised = { $count } cells that a spreadsheet would take for formulas start with an apostrophe now ({ $examples }).
