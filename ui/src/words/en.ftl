### Everything Postil says, in English.

program-name = Postil
no-program = This page is the inside of Postil's window. Start the program with “cargo xtask run”.
close = Close

## First start

start-lead = Who claims what, and where: mark it in the news, article by article.
start-name = Your name
start-name-why = It stands beside everything you mark, so that several people's work can be told apart. Nothing leaves this computer.
start-go = Start
start-demo = Look at the demo project
start-demo-why = Short articles in eight languages, some already marked, one for practice
start-new = New project
start-new-why = One file that holds your articles and everything you mark
start-open = Open a project
start-open-why = A .postil file
start-recent = Opened before
start-paste = Or paste an article right here with Ctrl+V, or drop files of articles on this window.

## Articles

documents-label = Articles
documents-add = Add
documents-practice = practice
documents-claims = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
documents-none-found = No article has these words.
documents-empty = No articles yet. Copy one and press Ctrl+V.
documents-done = { $done } of { $all } done
status-new = new
status-started = started
status-done = done
empty-choose = Choose an article.
empty-paste = Copy an article and press Ctrl+V, drop files here, or choose them with Ctrl+O.
switch-list = Articles
switch-margin = Claims

article-label = Article
article-title = Title
article-rename = Change the title
article-set-done = Done
article-is-done = ✓ Done
history-undo = Undo: { $step }
history-redo = Redo: { $step }
language-label = Language of the article
language-detected = Language, detected
language-by-hand = Language, chosen by hand
language-detect = Detect the language again
language-guess = { $language }?
language-unknown = Language unknown

menu-project = Project { $name }
menu-new = New project…
menu-open = Open a project…
menu-demo = Demo project
menu-remove = Move this article to the bin
menu-keys = All keys

report-heading = What went where
report-files = Files

## Paste box

paste-heading = Add an article
paste-title = Title
paste-language = Language
paste-text = Text
paste-placeholder = Paste or type the article here.
paste-counts = { $characters ->
    [one] 1 character
   *[other] { $characters } characters
}, { $paragraphs ->
    [one] 1 paragraph
   *[other] { $paragraphs } paragraphs
}
paste-replaced = { $count ->
    [one] One half character, as some programs leave on the clipboard, was replaced by “�”.
   *[other] { $count } half characters, as some programs leave on the clipboard, were replaced by “�”.
}
paste-beginning = Only its beginning is shown here; all of it is added.
paste-empty = Empty the box
paste-duplicate = This text is here already:
paste-duplicate-removed = This text is in the bin; adding it brings it back:
paste-keep = closes and keeps the text for the next time
paste-add = Add

## Finding

find-label = Find in this article
find-count = { $at } of { $total }
find-none = Not found
find-next = Next
find-previous = Previous

## What is unfinished

findings-heading = Unfinished
findings-some = { $open } open
findings-hints = { $hints } to look at
findings-count = { $open } open, { $hints } worth a look
findings-open = open
findings-hint = worth a look
findings-none = Nothing is unfinished.

## Practice

compare-open = Compare
compare-heading = Compared with the reference
compare-score = { $right } of { $expected } as in the reference
compare-all = Nothing differs. Well done.

## Claims

margin-label = Claims
claim-number = claim { $number }
slot-add = Choose for “{ $slot }”
slot-remove = Take { $name } away
by-rule = Filled by a rule; choose it to confirm
special-author = the author
special-not_given = no source given
value-yes = yes
value-no = no
flag-unsure = Unsure
card-more = { $count } more
card-less = Fewer
card-note = Note
note-label = Note
note-keep = keeps it
note-leave = leaves it as it was

list-slot = Choose: { $slot }
list-entity = Who or what is this?
list-stand-in = For whom does this place stand?
list-type = Type a name
list-none = Type a name to make a new one.
near-sentence = in this sentence
near-paragraph = in this paragraph
near-article = in this article
near-recent = lately
near-register = in the project
near-special = { "" }

## Status line

hint-paste = add an article
hint-choose = choose
hint-accept = take it
hint-close = back
hint-mark = mark it
hint-lay-down = lay it down
hint-toggle = leave out, or take in again
hint-mark-places = mark { $count ->
    [one] this one
   *[other] these { $count }
}
hand-taken = { $label } in hand: whatever you select with the mouse is marked with it; Esc lays it down.
hand-laid-down = { $label } is laid down.
hand-holds = in hand: { $label }
elsewhere-label = “{ $quote }” elsewhere
elsewhere-count = { $chosen } of { $all }
elsewhere-none = These words stand nowhere else, or are marked there already.
hint-again = again:
hint-fragment = add a piece
hint-stop = next stop
hint-next-claim = next claim
hint-done = done, next article
hint-reopen = reopen
hint-keys = the rule, all keys
stop-first = Nothing further up.
stop-last = Nothing further down.
claim-first = This is the first claim.
claim-last = This is the last claim.
article-first = This is the first article.
article-last = This is the last article.
refused-needs-claim = No claim is active: C marks one, J goes to the next.
refused-needs-current = No marked text is chosen: click one, or press Space.
refused-needs-project = No project is open.
refused-needs-article = No article is open.
refused-read-only = This project cannot be written, so nothing can be marked in it.
refused-no-field = This label has no field to choose.
refused-no-choice = There is no choice { $digit }.
refused-no-quotation = There is no quotation around the caret.
refused-no-span-here = Nothing is marked here.

## Any action by its name

palette-label = Any action by its name
palette-type = Type what to do
palette-none = Nothing is called so.

## All keys

keys-heading = Keys
keys-or = or
keys-group-mark = Mark
keys-group-claim = The active claim
keys-group-span = The current span
keys-group-move = Go about
keys-group-article = The article
keys-group-window = Anywhere
keys-mark = { $label }: the selection, or what lies around the caret
keys-mark-slot = { $label }: mark it; it becomes “{ $slot }” of the active claim
keys-slot = “{ $slot }” of the active claim: the selection or the word at the caret
keys-take = { $label }, in hand: mark whatever is selected with the mouse, or with Space and Enter
keys-choose = choose “{ $slot }” from a list

action-mention = someone who says nothing here
action-stand-in = a place that stands for its government, people or organisation
action-fragment = add the selection as a piece of the active claim; on a piece: take it away
action-fragment-current = the same for the current span
action-same-speaker = said by whoever said the claim before
action-author = said by the author
action-not-given = no source given
action-value = choose a value of the numbered line; 0 empties it
action-enter = open the card, or name who this is
action-relabel = then a letter: another label
action-elsewhere = mark it wherever else it stands, after a look at the places
action-split = split it at the caret
action-merge = merge it with the next of the same label
action-unsure = unsure, or sure again
action-note = write a note
action-delete = delete it with its links
action-end-word-left = move its end left by a word
action-end-word-right = move its end right by a word
action-start-word-left = move its start left by a word
action-start-word-right = move its start right by a word
action-end-letter-left = move its end left by a letter
action-end-letter-right = move its end right by a letter
action-start-letter-left = move its start left by a letter
action-start-letter-right = move its start right by a letter
action-next-stop = next marked text, quotation, known name or paragraph
action-previous-stop = the one before
action-grow = select more: word, name, clause, quotation, sentence, paragraph
action-shrink = select less again
action-quotation = select the quotation around the caret
action-next-claim = next claim
action-previous-claim = previous claim
action-next-here = next of the spans that overlap here
action-move = move the caret; with Shift select, with Ctrl by word
action-back = one step back; never changes anything
action-card = go to the active claim's card
action-next-pane = next part of the window
action-previous-pane = previous part of the window
action-zone = this paragraph is not the article; again: it is
action-done = done, and on to the next unfinished; on a done article: reopen
action-findings = what is unfinished here
action-next-article = next article
action-previous-article = previous article
action-paste = add the copied text as an article
action-undo = undo
action-redo = redo
action-find = find in this article
action-palette = any action by its name
action-keys = the rule for what is current, with examples; again: these keys

## From the program

article-done = Done. D reopens it.
ask-stands-for = “{ $quote }” is marked. For whom does it stand?

article-unfinished = { $count ->
    [one] One thing is unfinished: Shift+D shows it.
   *[other] { $count } things are unfinished: Shift+D shows them.
} D again marks it done all the same.

check-claim-without-source = Nobody has said who says this: { $quote }
check-cue-without-claim = “{ $quote }” belongs to no claim.
check-place-without-stands-for = For whom does “{ $quote }” stand?
check-unbalanced-quotation = A quotation mark has no partner: { $quote }
check-edge-white-space = White space at an end: { $quote }
check-unmarked-elsewhere = “{ $quote }” stands { $count ->
    [one] at one more place
   *[other] at { $count } more places
} where it is not marked.
check-conflicting-ids = { $quote } has the same identifier as { $other }.
check-mention-without-entity = Who or what is “{ $quote }”?

said-added = Added “{ $title }”.
said-removed = “{ $title }” is in the bin; U takes it back.
said-restored = “{ $title }” was in the bin and is here again.
said-renamed = The title is now “{ $title }”.
said-duplicate = “{ $title }” is here already.
said-language = The language is { $tag }, as you say.
said-language-detected = The language is detected again.
said-reopened = Open again.
said-zone = { $count ->
    [one] This paragraph is not the article; B takes it back.
   *[other] These { $count } paragraphs are not the article; B takes them back.
}
said-zone-gone = { $count ->
    [one] This paragraph is the article again.
   *[other] These { $count } paragraphs are the article again.
}
said-marked = { $label }: { $quote }
said-marked-already = { $label }, marked before: { $quote }
said-marked-claim = { $label }: { $quote } { $rules ->
    [none] { "" }
   *[other] · by rule: { $rules }
}
said-filled = { $slot }: { $quote }
said-filled-and-shrunk = { $slot }: { $quote } · the claim is now { $claim }
said-by-author = Said by the author.
said-by-nobody = No source is given.
said-same-speaker = Said by { $name } again.
said-emptied = “{ $slot }” is empty now.
said-fragment-added = Added a piece: { $quote }. { $count ->
    [one] It touches what was there: still one piece.
   *[other] It is now { $count } pieces.
}
said-fragment-taken = Took a piece away: { $quote }
said-resized = Now { $quote }
said-split = Split into { $first } and { $second } { $links ->
    [0] { "" }
    [one] · its link is both's
   *[other] · its { $links } links are both's
}
said-merged = Merged: { $quote } { $links ->
    [0] { "" }
    [one] · 1 link came along
   *[other] · { $links } links came along
}
said-occurrences = { $label }, { $count ->
    [one] once more
   *[other] { $count } times more
}: { $quote }
said-value = { $attribute }: { $value }
said-value-emptied = { $attribute } is empty now.
said-relabelled = Now { $label }: { $quote } { $links ->
    [0] { "" }
    [one] · 1 link that does not fit was taken away
   *[other] · { $links } links that do not fit were taken away
}
said-unsure = Unsure: { $quote }
said-sure = Sure again: { $quote }
said-note = The note is kept.
said-note-gone = The note is gone.
said-stands-for = { $quote } stands for { $name }.
said-deleted = Deleted { $label }: { $quote } { $links ->
    [0] { "" }
    [one] and 1 link
   *[other] and { $links } links
}
said-deleted-kept = Deleted { $label }: { $quote }; { $kept ->
    [one] 1 slot keeps its name
   *[other] { $kept } slots keep its name
}
said-undo = Undid: { $step }
said-redo = Did again: { $step }
said-undo-elsewhere = The last step, { $step }, was made here in “{ $title }”. U again undoes it.
said-redo-elsewhere = The step to do again, { $step }, was made here in “{ $title }”. Shift+U again does it.
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

step-add = add articles
step-delete = delete
step-delete-link = empty a slot
step-demo = make the demo
step-done = done or reopen
step-fill = fill a slot
step-fragment = add or take a piece
step-import = import
step-join = join the project
step-language = choose a language
step-mark = mark
step-mark-stand-in = mark a place that stands for someone
step-note = write a note
step-merge = merge
step-occurrences = mark wherever else it stands
step-relabel = change the label
step-remove = move to the bin
step-rename = change the title
step-resize = move an end
step-restore = take out of the bin
step-same-speaker = same speaker
step-scheme = change the scheme
step-split = split
step-unsure = unsure or sure
step-value = set a value
step-zone = not the article, or the article again

notice-synced-folder = This project lies in a folder that { $program } keeps in step. Open it on one computer at a time.
notice-network-folder = This project lies on a network folder. Open it on one computer at a time.

note-scheme-taken = The project was empty and took the scheme “{ $title }” from { $path }.
note-scheme-kept = { $path } has another scheme, “{ $title }”. The project kept its own.
note-entities-refused = The articles were added, but the register of entities beside them was not: { $reason }.
note-entities-kept = The file says something else of { $count ->
    [one] 1 entity that the project has; the project's was
   *[other] { $count } entities that the project has; the project's were
 } kept ({ $examples }).
note-unknown-labels = The project's scheme does not have these labels or links, which some articles use: { $labels }.

difference-missing = { $label } missing: { $quote }
difference-extra = { $label } that the reference does not have: { $quote }
difference-edges = { $label } with other ends: yours is { $yours }, the reference has { $reference }
difference-link-missing = “{ $slot }” missing at { $quote }: { $target }
difference-link-extra = “{ $slot }” at { $quote } that the reference does not have: { $target }

problem-internal = Something went wrong inside Postil. What you marked is safe; please report this.
problem-nothing-to-mark = There is no text to mark here.
problem-nothing-here = There is no word at the caret to mark.
problem-nothing-to-undo = There is nothing to undo.
problem-nothing-to-redo = There is nothing to do again.
problem-one-fragment = { $label } is of one piece only.
problem-no-further = The end cannot move any further.
problem-split-at-edge = There is nothing to split here: put the caret inside it.
problem-nothing-to-merge = Nothing of the same label follows close enough to merge with.
problem-occurrences-of-pieces = What is marked in pieces cannot be looked for elsewhere.
problem-occurrence-gone = The text at one of the places is marked already, so nothing was marked.
problem-no-occurrence = No place was chosen, so nothing was marked.
problem-span-gone = That mark is not there any more.
problem-gone = That is not there any more.
problem-there-already = That is there already.
problem-invalid = That cannot be stored.
problem-stale = That was changed meanwhile, so nothing was undone.
problem-value = { $attribute } cannot be “{ $value }”.
problem-no-claim-before = No claim before this one has a speaker.
problem-no-source-link = The scheme has no link for who says a claim.
problem-no-place-label = The scheme has no label for a place that stands for someone.
problem-slot-without-special = That slot takes neither the author nor “no source given”.
problem-no-reference = This article has no reference to compare with.
problem-no-paragraph = There is no paragraph here.
problem-language-tag = “{ $tag }” is no language tag.
problem-no-project = No project is open.
problem-no-annotator = Postil does not know your name yet.
problem-empty-name = A name is needed.
problem-empty-title = A title is needed.
problem-empty-text = There is no text in it.
problem-nul = The text has a null character (U+0000) at position { $position }, so it is probably no text.
problem-too-large = The text has { $size } MiB; an article may have 8 MiB.
problem-duplicate = “{ $title }” has the same text, so nothing was added.
problem-settings-not-kept = The settings could not be written to { $path }.
problem-folder = The folder { $path } could not be made.
problem-read-only = This project cannot be written.
problem-disk-full = The disk is full. Nothing was changed.
problem-unreadable = This file cannot be read.
problem-file-too-new = This project was written by a newer version of Postil.
problem-file-not-ours = This file is not a Postil project.
problem-file-damaged = This project file is damaged.
problem-file-busy = This project is open in another program.
problem-file-exists = { $path } exists already; nothing was changed.
problem-file-missing = There is no file { $path }.
problem-file-is-folder = { $path } is a folder, not a file.
problem-file-unreadable = { $path } cannot be read: { $reason }.
problem-not-utf8 = { $path } is not UTF-8 text: byte { $byte } fits no character.
problem-line = { $path }, line { $line }, column { $column }: { $reason } Nothing was added.
problem-scheme = The project's scheme cannot be read.
problem-scheme-file = { $path } is no scheme: { $reason }.
problem-export-folder = { $path } is a folder. Name a file in it.
problem-export-disk-full = { $path } could not be written: the disk is full.
problem-export-read-only = { $path } could not be written: you may not write there.
problem-export-no-folder = { $path } could not be written: its folder does not exist.
problem-export-failed = { $path } could not be written: { $reason }.
problem-export-differs = { $path } did not read back as it was written, so it was thrown away. Files that were there before are as they were.
problem-no-temporary-folder = The folder for temporary files cannot be written: { $reason }.

hint-nul = Nothing of it was added.
hint-too-large = Split it into articles.
hint-save-as-utf8 = Save it as UTF-8 and add it again.
hint-other-folder = Choose another folder.
hint-disk-full = Make room and try again.
hint-number = It takes a number, such as 3 or -2.5.
hint-read-only = Check the rights of the file and its folder.
hint-update = Install the newer version.
hint-backup = Open a backup of it.
hint-close-other = Close it there and try again.

loss-version-of = Not written: that { $count } articles correct others ({ $examples }).
loss-answers = Not written: { $count } answers about whole articles ({ $examples }).
loss-active-time = Not written: the time spent on { $count } layers ({ $examples }).
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
