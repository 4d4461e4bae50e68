# Exporting and importing data sets.

menu-export = Export…
action-export = write articles and annotations to files
transfer-cancel = Cancel
export-heading = Export
export-begin = Export…
export-format = Format
export-what = What goes out
export-scope = Articles
export-scope-finished = done, or with a gold layer
export-scope-begun = everything that somebody began
export-scope-all = all, untouched ones too
export-annotator = Annotations by
export-annotator-any = everybody
export-labels = Only these labels (none chosen: all)
export-languages = Only these languages (none chosen: all)
export-from = Published from
export-to = Published until
export-date-form = 2026-01-14
export-flags = Spans by their flags
export-flag-unsure = unsure
export-flag-question = with a question for the team
export-flag-cuts_grapheme = cuts a letter in two
export-flag-text_changed = text changed since
export-flagged-any = with or without
export-flagged-with = only with
export-flagged-without = without
export-without-skipped = Leave out what is marked outside the article; the text stays whole
export-private = Names and texts
export-anonymous = Call annotators A1, A2 and so on
export-named = Named, because they agreed:
export-without-text = Leave the texts out, for articles that may not be passed on; “postil rejoin” puts them in again
export-quotes = Keep quotes of at most this many characters
export-parts = Parts
export-divide = Divide the articles into parts, such as for training and testing
export-part-name = Name of part { $number }
export-part-share = Share of { $name }
export-part-size = { $count ->
    [one] 1 article
   *[other] { $count } articles
}
export-part-remove = Remove { $name }
export-part-add = + Another part
export-seed = Seed: the same seed and articles give the same parts
export-stratify-language = Spread languages evenly
export-stratify-label = Spread labels evenly
export-together = { $count } articles are nearly the same as another and stay in one part
export-count = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $spans ->
    [one] 1 span
   *[other] { $spans } spans
}, { $links ->
    [one] 1 link
   *[other] { $links } links
}
export-losses = What this format does not keep
export-no-losses = Everything is kept.
export-preview = First lines
export-preview-file = File
export-preview-no-text = This file is no text, so its lines cannot be shown.
export-into-folder = You choose a new folder next; this format fills one of its own.
export-into-files = You choose the file next.

report-show = Show in folder
report-copy = Copy the path
report-copied = Copied: { $path }
report-not-copied = The clipboard could not be written.

format-use-jsonl = Holds everything. To keep, to pass on to other Postil users, and for scripts.
format-use-csv = A table of claims for spreadsheets and statistics; all tables on request.
format-use-xlsx = All tables in one workbook for Excel, LibreOffice and Numbers.
format-use-cas-json = For INCEpTION and UIMA tools; one self-contained file for each article and annotator.
format-use-cas-xmi = The same for older UIMA tools, with the types in a file beside.
format-use-hf = For the datasets library in Python: load, train, publish.
format-use-brat = To look at or go on annotating in brat; also events in the manner of PolNeAR.
format-use-conll = Tokens with tags, for training and testing sequence taggers.
format-use-label-studio = To go on annotating in Label Studio.
format-use-doccano = To go on annotating in doccano.
format-use-postil = The articles of another project in their newest versions, with every layer.
format-use-spacy = To train with spaCy or go on in Prodigy.

format-choice-csv-tables = Tables
format-choice-csv-tables-claims = the table of claims
format-choice-csv-tables-all = all tables, which come in again unchanged
format-choice-csv-neutralise = An apostrophe before cells that a spreadsheet would run as formulas
format-choice-csv-byte-order-mark = Start with a byte order mark, by which Excel knows the encoding
format-choice-brat-attributions = Claims as events of attribution with source, cue and content, as in PolNeAR
format-choice-conll-tags = Tags
format-choice-conll-tags-iob2 = IOB2: every piece begins with B-
format-choice-conll-tags-bilou = BILOU: also marks last and single tokens
format-choice-conll-places = Add a column with the place of each token
format-choice-doccano-shape = Each line has
format-choice-doccano-shape-relations = entities and relations
format-choice-doccano-shape-spans = spans alone, for projects without relations
format-choice-doccano-unit = Offsets count
format-choice-doccano-unit-code-points = code points, as scripts count
format-choice-doccano-unit-utf-16 = UTF-16 units, as doccano's window counts

menu-import = Import…
action-import = read articles and annotations from files
import-heading = Import
import-begin = Import
import-files = From
import-choose-files = Choose files…
import-choose-folder = Choose a folder…
import-none-chosen = Choose files or a folder: Postil finds out their format and shows what they would bring before anything is changed.
import-one-step = An import is one step: U takes it back as a whole.
import-format = Format
import-brings = { $articles ->
    [one] 1 new article
   *[other] { $articles } new articles
}, { $spans ->
    [one] 1 span
   *[other] { $spans } spans
}, { $links ->
    [one] 1 link
   *[other] { $links } links
}
import-looking = · still reading…
import-duplicates = { $count ->
    [one] 1 article is here already and is left as it is.
   *[other] { $count } articles are here already and are left as they are.
}
import-problems = What cannot be read
import-repair = Offsets that do not fit the text
import-repair-consent = Repair them: each span then covers the words that the files state
import-own = Whose annotations these are
import-own-nobody = as the files say: each annotator's in a layer of their own
import-own-of = those of “{ $name }” are mine, { $me }
import-names = What the names in the files become
import-take-scheme = Take the scheme of the files, “{ $title }”: this project has no article yet
import-labels = Label in the files
import-links = Link in the files
import-attributes = Attribute in the files
import-values = Value in the files
import-times = Times
import-count = { $count }
import-becomes = Becomes here
import-becomes-of = What { $name } becomes
import-becomes-itself = { $name }
import-becomes-new = a new one in the scheme
import-becomes-same = kept as it is, unknown to the scheme
import-becomes-nothing = left out
import-losses = What Postil has no place for

## From the program

problem-no-articles = There is nothing to write: the project has no article.
problem-nothing-done = There is nothing to write: no article is done, and no other was asked for.
problem-no-claims = The table would be empty: { $articles ->
    [one] the one article has no claim
   *[other] none of the { $articles } articles has a claim
} in what goes out.
problem-no-format = There is no format “{ $format }”.
problem-without-text = Texts can be left out of Postil JSONL alone.
problem-part-name = “{ $name }” cannot name a part: its files are called after it, so it has letters a to z, digits, - and _ only.
problem-part-twice = Two parts are called “{ $name }”.
problem-part-share = The share of “{ $name }” is a whole number above 0.
problem-part-empty = “{ $name }” would have no article. Give it a larger share, or leave it out.
problem-export-date = “{ $date }” is no date: write 2026, 2026-01 or 2026-01-14.
problem-export-dates = No article is published from { $from } on and until { $to }.
problem-file-not-shown = { $path } cannot be shown: the system has no window for folders.
said-kept-together = { $count } articles are nearly the same as another, and stay in one part with it: { $examples }.
note-part = { $name }: { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}.
import-would-repair = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
} with { $spans ->
    [one] 1 span
   *[other] { $spans } spans
}: { $what } ({ $examples })
problem-map-target = The scheme has nothing called “{ $name }”.
note-left-out = Left out as you asked: { $spans ->
    [one] 1 span
   *[other] { $spans } spans
}, { $links ->
    [one] 1 link
   *[other] { $links } links
} and { $values ->
    [one] 1 value
   *[other] { $values } values
} of others.
note-names-added = { $count ->
    [one] 1 name was
   *[other] { $count } names were
} added to the scheme.
note-unknown-values = { $count ->
    [one] The project's scheme does not have this attribute or value, which stays as it is
   *[other] The project's scheme does not have these { $count } attributes or values, which stay as they are
}: { $names }.
