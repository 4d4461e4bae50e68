### Files that give articles.

## From the program

problem-folder-no-articles = { $path } has no file that Postil can take articles from.
problem-too-many-files = There are more than { $most } files; none after { $path } was looked at. Add them in several rounds.
problem-folder-too-deep = { $path } lies more than { $deepest } folders deep and was not looked through. Add it by itself.
problem-file-too-large = { $path } has { $size } MiB; a file may have { $limit } MiB.
problem-file-unpacks-too-large = { $path } unpacks to more than { $limit } MiB, which no article does. It may be made to do harm.
problem-file-too-many-entries = { $path } holds { $entries } files inside; a document has at most { $limit }. It may be made to do harm.
problem-file-too-deep = { $path } has things in things, more than { $limit } deep, which no article needs. Open it in its own program and save it anew.
problem-file-too-many-rows = { $path } has more than { $limit } rows. Split it.
problem-file-too-many-columns = { $path } has more than { $limit } columns. Take away those that you do not need.
problem-file-entities = { $path } brings definitions of its own, which documents do not. It may be made to do harm, so it was not read.
problem-file-no-text = There is no text in { $path }.
problem-file-scanned =
    { $pages ->
        [one] { $path } is one page without text, most likely a scanned picture. Run text recognition over it first.
       *[other] { $path } has { $pages } pages and none has text; most likely they are scanned pictures. Run text recognition over them first.
    }
problem-file-encrypted = { $path } is locked with a password. Save a copy without one and add that.
problem-file-not-what-it-says =
    { $kind ->
        [pdf] { $path } is called a PDF, but it is none. Look at where it came from and save it again.
       *[other] { $path } is called a document (.{ $kind }), but it is none. Open it in the program it came from and save it again.
    }
problem-file-unknown-kind = Postil takes no articles from .{ $extension } files: { $path }. Save it as .txt, .html, .docx, .odt or .pdf.
problem-file-stranger =
    { $what ->
        [postil_jsonl] { $path } holds articles with annotations that Postil wrote. Import it instead.
        [database] { $path } is a project or another database. Open it instead.
        [old_word] { $path } is a document of an old kind. Open it in a word processor and save it as .docx.
        [rich_text] { $path } is rich text. Open it in a word processor and save it as .docx.
        [spreadsheet] { $path } is a spreadsheet. Save its table as .csv.
        [presentation] { $path } is a presentation. Copy its text into a document.
        [media] { $path } is a picture, a sound or a film.
        [archive] { $path } is an archive. Unpack it and add the files inside.
        [page_archive] { $path } is a page with its pictures in one file. Save the page as HTML instead.
       *[program] { $path } is a program.
    }
problem-file-encoding = No encoding is called “{ $encoding }”. Well-known ones are utf-8, windows-1251, gbk, big5 and shift_jis.
problem-file-column = { $path } has no column called “{ $column }”. It has: { $columns }.
problem-file-no-text-column = Which column of { $path } holds the texts cannot be told for certain. It has: { $columns }.
problem-article-file-damaged = { $path } is damaged ({ $reason }). Open it in the program it came from and save it again.
problem-file-too-slow = { $path } took longer than { $seconds } seconds to read, so it was left. Copy its text instead.

note-file-kind =
    { $kind ->
        [html] { $path } holds a page of the web and was read as one.
        [text] { $path } holds plain text and was read as such.
        [pdf] { $path } holds a PDF and was read as one.
       *[other] { $path } holds a document of another kind (.{ $kind }) and was read as such.
    }
note-file-encoding-guessed = { $path } was read as { $encoding }, which is a guess. Look whether its letters are right.
note-file-replaced =
    { $count ->
        [one] { $path }: one place fits no character of { $encoding } and shows as “�”.
       *[other] { $path }: { $count } places fit no character of { $encoding } and show as “�”.
    }
note-file-left-out =
    { $what ->
        [deleted] Left out of { $path } – what tracked changes delete: { $count }{ $examples }.
        [note] Left out of { $path } – footnotes and endnotes: { $count }{ $examples }.
        [page_margin] Left out of { $path } – headers, footers and numbers of pages: { $count }{ $examples }.
        [comment] Left out of { $path } – comments: { $count }{ $examples }.
        [text_box] Left out of { $path } – text boxes: { $count }{ $examples }.
        [picture] Left out of { $path } – pictures and other embedded things: { $count }.
        [markup] Left out of { $path } – parts that are code: { $count }{ $examples }.
        [page_without_text] Left out of { $path } – pages without text, most likely pictures: { $count }{ $examples }.
        [unknown_character] Left out of { $path } – characters whose font does not say what they are: { $count }.
        [empty_row] Left out of { $path } – rows without a text: { $count }{ $examples }.
        [bad_row] Left out of { $path } – rows that cannot be read: { $count }{ $examples }.
        [value] Left out of { $path } – values too long to be kept beside an article: { $count }{ $examples }.
        [date] Kept as written in { $path } – dates that can be read in several ways or in none: { $count }{ $examples }.
        [language] Kept as written in { $path } – languages that are no tag such as “en”: { $count }{ $examples }.
       *[address] Kept as written in { $path } – addresses that no browser opens: { $count }{ $examples }.
    }
