### The library: all articles, found, sorted and put away.

library-search = Find in all articles
library-filters = Filter
library-filters-chosen = Filter ({ $count })
library-order = Sort by
library-order-added = added
library-order-published = published
library-order-title = title
library-order-outlet = outlet
library-order-status = status
library-order-claims = claims
library-order-language = language
library-turn-up = The first first
library-turn-down = The last first
library-clear = All again
library-any-status = Any status
library-any-language = Any language
library-any-outlet = Any outlet
library-any-label = Any label
library-any-flag = Any mark
library-no-outlet = Outlet unknown
library-choice = { $name } ({ $count })
library-choice-uncounted = { $name }
library-status = Status
library-language = Language
library-outlet = Outlet
library-label = Has
library-flag = Marked
library-speaker = Speaker
library-from = Published from
library-to = to
library-date-form = 2026-01-31
library-flag-unsure = unsure
library-flag-question = a question
library-flag-note = a note
library-flag-cuts_grapheme = cut inside a letter
library-count = { $shown } of { $all } articles
library-reading = reading { $read } of { $all }
library-none = No article is so.
library-in-title = in the title
library-in-note = in a note
library-in-marked = { $label }
library-found-elsewhere = in the text
library-chosen = { $count ->
    [one] 1 chosen
   *[other] { $count } chosen
}
library-set-status = Set the status…
library-remove = To the bin
library-choose-none = Choose none

bin-open = Bin
bin-heading = Bin
bin-count = { $count ->
    [0] nothing in it
    [one] 1 article
   *[other] { $count } articles
}
bin-none = The bin is empty.
bin-restore = Take out
bin-back = Back to the articles
bin-empty = Empty the bin…
bin-empty-why = { $count ->
    [one] This article and everything marked in it are deleted for good.
   *[other] These { $count } articles and everything marked in them are deleted for good.
} This cannot be undone, nor can anything done before it.
bin-empty-yes = Delete for good
bin-empty-no = Keep them
action-library = search the whole project
action-bin = what is in the bin

said-all-chosen = { $count ->
    [one] 1 article is chosen.
   *[other] { $count } articles are chosen.
}

## From the program

said-status = { $count ->
    [0] They are so already.
    [one] 1 article is { $status } now.
   *[other] { $count } articles are { $status } now.
}
said-removed-several = { $count } articles are in the bin; U takes them back.
said-restored-several = { $count } articles were in the bin and are here again.
said-bin-emptied = { $count ->
    [one] 1 article is deleted for good.
   *[other] { $count } articles are deleted for good.
}
problem-bin-empty = The bin is empty already.
problem-none-chosen = No article is chosen.
step-status = set the status of articles
