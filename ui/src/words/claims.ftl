### The table of all claims.

menu-claims = All claims
action-claims = all claims of all articles, in a table

claims-heading = All claims
claims-table = Claims of all articles
claims-count = { $count ->
    [one] 1 found
   *[other] { $count } found
}
claims-reading = { $articles } of { $all } articles read
claims-none = No claim is so.
claims-none-at-all = Nothing is marked yet.
claims-clear = All again

## Columns

claims-column-place = №
claims-column-words = Claim
claims-column-speaker = Speaker
claims-column-entity = Who or what
claims-column-cue = Cue
claims-column-places = Places
claims-column-flags = Flags
claims-column-title = Article
claims-column-status = Status
claims-column-language = Lang.
claims-column-published = Date

## What is listed

claims-filter-label = Listed
claims-filter-statements = Claims
claims-filter-words = Words
claims-filter-words-hint = Words, notes, titles
claims-filter-speaker = Speaker
claims-filter-value = Value
claims-filter-any-value = Any value
claims-filter-no-value = empty
claims-filter-mark = Noted
claims-filter-any-mark = Anything noted
claims-mark-unsure = Unsure
claims-mark-question = Question
claims-mark-note = With a note
claims-mark-no_source = No speaker yet
claims-mark-author = Said by the author
claims-mark-not_given = No source given
claims-filter-status = Status
claims-filter-any-status = Any status
claims-filter-language = Language
claims-filter-any-language = Any language

## Keys of it

hint-go-there = go there
hint-sort = sort by the column
hint-filter = filter
