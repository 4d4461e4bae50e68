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
start-paste = Or paste an article right here: Ctrl+V.

## Articles

documents-label = Articles
documents-add = Add
documents-filter = Find in articles
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
empty-paste = Copy an article and press Ctrl+V.
switch-list = Articles
switch-margin = Claims

article-label = Article
article-title = Title
article-rename = Change the title
article-set-done = Done
article-is-done = ✓ Done
language-label = Language of the article
language-detected = Language, detected
language-by-hand = Language, chosen by hand
language-detect = Detect the language
language-guess = { $language }?
language-unknown = Language unknown

menu-project = Project { $name }
menu-new = New project…
menu-open = Open a project…
menu-demo = Demo project
menu-export-jsonl = Export as Postil JSONL…
menu-export-csv = Export claims as CSV…
menu-import = Import JSONL…
menu-theme-system = Colours as the system
menu-theme-light = Light
menu-theme-dark = Dark
menu-larger = Larger text
menu-smaller = Smaller text
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
paste-duplicate = This text is here already:
paste-duplicate-removed = This text is in the bin; adding it brings it back:
paste-keep = closes and keeps the text for the next time
paste-add = Add

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
near-new = new

## Status line

hint-paste = add an article
hint-choose = choose
hint-accept = take it
hint-close = back
hint-again = again:
hint-fragment = add a piece
hint-stop = next stop
hint-next-claim = next claim
hint-done = done, next article
hint-reopen = reopen
hint-keys = all keys
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
refused-article-done = Done. D reopens it.
refused-no-field = This label has no field to choose.
refused-no-choice = There is no choice { $digit }.
refused-no-quotation = There is no quotation around the caret.
refused-no-span-here = Nothing is marked here.

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
action-next-article = next article
action-previous-article = previous article
action-paste = add the copied text as an article
action-undo = undo
action-redo = redo
action-keys = these keys

## From the program

problem-internal = Something went wrong inside Postil. What you marked is safe; please report this.
